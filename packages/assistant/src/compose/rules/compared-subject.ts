import type { FieldRef } from '../../ir/field-ref.ts';
import type { Metric } from '../../ir/query-ir.ts';
import {
  conceptAt,
  fieldAt,
  isGap,
  isNumeric,
  linksAt,
  markAt,
  namesField,
  nextContent,
  type Scene,
} from '../scene.ts';

/** What is compared: a computed column, a field of the records, the count of things, or not said. */
type Subject =
  | { readonly kind: 'metric'; readonly metric: Metric; readonly at: number }
  | { readonly kind: 'field'; readonly field: FieldRef; readonly at: number }
  | { readonly kind: 'count'; readonly at: number }
  | { readonly kind: 'none' };

const metricFor = (scene: Scene, at: number): Metric | null => {
  const meaning = markAt(scene, at)?.meaning;
  const concept = conceptAt(scene, at);
  const isStat =
    concept?.kind === 'stat' ||
    concept?.kind === 'percentile' ||
    concept?.kind === 'ratio' ||
    (meaning?.kind === 'literal' && meaning.token.kind === 'percentile');
  if (!isStat) return null;
  return (
    scene.metrics.find((metric) => (concept?.kind === 'ratio' ? metric.kind === 'ratio' : metric.kind !== 'ratio')) ??
    null
  );
};

export const subjectBefore = (scene: Scene, cue: number): Subject => {
  for (let at = cue - 1; at >= 0 && at >= cue - 6; at--) {
    const concept = conceptAt(scene, at);
    const metric = metricFor(scene, at);
    if (metric !== null) return { kind: 'metric', metric, at };
    if (namesField(scene, at)) {
      const field = fieldAt(scene, at);
      const measured = scene.metrics.find(
        (entry) =>
          'field' in entry &&
          field !== null &&
          entry.field.path.join('\0') === field.path.join('\0') &&
          entry.field.root === field.root,
      );
      const statBefore = metricFor(scene, nextContent(scene, at - 1, -1));
      if (measured !== undefined && (statBefore !== null || scene.taken.has(at)))
        return { kind: 'metric', metric: measured, at };
      if (field !== null)
        return isNumeric(field) || field.type === 'timestamp' ? { kind: 'field', field, at } : { kind: 'none' };
      return { kind: 'none' };
    }
    if (
      concept?.kind === 'count' ||
      concept?.kind === 'severity' ||
      concept?.kind === 'entity' ||
      concept?.kind === 'volume'
    ) {
      // "average span over 200 ms" compares the average.
      const stat = concept.kind === 'entity' ? metricFor(scene, nextContent(scene, at - 1, -1)) : null;
      return stat === null ? { kind: 'count', at } : { kind: 'metric', metric: stat, at };
    }
    // "an average top-up below 15 euros": of what is called so.
    const ofNamed =
      markAt(scene, at)?.meaning.kind === 'value' ? metricFor(scene, nextContent(scene, at - 1, -1)) : null;
    if (ofNamed !== null) return { kind: 'metric', metric: ofNamed, at: nextContent(scene, at - 1, -1) };
    if (!isGap(scene, at) && concept?.kind !== 'with' && concept?.kind !== 'which' && concept?.kind !== 'negation')
      return { kind: 'none' };
  }
  return { kind: 'none' };
};

/** "invoices above 500 euros": the amount is in it. */
const isCurrency = (scene: Scene, at: number): boolean =>
  linksAt(scene, at).some(({ field, value }) => /currency$/i.test(field.path.at(-1) ?? '') && /^[A-Z]{3}$/.test(value));

/** "more than 50 errors": the noun after the number makes it a count. */
export const countedAfter = (scene: Scene, at: number): boolean => {
  // "more than 2 checkout errors": a value before the noun describes it.
  const next = nextContent(
    scene,
    at + 1,
    1,
    (index) => conceptAt(scene, index)?.kind === 'distinct' || markAt(scene, index)?.meaning.kind === 'value',
  );
  const concept = conceptAt(scene, next);
  // "more than 3 refunds": what a value names can be counted too.
  const named = markAt(scene, nextContent(scene, at + 1))?.meaning.kind === 'value';
  const kind = markAt(scene, next)?.meaning.kind;
  if (named && isCurrency(scene, nextContent(scene, at + 1))) return false;
  if (named && (next < 0 || kind === 'time' || kind === 'punctuation')) return true;
  return (
    concept?.kind === 'severity' ||
    concept?.kind === 'outcome' ||
    concept?.kind === 'entity' ||
    concept?.kind === 'symptom' ||
    markAt(scene, next)?.meaning.kind === 'message' ||
    concept?.kind === 'status' ||
    scene.preds.some((found) => found.source === 'status' && found.at === next) ||
    // "more than 5 orders", which are told by "order placed".
    (/^(?:unknown|field)$/.test(kind ?? '') &&
      scene.taken.has(next) &&
      scene.preds.some((found) => found.source === 'value' && found.at === next))
  );
};
