import { conceptsOf, markAt, type Scene } from '../scene.ts';

/** "per page: number of requests, how many failed, and their share": of those that were counted last, and not of each page. */
export const theirShare = (scene: Scene): void => {
  const parts = scene.metrics.flatMap((metric) => (metric.kind === 'count-if' ? [metric.pred] : []));
  const [only, ...others] = parts;
  const isTheirs = conceptsOf(scene, 'ratio').some((at) => /^(?:their|its)$/i.test(markAt(scene, at - 1)?.text ?? ''));
  if (!scene.share || !isTheirs || only === undefined || others.length > 0) return;
  scene.share = false;
  scene.metrics.push({ kind: 'ratio', part: only, name: 'share' });
};
