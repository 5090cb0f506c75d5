import type { Metric, Pred } from '../../ir/query-ir.ts';
import { conceptAt, conceptsOf, markAt, nextContent, type Scene } from '../scene.ts';
import { countName } from './metrics.ts';

const named = (scene: Scene, cue: number): string =>
  `${markAt(scene, cue)?.text} ${markAt(scene, nextContent(scene, cue + 1))?.text}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');

/** The bound that a word of comparison led to, which is a filter of all so far; null where it is none. */
const boundAfter = (scene: Scene, cue: number): Pred | null => {
  const at = scene.preds.findIndex((found) => found.source === 'threshold' && found.at > cue);
  return scene.preds.splice(at, at < 0 ? 0 : 1)[0]?.pred ?? null;
};

const isBound = (pred: Pred): boolean => pred.kind === 'compare' && pred.value.kind === 'number';

/**
 * "per page: number of requests, how many took more than 400 ms, and their share": those of the second number are some of
 * the first, so each is a column, and the bound leaves out none.
 */
export const countedBeside = (scene: Scene): void => {
  const [first, second, ...more] = conceptsOf(scene, 'count');
  if (first === undefined || second === undefined || more.length > 0 || scene.keys.length === 0) return;
  const cue = nextContent(scene, second + 1);
  const isAll = /^(?:entity|volume)$/.test(conceptAt(scene, nextContent(scene, first + 1))?.kind ?? '');
  if (!isAll || conceptAt(scene, cue)?.kind !== 'comparator') return;
  const ratio = scene.metrics.findIndex((metric) => metric.kind === 'ratio' && isBound(metric.part));
  const shared = scene.metrics[ratio];
  const pred = shared?.kind === 'ratio' ? shared.part : boundAfter(scene, cue);
  if (pred === null) return;
  const columns: readonly Metric[] = [
    ...(scene.metrics.some(({ kind }) => kind === 'count') ? [] : [{ kind: 'count', name: countName(scene) } as const]),
    { kind: 'count-if', pred, name: named(scene, cue) },
  ];
  scene.metrics.splice(ratio < 0 ? scene.metrics.length : ratio, 0, ...columns);
};

/** "per page: number of requests, how many failed, and their share": of those that were counted last, and not of each page. */
export const theirShare = (scene: Scene): void => {
  const parts = scene.metrics.flatMap((metric) => (metric.kind === 'count-if' ? [metric.pred] : []));
  const [only, ...others] = parts;
  const isTheirs = conceptsOf(scene, 'ratio').some((at) => /^(?:their|its)$/i.test(markAt(scene, at - 1)?.text ?? ''));
  if (!scene.share || !isTheirs || only === undefined || others.length > 0) return;
  scene.share = false;
  scene.metrics.push({ kind: 'ratio', part: only, name: 'share' });
};
