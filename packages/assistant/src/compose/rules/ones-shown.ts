import { conceptAt, type Scene, take } from '../scene.ts';

const ASKS_FIGURES = /^(?:count|ratio|stat|percentile|group|each|when)$/;

/** "were there errors today? show me the critical ones": the records themselves are asked for, and not how many there are. */
export const onesShown = (scene: Scene): void => {
  const ends = scene.marks.findLastIndex(({ text }, at) => /^[?.!]$/.test(text) && at < scene.marks.length - 1);
  const rest = scene.marks.slice(ends + 1);
  const cue = rest.findIndex((_, step) => conceptAt(scene, ends + 1 + step)?.kind === 'list');
  const ones = rest.findLastIndex(({ text }) => /^(?:ones|them|those)$/i.test(text));
  if (ends < 1 || cue < 0 || ones <= cue || scene.metrics.length + scene.keys.length > 0) return;
  if (rest.some((_, step) => ASKS_FIGURES.test(conceptAt(scene, ends + 1 + step)?.kind ?? ''))) return;
  take(scene, ends + 1 + cue);
  scene.exists = false;
  scene.counted = false;
  // "the last ones": several of them.
  if (scene.limit === 1) scene.limit = null;
};
