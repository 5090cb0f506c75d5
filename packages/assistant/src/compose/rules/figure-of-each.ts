import { conceptAt, isGap, markAt, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';
import { TELLS_THEIRS, thingAt } from './pairs-of-things.ts';

const FIGURE = /^(?:stat|percentile|percentiles|ratio)$/;

const isFigure = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  const percentile = meaning?.kind === 'literal' && meaning.token.kind === 'percentile';
  return percentile || FIGURE.test(conceptAt(scene, at)?.kind ?? '');
};

/** "services with their average latency", "pods and their error rate": the figure of each of them, and not of all together. */
export const figureOfEach = (scene: Scene): void => {
  const head = scene.marks.findIndex((_, at) => !isGap(scene, at) && conceptAt(scene, at)?.kind !== 'list');
  const field = markAt(scene, head)?.plural === true ? thingAt(scene, head) : null;
  const joint = [head + 1, head + 2].map((at) => markAt(scene, at)?.text ?? '').join(' ');
  if (field === null || !TELLS_THEIRS.test(joint) || !isFigure(scene, head + 3)) return;
  take(scene, head, head + 1, head + 2);
  addKey(scene, field);
};
