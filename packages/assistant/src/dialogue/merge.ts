import type { Reading } from '../compose/compose.ts';
import type { WindowNanos } from '../compose/finish.ts';
import { countName } from '../compose/rules/count-name.ts';
import { percentileMetric, statMetric } from '../compose/rules/metrics.ts';
import { onDay } from '../compose/rules/times.ts';
import { conceptAt, conceptsOf, fieldAt, type Scene } from '../compose/scene.ts';
import { sameField } from '../ir/field-ref.ts';
import type { Key, Metric, Order, Pred, QueryIR } from '../ir/query-ir.ts';
import { rowsOf } from '../ir/rows-of.ts';
import { autoBucket } from '../time/auto-bucket.ts';
import { NANOS, resolveTime } from '../time/time-spec.ts';
import { mergeWhere } from './merge-where.ts';

const hasEdit = (scene: Scene, edit: string): boolean =>
  scene.marks.some((_, at) => {
    const concept = conceptAt(scene, at);
    return concept?.kind === 'edit' && concept.edit === edit;
  });

const saidOf = (scene: Scene): string =>
  scene.marks
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');

/** Said of something that takes the place of another. */
const replaces = (scene: Scene): boolean =>
  hasEdit(scene, 'replace') || /\b(?:this time|now rather)\b/i.test(saidOf(scene));

const fieldKeys = (keys: readonly Key[]): readonly Key[] => keys.filter((key) => key.kind === 'field');
const timeKeys = (keys: readonly Key[]): readonly Key[] => keys.filter((key) => key.kind !== 'field');

const hasKey = (keys: readonly Key[], wanted: Key): boolean =>
  keys.some((key) => key.kind === 'field' && wanted.kind === 'field' && sameField(key.field, wanted.field));

/** "compare 1.7 and 1.8", then "for every service": of each service both. */
const comparedKeys = ({ ir, scene }: Reading): readonly Key[] =>
  conceptsOf(scene, 'compare').length === 0
    ? []
    : fieldKeys(ir.keys).filter(
        (key) =>
          key.kind === 'field' && ir.where.some((pred) => pred.kind === 'in' && sameField(pred.field, key.field)),
      );

/** "which badges", then "more than 5 times": of each of those that were shown. */
const shownKeys = ({ shape, columns }: QueryIR, edit: Scene): readonly Key[] => {
  const [field] = columns;
  const isOne = shape === 'distinct' && columns.length === 1 && edit.having.length > 0;
  return isOne && field !== undefined ? [{ kind: 'field', field }] : [];
};

const mergeKeys = (reading: Reading, edit: Scene, add: boolean, bucket: bigint | null): readonly Key[] => {
  const base = reading.ir;
  const said = edit.keys.filter((key) => key.kind === 'field');
  // "per day instead" takes the place of the groups there were.
  const instead = bucket !== null && edit.bucket !== null && replaces(edit);
  const fields =
    said.length === 0
      ? instead
        ? []
        : [...fieldKeys(base.keys), ...shownKeys(base, edit)]
      : add
        ? [...fieldKeys(base.keys), ...said.filter((key) => !base.keys.includes(key))]
        : [...said, ...(replaces(edit) ? [] : comparedKeys(reading)).filter((key) => !hasKey(said, key))];
  const times: readonly Key[] = bucket === null ? timeKeys(base.keys) : [{ kind: 'bucket', nanos: bucket }];
  return [...times, ...fields];
};

const bucketFor = (base: Reading, edit: Scene, window: WindowNanos | null, now: bigint): bigint | null => {
  const wanted = edit.bucket ?? (edit.time !== null && base.scene.bucket === 'auto' ? 'auto' : null);
  if (wanted !== 'auto') return wanted;
  const time = edit.time ?? base.ir.time;
  const range = time === null ? window : resolveTime(time, now);
  return range === null ? NANOS.minute : autoBucket(range.to - range.from);
};

/** "the total instead" after an average of something is of the same thing. */
const ofSameField = (base: QueryIR, edit: Scene): readonly Metric[] => {
  const [before] = base.metrics;
  const field = before?.kind === 'stat' || before?.kind === 'percentile' ? before.field : null;
  const named = edit.marks.some((_, at) => fieldAt(edit, at) !== null);
  if (field === null || named) return edit.metrics;
  return edit.metrics.map((metric) => {
    if (metric.kind === 'stat' && metric.field.type === field.type) return statMetric(metric.fn, field);
    return metric.kind === 'percentile' ? percentileMetric(metric.p, field) : metric;
  });
};

const mergeMetrics = (base: QueryIR, edit: Scene, add: boolean, keyed: boolean): readonly Metric[] => {
  const renamed = base.metrics.map(
    (metric): Metric =>
      metric.kind === 'count' && edit.preds.some((found) => found.source === 'severity')
        ? { kind: 'count', name: countName(edit) }
        : metric,
  );
  // "with the number of calls next to it"
  if (add && edit.counted && edit.metrics.length === 0 && renamed.length > 0 && keyed)
    return renamed.some(({ kind }) => kind === 'count') ? renamed : [...renamed, { kind: 'count', name: 'count' }];
  const said = ofSameField(base, edit);
  if (said.length > 0)
    return add ? [...renamed, ...said.filter((metric) => !renamed.some((known) => known.name === metric.name))] : said;
  return renamed.length === 0 && keyed ? [{ kind: 'count', name: 'count' }] : renamed;
};

const orderFor = (base: QueryIR, edit: Scene, keys: readonly Key[], metrics: readonly Metric[]): Order | null => {
  const [key] = keys;
  const metric = metrics[0]?.name ?? '';
  // "slowest first" of groups with a count and a duration.
  const slow = edit.marks.some((_, at) => {
    const concept = conceptAt(edit, at);
    const by = concept?.kind === 'superlative' ? concept.by : concept?.kind === 'ordered' ? concept.by : null;
    return by === 'duration';
  });
  const timed = slow ? metrics.find((entry) => 'field' in entry && entry.field.role === 'duration') : undefined;
  if (edit.order !== null)
    return edit.order.by === 'column' ? { ...edit.order, name: timed?.name ?? metric } : edit.order;
  if (key === undefined) return metrics.length > 0 && base.callers === undefined ? null : base.order;
  if (key.kind === 'bucket') return { by: 'column', name: 'bucket', direction: 'asc' };
  if (key.kind === 'cyclic') return base.order;
  return {
    by: 'column',
    name: metric,
    direction: base.order?.by === 'column' && base.order.name !== 'bucket' ? base.order.direction : 'desc',
  };
};

const NAMES_DAY =
  /day\b|\d{4}-|\bago\b|\b(?:last|past|this|since|now|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d(?:st|nd|rd|th)\b/i;

/** "only between 9 and 11am" after a question about yesterday is of that day. */
const editedTime = (base: Reading, edit: Scene, now: bigint): QueryIR['time'] => {
  if (edit.time === null || base.ir.time === null) return edit.time ?? base.ir.time;
  const said = edit.marks.filter(({ meaning }) => meaning.kind === 'time' && meaning.time.kind === 'time');
  const named = said.some(({ text }) => NAMES_DAY.test(text));
  return (named ? null : onDay(base.ir.time, edit.time, now)) ?? edit.time;
};

export type ResultShape = 'same' | 'rows' | 'count';

/** "errors by service" > "with the error rate": where the filter for errors goes, they are still what was counted. */
const stillOf = (metrics: readonly Metric[], base: QueryIR, lifted: readonly Pred[]): readonly Metric[] => {
  const [only] = lifted;
  if (only === undefined) return metrics;
  const pred: Pred = lifted.length === 1 ? only : { kind: 'and', preds: lifted };
  return metrics.map((metric) =>
    metric.kind === 'count' && base.metrics.some(({ kind, name }) => kind === 'count' && name === metric.name)
      ? { kind: 'count-if', pred, name: metric.name }
      : metric,
  );
};

/** The query before with the changes that were asked for. */
export const mergeEdit = (
  base: Reading,
  edit: Scene,
  wanted: ResultShape,
  window: WindowNanos | null,
  now: bigint,
): QueryIR => {
  const add = hasEdit(edit, 'add') || /^(?:and )?plus\b/i.test(saidOf(edit));
  const total = edit.marks.some(({ text }) => /^(in total|overall|altogether|total of all)$/i.test(text));
  const manner = { widen: add, replace: replaces(edit), more: /^and\b/i.test(saidOf(edit)) };
  const merged = mergeWhere(base.ir.where, edit.preds, manner, edit);
  // "as failure rate": a filter for failures would make the rate one.
  const parts = edit.metrics.flatMap((metric) => (metric.kind === 'ratio' ? [JSON.stringify(metric.part)] : []));
  const isPart = (pred: Pred): boolean => parts.includes(JSON.stringify(pred));
  const where = merged.filter((pred) => !isPart(pred));
  const time = editedTime(base, edit, now);
  const plain = { ...rowsOf(base.ir), time, where };
  // "show me the latest 5" of what was counted.
  const ranked = edit.order?.by === 'field' ? edit.order : null;
  if (wanted === 'rows') return { ...plain, order: ranked, limit: edit.limit };
  if (wanted === 'count') return { ...plain, shape: 'count' };
  if (edit.distinct && edit.columns.length > 0) return { ...plain, shape: 'distinct', columns: edit.columns };
  // "how many users is that?" of groups by user: all of them.
  const counted = edit.metrics.flatMap((metric) => (metric.kind === 'distinct' && !add ? [metric.field] : []));
  const keys = total
    ? []
    : mergeKeys(base, edit, add, bucketFor(base, edit, window, now)).filter(
        (key) => key.kind !== 'field' || !counted.some((field) => sameField(field, key.field)),
      );
  const [things] =
    base.ir.having.length > 0 && base.ir.related === null && base.ir.keys.length > keys.length ? counted : [];
  const counts = base.ir.shape === 'count' && keys.length > 0;
  const metrics = mergeMetrics(base.ir, edit, add, keys.length > 0);
  const named =
    keys.length > 0 && base.ir.metrics.length === 0 && metrics[0]?.kind === 'count'
      ? [
          {
            kind: 'count',
            name: countName(edit.preds.some((found) => found.source === 'severity') ? edit : base.scene),
          } as const,
        ]
      : stillOf(metrics, base.ir, merged.filter(isPart));
  const table = keys.length > 0 || named.length > 0;
  return {
    ...base.ir,
    time,
    where,
    // Of the groups that were kept, not of all records.
    related: things === undefined ? base.ir.related : { to: base.ir, own: things, other: things },
    keys,
    metrics: named,
    shape: table ? 'table' : counts ? 'table' : base.ir.shape,
    having: [
      ...base.ir.having.filter((having) => named.some((metric) => metric.name === having.metric)),
      ...edit.having,
    ],
    order: orderFor(base.ir, edit, keys, named),
    limit: edit.limit ?? (table && base.ir.shape !== 'table' ? null : base.ir.limit),
    columns: table ? [] : edit.columns.length > 0 ? edit.columns : base.ir.columns,
  };
};
