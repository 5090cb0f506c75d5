import type { Column, Expr, KeypathExpr, Query, Stage, TimeFrame } from '@clearspan/dataprime';
import type { Recurring } from '../time/recurring.ts';
import type { Instant, TimeSpec } from '../time/time-spec.ts';
import type { FieldRef } from './field-ref.ts';
import * as n from './nodes.ts';
import type { Extraction, Key, Metric, Order, Overall, Pred, QueryIR, Related, Scalar, Shown } from './query-ir.ts';

const scalar = (value: Scalar): Expr => {
  switch (value.kind) {
    case 'text':
      return n.text(value.value);
    case 'number':
      return n.number(value.value);
    case 'bool':
      return { kind: 'bool', value: value.value, span: n.NOWHERE };
    case 'severity':
      return { kind: 'severity', name: value.value, span: n.NOWHERE };
    case 'null':
      return { kind: 'null', span: n.NOWHERE };
  }
};

const instant = (at: Instant): Expr => {
  switch (at.kind) {
    case 'at':
      return n.timestamp(at.nanos);
    case 'now':
      return at.backNanos === 0n ? n.now : n.binary('-', n.now, n.interval(at.backNanos));
    case 'aligned': {
      const floor = n.binary('/', n.now, { ...n.interval(at.unitNanos), text: unitText(at.unitNanos) });
      return at.backNanos === 0n ? floor : n.binary('-', floor, backText(at));
    }
  }
};
const DAY = 86_400_000_000_000n;
const unitText = (nanos: bigint): string => (nanos === DAY ? '1d' : '1h');
const backText = (at: Extract<Instant, { kind: 'aligned' }>): Expr => {
  const interval = n.interval(at.backNanos);
  return at.backNanos % DAY === 0n ? { ...interval, text: `${at.backNanos / DAY}d` } : interval;
};

const timeFrame = (time: TimeSpec): TimeFrame => {
  switch (time.kind) {
    case 'last':
      return { kind: 'last', interval: n.interval(time.nanos), span: n.NOWHERE };
    case 'between':
      return { kind: 'between', from: instant(time.from), to: instant(time.to), span: n.NOWHERE };
    case 'around':
      return { kind: 'around', at: instant(time.at), interval: n.interval(time.radiusNanos), span: n.NOWHERE };
  }
};

const join = (op: '&&' | '||', exprs: readonly Expr[]): Expr =>
  exprs.reduce((left, right) => n.binary(op, left, right));

const textPred = (pred: Extract<Pred, { kind: 'text' }>): Expr => {
  if (pred.field === null) return n.binary('~~', n.keypath('d', []), n.text(pred.text));
  const field = n.fieldExpr(pred.field);
  switch (pred.mode) {
    case 'phrase':
      return n.binary('~', field, n.text(pred.text));
    case 'contains':
      return n.call('contains', field, n.text(pred.text));
    case 'starts':
      return n.call('startsWith', field, n.text(pred.text));
    case 'ends':
      return n.call('endsWith', field, n.text(pred.text));
    case 'regex':
      return n.call('matches', field, { kind: 'regex', pattern: pred.text, span: n.NOWHERE });
  }
};

const recurringExpr = (part: Recurring): Expr => {
  const unit = part.kind === 'hours' ? 'hour' : 'day_of_week';
  const value = n.call('extractTime', n.keypath('m', ['timestamp']), n.text(unit));
  // Hours are half-open, days of the week are not.
  const end = part.kind === 'hours' ? '<' : '<=';
  const bounds = [n.binary('>=', value, n.number(part.from)), n.binary(end, value, n.number(part.to))];
  const inside = join(part.kind === 'hours' && part.from > part.to ? '||' : '&&', bounds);
  return part.kind === 'hours' && part.outside ? n.not(inside) : inside;
};

/** A predicate as an expression. Literals enter here and only as literal nodes, so no text of a question is ever syntax. */
export const predExpr = (pred: Pred): Expr => {
  switch (pred.kind) {
    case 'compare': {
      // Presence is a matter of the key, whatever its type.
      const field = pred.value.kind === 'null' ? n.plainField(pred.field) : n.fieldExpr(pred.field);
      return n.binary(pred.op, field, scalar(pred.value));
    }
    case 'in':
      return n.call('in', n.fieldExpr(pred.field), ...pred.values.map(scalar));
    case 'text':
      return textPred(pred);
    case 'time':
      return n.binary(pred.op, n.keypath('m', ['timestamp']), instant(pred.at));
    case 'recurring':
      return recurringExpr(pred.part);
    case 'not':
      return n.not(predExpr(pred.pred));
    case 'and':
      return join('&&', pred.preds.map(predExpr));
    case 'or':
      return join('||', pred.preds.map(predExpr));
  }
};

/** The field where the records satisfy a predicate, else nothing. */
const fieldIf = (pred: Pred, field: FieldRef): Expr =>
  n.call('if', predExpr(pred), n.fieldExpr(field), { kind: 'null', span: n.NOWHERE });

/** A part of the sum of a number, or of the different values of what is none. */
const shareOf = (part: Pred, field: FieldRef): Expr =>
  field.type === 'number'
    ? n.binary('/', n.call('sum', fieldIf(part, field)), n.call('sum', n.fieldExpr(field)))
    : n.binary(
        '/',
        n.call('distinct_count_if', predExpr(part), n.plainField(field)),
        n.call('distinct_count', n.plainField(field)),
      );

const shownIn = (shown: Shown | undefined, figure: Expr): Expr =>
  shown === undefined ? figure : n.binary('/', figure, n.number(shown.divisor));

const metricExpr = (metric: Metric): Expr => {
  switch (metric.kind) {
    case 'count':
      return n.call('count');
    case 'count-if':
      return n.call('count_if', predExpr(metric.pred));
    case 'distinct':
      return metric.only === undefined
        ? n.call('distinct_count', n.plainField(metric.field))
        : n.call('distinct_count_if', predExpr(metric.only), n.plainField(metric.field));
    case 'stat':
      return shownIn(
        metric.shown,
        n.call(metric.fn, metric.only === undefined ? n.fieldExpr(metric.field) : fieldIf(metric.only, metric.field)),
      );
    case 'percentile':
      return shownIn(metric.shown, n.call('percentile', n.number(metric.p), n.fieldExpr(metric.field)));
    case 'ratio': {
      if (metric.of !== undefined) return shareOf(metric.part, metric.of);
      const whole = metric.over === undefined ? n.call('count') : n.call('count_if', predExpr(metric.over));
      const share = n.binary('/', n.call('count_if', predExpr(metric.part)), whole);
      return metric.per === undefined ? share : n.binary('*', share, n.number(metric.per));
    }
  }
};
const metricColumn = (metric: Metric): Column => n.column(metricExpr(metric), metric.name);

/** The column a cyclic key is written to. */
export const cyclicName = (unit: 'hour' | 'day_of_week'): string => (unit === 'hour' ? 'hour' : 'weekday');

/** The column of the classes of a number. */
export const stepName = (field: FieldRef): string =>
  `${(field.path.at(-1) ?? 'value').replace(/[^A-Za-z0-9_]+/g, '_')}_from`;

const keyColumn = (key: Key): Column => {
  const time = n.keypath('m', ['timestamp']);
  switch (key.kind) {
    case 'field':
      return n.column(n.plainField(key.field));
    case 'bucket': {
      const size = n.interval(key.nanos);
      const whole = key.nanos % DAY === 0n ? { ...size, text: `${key.nanos / DAY}d` } : size;
      return n.column(n.call('roundTime', time, whole), 'bucket');
    }
    case 'period': {
      const newer = n.binary('>=', time, instant(key.at));
      return n.column(n.call('if', newer, n.text(key.newer), n.text(key.older)), 'period');
    }
    case 'cyclic':
      return n.column(n.call('extractTime', time, n.text(key.unit)), cyclicName(key.unit));
    case 'bins':
      return n.column(n.cases(key.bins.map((bin) => [predExpr(bin.pred), n.text(bin.label)] as const)), key.name);
    case 'step': {
      const width = n.number(key.width);
      const steps = n.call('floor', n.binary('/', n.fieldExpr(key.field), width));
      return n.column(n.binary('*', steps, width), stepName(key.field));
    }
  }
};

const orderStage = (order: Order): Stage =>
  n.stage('orderby', {
    keys: [
      {
        expr: order.by === 'column' ? n.columnPath(order.name) : n.fieldExpr(order.field),
        direction: order.direction,
        span: n.NOWHERE,
      },
    ],
  });

const countOver = (over: readonly string[] | undefined): Expr =>
  over === undefined
    ? n.call('count')
    : n.call(
        'count_if',
        join(
          '&&',
          over.map((column) => n.binary('>', n.columnPath(column), n.number(0))),
        ),
      );

const overallColumn = ({ fn, p, of, name, bound, over }: Overall): Column => {
  if (fn === 'count') return n.column(countOver(over), name);
  if (bound !== undefined) {
    const within = n.binary(bound.op, n.columnPath(of), n.number(bound.value));
    return n.column(n.binary('/', n.call('count_if', within), n.call('count')), name);
  }
  return n.column(p === null ? n.call(fn, n.columnPath(of)) : n.call(fn, n.number(p), n.columnPath(of)), name);
};

/** Columns a group is known by: a key of the data keeps its path, a computed one has its name. */
const keyPath = (key: Key): KeypathExpr => {
  const { expr, alias } = keyColumn(key);
  if (alias !== null && alias.kind === 'keypath') return alias;
  return key.kind === 'field' ? n.keypath(null, key.field.path) : (expr as KeypathExpr);
};

/** "errors per minute by service on average": over the times of each service, else over all groups. */
const overallStages = (ir: QueryIR): readonly Stage[] => {
  const aggregates = ir.overall.map(overallColumn);
  const apart = ir.keys.some((key) => key.kind === 'bucket') ? ir.keys.filter((key) => key.kind !== 'bucket') : [];
  const [first] = ir.overall;
  if (apart.length === 0 || first === undefined) return [n.stage('aggregate', { aggregates })];
  const keys = apart.map((key) => n.column(keyPath(key)));
  return [
    n.stage('groupby', { keys, aggregateKeyword: n.name('aggregate'), aggregates }),
    orderStage({ by: 'column', name: first.name, direction: 'desc' }),
  ];
};

/** "the mean of those" after "top 5": of the five. */
const firstGroups = ({ order, limit }: QueryIR): readonly Stage[] =>
  order === null || limit === null ? [] : [orderStage(order), n.stage('limit', { count: n.number(limit) })];

/** The count of each group beside that of all: `join cross` puts the total on every row. */
const shareStages = (ir: QueryIR): readonly Stage[] => {
  const [count] = ir.metrics;
  if (!ir.share || count === undefined) return [];
  const sums = count.kind === 'stat' && count.fn === 'sum';
  const all = sums
    ? n.stage('aggregate', { aggregates: [metricColumn({ ...count, name: 'total' })] })
    : n.stage('count', { into: n.columnPath('total') });
  const total: Query = { kind: 'query', stages: [...recordStages(ir), all], span: n.NOWHERE };
  const share = n.binary('/', n.columnPath(count.name), n.keypath(null, ['all', 'total']));
  return [
    n.stage('join', { mode: 'cross', modeWritten: true, query: total, match: null, into: n.columnPath('all') }),
    n.stage('choose', {
      columns: [
        ...ir.keys.map((key) => n.column(keyPath(key))),
        ...ir.metrics.map((metric) => n.column(n.columnPath(metric.name))),
        n.column(share, 'share'),
      ],
    }),
  ];
};

const tableStages = (ir: QueryIR): readonly Stage[] => {
  const aggregates = ir.metrics.map(metricColumn);
  const stages: Stage[] = [];
  if (ir.keys.length === 0) stages.push(n.stage('aggregate', { aggregates }));
  else {
    const keys = ir.keys.map(keyColumn);
    stages.push(n.stage('groupby', { keys, aggregateKeyword: n.name('aggregate'), aggregates }));
  }
  for (const having of ir.having) {
    const right = typeof having.value === 'number' ? n.number(having.value) : n.columnPath(having.value.column);
    stages.push(n.stage('filter', { condition: n.binary(having.op, n.columnPath(having.metric), right) }));
  }
  if (ir.overall.length > 0) return [...stages, ...firstGroups(ir), ...overallStages(ir)];
  stages.push(...shareStages(ir));
  const first = ir.keys[0];
  if (ir.perGroup !== null && first?.kind === 'field' && ir.order?.by === 'column') {
    const expr = n.columnPath(ir.order.name);
    stages.push(
      n.stage('dedupeby', {
        // Every key lands in `$d` under its own path once it was grouped by.
        keys: [n.keypath(null, first.field.path)],
        keep: n.number(ir.perGroup),
        order: [{ expr, direction: ir.order.direction, span: n.NOWHERE }],
      }),
    );
    return stages;
  }
  if (ir.order !== null) stages.push(orderStage(ir.order));
  if (ir.limit !== null) stages.push(n.stage('limit', { count: n.number(ir.limit) }));
  return stages;
};

const rowStages = (ir: QueryIR): readonly Stage[] => {
  const stages: Stage[] = [];
  const groups = ir.keys.flatMap((key) => (key.kind === 'field' ? [n.plainField(key.field)] : []));
  if (ir.perGroup !== null && ir.order?.by === 'field' && groups.length > 0) {
    const order = [{ expr: n.fieldExpr(ir.order.field), direction: ir.order.direction, span: n.NOWHERE }];
    return [n.stage('dedupeby', { keys: groups, keep: n.number(ir.perGroup), order })];
  }
  if (ir.order !== null) stages.push(orderStage(ir.order));
  if (ir.limit !== null) stages.push(n.stage('limit', { count: n.number(ir.limit) }));
  if (ir.columns.length > 0) {
    stages.push(n.stage('choose', { columns: ir.columns.map((field) => n.column(n.plainField(field))) }));
  }
  return stages;
};

const shapeStages = (ir: QueryIR): readonly Stage[] => {
  switch (ir.shape) {
    case 'rows':
      return rowStages(ir);
    case 'count':
      return [n.stage('count', { into: null })];
    case 'distinct': {
      const columns = ir.columns.map((field) => n.column(n.plainField(field)));
      const distinct = n.stage('distinct', { columns });
      return ir.limit === null ? [distinct] : [distinct, n.stage('limit', { count: n.number(ir.limit) })];
    }
    case 'table':
      return tableStages(ir);
  }
};

/** The last of rows that are ordered: the first of them the other way round. */
const lastRow = (order: Order): readonly Stage[] => [
  orderStage({ ...order, direction: order.direction === 'desc' ? 'asc' : 'desc' }),
  n.stage('limit', { count: n.number(1) }),
];

/** The keys of the others, each once, so that no record is shown twice. */
const relatedStage = ({ to, own, other, lastOf }: Related, frame: TimeSpec | null): Stage => {
  // What was asked before has a time of its own where it said one.
  const first = toAst({ ...to, time: to.time ?? frame });
  const isNth = lastOf !== undefined && to.order !== null;
  const others: Query = isNth ? { ...first, stages: [...first.stages, ...lastRow(to.order)] } : first;
  const distinct = n.stage('distinct', { columns: [n.column(n.plainField(other))] });
  const isKeyed = to.shape === 'table' || to.shape === 'distinct';
  return n.stage('join', {
    mode: 'inner',
    modeWritten: true,
    query: isKeyed ? others : { ...others, stages: [...others.stages, distinct] },
    match: { kind: 'on', pairs: [{ left: n.sidePath('left', own), right: n.sidePath('right', other) }] },
    into: n.columnPath('related'),
  });
};

const extractStage = ({ from, into, pattern }: Extraction): Stage =>
  n.stage('extract', {
    source: n.fieldExpr(from),
    into: n.columnPath(into),
    extractor: n.name('regexp'),
    args: [{ name: null, value: { kind: 'regex', pattern, span: n.NOWHERE }, span: n.NOWHERE }],
    datatypes: [],
  });

/** The records that are asked about, before anything is computed of them. */
const recordStages = (ir: QueryIR): readonly Stage[] => {
  const stages: Stage[] = [n.source(ir.dataset, ir.time === null ? null : timeFrame(ir.time))];
  if (ir.where.length > 0) stages.push(n.stage('filter', { condition: join('&&', ir.where.map(predExpr)) }));
  if (ir.extract !== null) stages.push(extractStage(ir.extract));
  if (ir.related !== null) stages.push(relatedStage(ir.related, ir.time));
  return stages;
};

/** The query tree of an understood question. */
export const toAst = (ir: QueryIR): Query => ({
  kind: 'query',
  stages: [...recordStages(ir), ...shapeStages(ir)],
  span: n.NOWHERE,
});
