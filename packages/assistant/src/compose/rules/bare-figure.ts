import { assume, conceptAt, fieldAt, isNumeric, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addMetric, statMetric } from './metrics.ts';

const OF = /^(?:of|in|for|at|on)$/i;
/** The share of such questions that mean the average. */
const averageKeeps = 0.86;

/** "queue depth of hl7.inbound today": a number alone, of something that is named, is asked for as its average. */
export const bareFigure = (scene: Scene): void => {
  const isPlain =
    scene.metrics.length === 0 && scene.keys.length === 0 && scene.columns.length === 0 && scene.order === null;
  const at = nextContent(scene, 0, 1, (index) => /^(?:which|list)$/.test(conceptAt(scene, index)?.kind ?? ''));
  const field = scene.taken.has(at) ? null : fieldAt(scene, at);
  const ofSomething = OF.test(markAt(scene, at + 1)?.text ?? '') && scene.preds.some((found) => found.at > at);
  if (!isPlain || scene.counted || field === null || !isNumeric(field) || field.role !== null || !ofSomething) return;
  take(scene, at);
  addMetric(scene, statMetric('avg', field));
  assume(scene, `${field.path.join('.')} without a statistic is its average`, averageKeeps);
};
