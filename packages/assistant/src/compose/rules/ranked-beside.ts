import type { Metric } from '../../ir/query-ir.ts';
import { conceptAt, conceptsOf, type FoundPred, isGap, markAt, type Scene } from '../scene.ts';
import { countName } from './count-name.ts';

const OUTCOME = /^(?:severity|status|outcome)$/;
const JOINS = /^(?:with|and|plus|including|along with|together with|showing|,)$/i;

/** What the groups are ranked by: "by errors", "with the most 5xx"; null where it is no outcome. */
const rankedBy = (scene: Scene): FoundPred | null => {
  const ranks = scene.marks.some((_, at) => conceptAt(scene, at)?.kind === 'cut');
  return (
    scene.preds.find(({ source, at }) => {
      if (!OUTCOME.test(source)) return false;
      let before = at - 1;
      while (before > 0 && isGap(scene, before)) before -= 1;
      const concept = conceptAt(scene, before);
      const by = concept?.kind === 'group' && /^by$/i.test(markAt(scene, before)?.text ?? '') && ranks;
      return by || (concept?.kind === 'superlative' && concept.by === 'metric');
    }) ?? null
  );
};

const BUSY = /^(?:busiest|noisiest|most active|most used|chattiest)$/i;

/** "the 3 busiest routes", "top 5 routes by requests": ranked by how many records each has; -1 where by something else. */
const rankedByCount = (scene: Scene): number =>
  scene.marks.findIndex(({ text }, at) => {
    if (BUSY.test(text)) return true;
    const concept = conceptAt(scene, at);
    const counted = concept?.kind === 'entity' && /^(?:by|of)$/i.test(markAt(scene, at - 1)?.text ?? '');
    return counted && conceptAt(scene, at - 1)?.kind === 'group' && conceptsOf(scene, 'cut').some((cut) => cut < at);
  });

/** Whether figures are told beside what ranks: "with their average latency", "and for each the p95". */
const toldBeside = (scene: Scene, from: number): boolean => {
  const joiner = scene.marks.findIndex((mark, at) => at > from && JOINS.test(mark.text));
  return (
    joiner >= 0 &&
    scene.marks.some(({ meaning }, at) => {
      const kind = conceptAt(scene, at)?.kind ?? '';
      const percentile = meaning.kind === 'literal' && meaning.token.kind === 'percentile';
      return at > joiner && (percentile || /^(?:stat|percentile|ratio|role)$/.test(kind));
    })
  );
};

/**
 * "top 5 routes by errors with their average latency": the latency of all their requests, beside the count that ranks them; a
 * filter for errors would make it that of the errors.
 */
export const rankedBeside = (scene: Scene): void => {
  const figures = scene.metrics.filter(({ kind }) => /^(?:stat|percentile|ratio)$/.test(kind));
  if (figures.length === 0 || scene.compared !== null || !scene.keys.some(({ kind }) => kind === 'field')) return;
  const by = rankedBy(scene);
  if (by === null) {
    const counted = rankedByCount(scene);
    if (counted >= 0 && toldBeside(scene, counted)) rankBy(scene, { kind: 'count', name: 'requests' });
    return;
  }
  if (!toldBeside(scene, by.at)) return;
  const name = countName(scene);
  scene.preds.splice(scene.preds.indexOf(by), 1);
  rankBy(scene, { kind: 'count-if', pred: by.pred, name: name === 'count' ? 'ranked' : name });
};

const rankBy = (scene: Scene, counted: Metric): void => {
  const others = scene.metrics.filter((metric) => metric.name !== counted.name);
  scene.metrics.splice(0, scene.metrics.length, counted, ...others);
  scene.order = { by: 'column', name: counted.name, direction: 'desc' };
};
