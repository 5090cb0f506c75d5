import type { Scene } from '../scene.ts';
import { addKey } from './groups.ts';

/** "p95 of payments, refunds and orders over time": a line each, for one figure of several things together says little. */
export const lineOfEach = (scene: Scene): void => {
  const isFigure = scene.metrics.some(({ kind }) => kind === 'stat' || kind === 'percentile');
  if (scene.bucket === null || !isFigure || scene.keys.length > 0) return;
  const several = scene.preds.find(({ source, pred }) => source === 'value' && pred.kind === 'in')?.pred;
  if (several?.kind === 'in') addKey(scene, several.field);
};
