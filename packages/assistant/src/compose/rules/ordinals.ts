import { conceptAt, markAt, type Scene, take } from '../scene.ts';

const ORDINALS: readonly RegExp[] = [/^(second|2nd)$/i, /^(third|3rd)$/i, /^(fourth|4th)$/i, /^(fifth|5th)$/i];

/** `the second slowest request`, `3rd most common error`: of the first rows of a ranking only the last. */
export const ordinals = (scene: Scene): void => {
  for (const [at, { text }] of scene.marks.entries()) {
    const index = ORDINALS.findIndex((pattern) => pattern.test(text));
    const next = conceptAt(scene, at + 1)?.kind;
    const ranks = next === 'superlative' || next === 'common' || /^most\b/i.test(markAt(scene, at + 1)?.text ?? '');
    if (index < 0 || !ranks || scene.taken.has(at)) continue;
    take(scene, at);
    scene.nth = index + 2;
    scene.limit = scene.nth;
  }
};
