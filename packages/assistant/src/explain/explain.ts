import { type FieldRef, fieldText } from '../ir/field-ref.ts';
import type {
  Beyond,
  CompareOp,
  Having,
  Key,
  Metric,
  Order,
  Overall,
  Pred,
  QueryIR,
  Related,
  Scalar,
  Typical,
} from '../ir/query-ir.ts';
import { intervalText } from '../time/interval-text.ts';
import { resolveInstant } from '../time/time-spec.ts';
import { timeText } from './time-text.ts';

const scalarText = (value: Scalar): string =>
  value.kind === 'null'
    ? 'missing'
    : value.kind === 'text'
      ? value.value === ''
        ? 'empty'
        : `"${value.value}"`
      : String(value.value);

/** `service ($l.subsystemname)`: the meaning with the field behind it. */
const named = (field: FieldRef): string =>
  field.role === null ? fieldText(field) : `${field.role} (${fieldText(field)})`;
const unitOf = (field: FieldRef, value: Scalar): string =>
  value.kind === 'number' && field.unit !== null ? ` ${field.unit}` : '';

const OPS: Readonly<Record<CompareOp, string>> = {
  '==': 'is',
  '!=': 'is not',
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
};
const MODES = {
  phrase: 'says',
  contains: 'contains the text',
  starts: 'starts with',
  ends: 'ends with',
  regex: 'matches',
} as const;

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export const predText = (pred: Pred, now: bigint): string => {
  switch (pred.kind) {
    case 'compare':
      if (pred.value.kind === 'null') return `${named(pred.field)} is ${pred.op === '==' ? 'missing' : 'present'}`;
      return `${named(pred.field)} ${OPS[pred.op]} ${scalarText(pred.value)}${unitOf(pred.field, pred.value)}`;
    case 'against': {
      const more = pred.plus === 0 ? '' : ` ${pred.plus < 0 ? 'less' : 'plus'} ${Math.abs(pred.plus)}`;
      return `${named(pred.field)} ${OPS[pred.op]} ${named(pred.other)}${more}`;
    }
    case 'in':
      return `${named(pred.field)} is one of ${pred.values.map(scalarText).join(', ')}`;
    case 'text':
      return `${pred.field === null ? 'any field' : named(pred.field)} ${MODES[pred.mode]} "${pred.text}"`;
    case 'time':
      return `the time is ${pred.op === '<' ? 'before' : 'from'} ${new Date(Number(resolveInstant(pred.at, now) / 1_000_000n)).toISOString()}`;
    case 'recurring':
      return pred.part.kind === 'days'
        ? `the day is from ${DAYS[pred.part.from - 1]} to ${DAYS[pred.part.to - 1]} (UTC)`
        : `the hour is ${pred.part.outside ? 'not ' : ''}from ${pred.part.from} to ${pred.part.to} (UTC)`;
    case 'not':
      return `not (${predText(pred.pred, now)})`;
    case 'and':
      return pred.preds.map((part) => predText(part, now)).join(' and ');
    case 'or':
      return pred.preds.map((part) => predText(part, now)).join(' or ');
  }
};

const percent = (share: number): number => Number((share * 100).toPrecision(6));

const STATS = {
  avg: 'the average',
  min: 'the smallest',
  max: 'the largest',
  sum: 'the sum',
  stddev: 'the standard deviation',
  variance: 'the variance',
} as const;

const onlyText = (only: Pred | undefined, now: bigint): string =>
  only === undefined ? '' : ` where ${predText(only, now)}`;

const ratioOf = ({ of, per }: Metric & { readonly kind: 'ratio' }): string => {
  if (per !== undefined) return `of ${per} records the number`;
  if (of === undefined) return 'the share of records (0 to 1)';
  return `the share of ${of.type === 'number' ? 'the sum' : 'different values'} of ${named(of)} (0 to 1)`;
};

const unitText = ({ shown, field }: Metric & { readonly kind: 'stat' | 'percentile' }): string => {
  const unit = shown?.unit ?? field.unit;
  const divided = shown === undefined ? '' : `, divided by ${shown.divisor}`;
  return unit === null ? '' : ` in ${unit}${divided}`;
};

export const metricText = (metric: Metric, now: bigint): string => {
  switch (metric.kind) {
    case 'count':
      return 'the number of records';
    case 'count-if':
      return `the number of records where ${predText(metric.pred, now)}`;
    case 'distinct':
      return `the number of different values of ${named(metric.field)}${onlyText(metric.only, now)}`;
    case 'stat':
      return `${STATS[metric.fn]} of ${named(metric.field)}${unitText(metric)}${onlyText(metric.only, now)}`;
    case 'percentile':
      return `the ${percent(metric.p)}th percentile of ${named(metric.field)}${unitText(metric)}${onlyText(metric.only, now)}`;
    case 'change': {
      // The two figures are columns that are told too.
      const [one, other] = [metric.one.name, metric.other.name];
      if (metric.as === 'quotient') return `${one} divided by ${other}`;
      return `by how much ${one} is more than ${other}${metric.as === 'part' ? `, as a part of ${other}` : ''}`;
    }
    case 'elapsed':
      return `the time from the first record where ${predText(metric.from, now)} to the first where ${predText(metric.to, now)}`;
    case 'ratio':
      if (metric.over !== undefined)
        return `the number of records where ${predText(metric.part, now)} for each${metric.per === undefined ? '' : ` ${metric.per}`} where ${predText(metric.over, now)}`;
      return `${ratioOf(metric)} where ${predText(metric.part, now)}`;
  }
};

export const keyText = (key: Key, now: bigint): string => {
  switch (key.kind) {
    case 'field':
      return named(key.field);
    case 'bucket':
      return `every ${intervalText(key.nanos)}`;
    case 'period':
      return `period (${key.older}, ${key.newer})`;
    case 'cyclic':
      return key.unit === 'hour' ? 'hour of day (UTC)' : 'day of week (UTC)';
    case 'bins':
      return `classes ${key.bins.map(({ label, pred }) => `"${label}" (${predText(pred, now)})`).join(', ')}`;
    case 'step':
      return `${named(key.field)} in steps of ${key.width}${key.field.unit === null ? '' : ` ${key.field.unit}`}`;
  }
};

const typicalText = ({ typical, times }: Typical): string => {
  const many = times === undefined ? '' : `${times} times `;
  if (typical === null) return `${many}that of all together`;
  const figure = typical.fn === 'percentile' ? `the ${percent(typical.p ?? 0)}th percentile` : STATS[typical.fn];
  return `${many}${figure} of all of them`;
};

const beyondText = ({ field, op, times, figure, of }: Beyond, now: bigint): string => {
  const all = of === null ? 'of all of them' : `of those with the same ${named(of)}`;
  return `of which ${named(field)} ${OPS[op]} ${times === undefined ? '' : `${times} times `}${metricText(figure, now)} ${all}`;
};

const havingText = ({ metric, op, value }: Having): string => {
  if (typeof value !== 'number' && 'typical' in value) return `${metric} ${OPS[op]} ${typicalText(value)}`;
  const times = typeof value === 'number' || value.times === undefined ? '' : `${value.times} times `;
  return `${metric} ${OPS[op]} ${typeof value === 'number' ? value : `${times}${value.column}`}`;
};

export const orderText = (order: Order): string => {
  const what = order.by === 'column' ? order.name : named(order.field);
  const time = order.by === 'column' ? /^(bucket|hour|weekday)$/.test(order.name) : order.field.role === 'timestamp';
  const down = order.direction === 'desc';
  return time ? `${down ? 'newest' : 'oldest'} first` : `${down ? 'highest' : 'lowest'} ${what} first`;
};

const verb = (ir: QueryIR, now: bigint): string => {
  switch (ir.shape) {
    case 'rows':
      return `Shows ${ir.columns.length > 0 ? `${ir.columns.map(named).join(', ')} of ` : ''}${ir.dataset}`;
    case 'count':
      return `Counts ${ir.dataset}`;
    case 'distinct':
      return `Lists the different values of ${ir.columns.map(named).join(', ')} in ${ir.dataset}`;
    case 'table':
      if (ir.metrics.every((metric) => metric.kind === 'count')) return `Counts ${ir.dataset}`;
      return `Computes ${ir.metrics.map((metric) => metricText(metric, now)).join(', ')} over ${ir.dataset}`;
  }
};

/** What two records have in common: `the same trace ($d.trace_id, there $d.traceID) as`. */
const relationText = ({ own, other }: Related): string => {
  const [here, there] = [fieldText(own), fieldText(other)];
  const fields = here === there ? here : `${here}, there ${there}`;
  if (own.role === 'parent') return `a parent (${fields}) among`;
  if (own.role === 'span') return `a child (${fields}) among`;
  return `the same ${own.role ?? 'value'} (${fields}) as`;
};

const relatedText = (related: Related, now: bigint): string => {
  const { to } = related;
  const said = to.where.length === 0 ? '' : ` where ${to.where.map((pred) => predText(pred, now)).join(' and ')}`;
  const first = to.order === null || to.limit === null ? '' : ` (${orderText(to.order)}, at most ${to.limit})`;
  return `${related.without ? 'without' : 'with'} ${relationText(related)} ${to.dataset}${said}${first}`;
};

const overallText = ({ fn, p, of, bound, over }: Overall): string => {
  if (fn === 'count') return over === undefined ? 'how many they are' : `how many have ${over.join(' and ')}`;
  if (bound !== undefined) return `the share of them (0 to 1) whose ${of} ${OPS[bound.op]} ${bound.value}`;
  if (fn === 'percentile') return `the ${percent(p ?? 0)}th percentile of ${of}`;
  return fn === 'share' ? `the share of ${of}` : `${STATS[fn]} of ${of}`;
};

export interface ExplainInput {
  readonly nowNanos: bigint;
  readonly windowKnown: boolean;
  readonly assumptions: readonly string[];
  readonly ignored: readonly string[];
}

/** What a query tree asks, in one sentence: times, the field behind each role, defaults taken and words left out. */
export const explain = (ir: QueryIR, { nowNanos, windowKnown, assumptions, ignored }: ExplainInput): string => {
  const parts = [verb(ir, nowNanos)];
  if (ir.where.length > 0) parts.push(`where ${ir.where.map((pred) => predText(pred, nowNanos)).join(' and ')}`);
  if (ir.beyond !== undefined) parts.push(beyondText(ir.beyond, nowNanos));
  if (ir.related !== null) parts.push(relatedText(ir.related, nowNanos));
  if (ir.first !== undefined) parts.push(`of the first ${ir.first.limit}, ${orderText(ir.first.order)}`);
  if (ir.extract !== null) parts.push(`reading ${ir.extract.pattern} out of ${named(ir.extract.from)}`);
  parts.push(`over ${timeText(ir.time, nowNanos, windowKnown)}`);
  if (ir.callers !== undefined)
    parts.push(
      `by the service of the span above (${fieldText(ir.callers.parent)} is its ${fieldText(ir.callers.span)}) and ${named(ir.callers.service)}`,
    );
  if (ir.keys.length > 0) parts.push(`by ${ir.keys.map((key) => keyText(key, nowNanos)).join(' and ')}`);
  if (ir.having.length > 0) parts.push(`keeping groups where ${ir.having.map(havingText).join(' and ')}`);
  if (ir.share) parts.push('each with its share of all (0 to 1)');
  if (ir.overall.length > 0) parts.push(`and of these groups ${ir.overall.map(overallText).join(', ')}`);
  else if (ir.perGroup !== null)
    parts.push(`the first ${ir.perGroup} of each${ir.order === null ? '' : `, ${orderText(ir.order)}`}`);
  else if (ir.order !== null) parts.push(orderText(ir.order));
  if (ir.limit !== null) parts.push(ir.last ? `number ${ir.limit} alone` : `at most ${ir.limit}`);
  const notes = [
    ...(assumptions.length > 0 ? [`assumed: ${assumptions.join('; ')}`] : []),
    ...(ignored.length > 0 ? [`not used: ${ignored.map((word) => `"${word}"`).join(', ')}`] : []),
  ];
  return `${parts.join(', ').replace(', where', ' where').replace(', over', ' over')}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}.`;
};
