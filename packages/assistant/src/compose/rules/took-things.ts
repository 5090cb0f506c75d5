import { conceptAt, markAt, type Scene, take } from '../scene.ts';

/** "who took the most orders": they were taken, and nothing lasted; "the most time" is how long. */
export const tookThings = (scene: Scene): void => {
  for (const [at, { text }] of scene.marks.entries()) {
    const ranked = conceptAt(scene, at + 1);
    const isMost = ranked?.kind === 'superlative' && ranked.by === 'metric';
    const isTime = /^(?:time|long|longest|seconds|minutes|hours)$/i.test(markAt(scene, at + 2)?.text ?? '');
    const isThing = isMost && !isTime && markAt(scene, at + 2)?.plural === true;
    if (/^(?:took|take|takes|taking)$/i.test(text) && isThing) take(scene, at);
  }
};
