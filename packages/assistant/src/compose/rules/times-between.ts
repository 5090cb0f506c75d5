import { conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';

/** "average time between errors" is of pairs of records: no record has it. "between 13:00 and 14:00" is a range. */
export const timesBetween = (scene: Scene): void => {
  for (const [at, { text }] of scene.marks.entries()) {
    const next = nextContent(scene, at + 2);
    const things = /^(?:severity|outcome|entity)$/.test(conceptAt(scene, next)?.kind ?? '');
    const isBetween = conceptAt(scene, at + 1)?.kind === 'between';
    if (!/^(?:times?|intervals?|gaps?|pauses?)$/i.test(text) || !isBetween || !things) continue;
    if (markAt(scene, next)?.plural !== true || scene.taken.has(at)) continue;
    take(scene, at, at + 1);
    scene.missing.push({ word: `${text} between`, slot: 'metric' });
  }
};
