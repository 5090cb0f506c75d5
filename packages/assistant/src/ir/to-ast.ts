import type { Column, Expr, Query, Stage, TimeFrame } from '@clearspan/dataprime';
import type { TimeSpec } from '../time/time-spec.ts';
import { callerKeys, callerStages } from './caller-stages.ts';
import { keyColumn, keyPath, metricColumn } from './computed-columns.ts';
import * as n from './nodes.ts';
import { instant, join, predExpr } from './pred-expr.ts';
import type { Beyond, Extraction, Having, Metric, Order, Overall, QueryIR, Related, Typical } from './query-ir.ts';

/** Where a row holds what stands beside all of them. */
const ALL = 'all';

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

const orderStage = (order: Order): Stage =>
  n.stage('orderby', {
    keys: [
      {
        expr: order.by === 'column' ? n.keypath(null, order.name.split('.')) : n.fieldExpr(order.field),
        direction: order.direction,
        span: n.NOWHERE,
      },
    ],
  });

/** The last of rows that are ordered: the first of them the other way round. */
const lastRow = (order: Order): readonly Stage[] => [
  orderStage({ ...order, direction: order.direction === 'desc' ? 'asc' : 'desc' }),
  n.stage('limit', { count: n.number(1) }),
];

/** The first rows of a ranking, or the last of these. */
const rankStages = ({ order, limit, last }: QueryIR): readonly Stage[] => [
  ...(order === null ? [] : [orderStage(order)]),
  ...(limit === null ? [] : [n.stage('limit', { count: n.number(limit) })]),
  ...(last && order !== null ? lastRow(order) : []),
];

/** "the mean of those" after "top 5": of the five. */
const firstGroups = (ir: QueryIR): readonly Stage[] => (ir.order === null || ir.limit === null ? [] : rankStages(ir));

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

/** The count of each group beside that of all: `join cross` puts the total on every row. */
const shareStages = (ir: QueryIR): readonly Stage[] => {
  const [count] = ir.metrics;
  if (!ir.share || count === undefined) return [];
  const sums = count.kind === 'stat' && count.fn === 'sum';
  const all = sums
    ? n.stage('aggregate', { aggregates: [metricColumn({ ...count, name: 'total' })] })
    : n.stage('count', { into: n.columnPath('total') });
  const total: Query = { kind: 'query', stages: [...recordStages(ir), all], span: n.NOWHERE };
  const share = n.binary('/', n.columnPath(count.name), n.keypath(null, [ALL, 'total']));
  return [
    besideAll(total),
    n.stage('choose', {
      columns: [
        ...ir.keys.map((key) => n.column(keyPath(key))),
        ...ir.metrics.map((metric) => n.column(n.columnPath(metric.name))),
        n.column(share, 'share'),
      ],
    }),
  ];
};

/** What the groups are held against, beside each of them. */
const typicalStage = (ir: QueryIR, metric: Metric, { typical }: Typical): Stage => {
  const groups = n.stage('groupby', {
    keys: ir.keys.map(keyColumn),
    aggregateKeyword: n.name('aggregate'),
    aggregates: [metricColumn(metric)],
  });
  const figure =
    typical === null ? metricColumn(metric) : overallColumn({ ...typical, of: metric.name, name: metric.name });
  const stages = [
    ...recordStages(ir),
    ...(typical === null ? [] : [groups]),
    n.stage('aggregate', { aggregates: [figure] }),
  ];
  return besideAll({ kind: 'query', stages, span: n.NOWHERE });
};

const besideAll = (query: Query): Stage =>
  n.stage('join', { mode: 'cross', modeWritten: true, query, match: null, into: n.columnPath(ALL) });

const havingExpr = ({ metric, op, value }: Having): Expr => {
  if (typeof value === 'number') return n.binary(op, n.columnPath(metric), n.number(value));
  const column = 'typical' in value ? n.keypath(null, [ALL, metric]) : n.columnPath(value.column);
  const bound = value.times === undefined ? column : n.binary('*', n.number(value.times), column);
  return n.binary(op, n.columnPath(metric), bound);
};

const tableStages = (ir: QueryIR): readonly Stage[] => {
  const aggregates = ir.metrics.map(metricColumn);
  const { callers } = ir;
  const stages: Stage[] = [];
  if (callers !== undefined) stages.push(...callerStages(callers, ir.time === null ? null : timeFrame(ir.time)));
  if (ir.keys.length === 0 && callers === undefined) stages.push(n.stage('aggregate', { aggregates }));
  else {
    const keys = [...(callers === undefined ? [] : callerKeys(callers)), ...ir.keys.map(keyColumn)];
    stages.push(n.stage('groupby', { keys, aggregateKeyword: n.name('aggregate'), aggregates }));
  }
  for (const having of ir.having) {
    const metric = ir.metrics.find(({ name }) => name === having.metric);
    if (typeof having.value !== 'number' && 'typical' in having.value && metric !== undefined)
      stages.push(typicalStage(ir, metric, having.value));
    stages.push(n.stage('filter', { condition: havingExpr(having) }));
  }
  if (ir.overall.length > 0) return [...stages, ...firstGroups(ir), ...overallStages(ir)];
  stages.push(...shareStages(ir));
  const first = ir.keys[0];
  if (ir.perGroup !== null && first !== undefined && ir.order?.by === 'column') {
    const expr = n.columnPath(ir.order.name);
    stages.push(
      n.stage('dedupeby', {
        // Every key lands in `$d` under its own path once it was grouped by.
        keys: [keyPath(first)],
        keep: n.number(ir.perGroup),
        order: [{ expr, direction: ir.order.direction, span: n.NOWHERE }],
      }),
    );
    return stages;
  }
  stages.push(...rankStages(ir));
  return stages;
};

const rowStages = (ir: QueryIR): readonly Stage[] => {
  const stages: Stage[] = [];
  const groups = ir.keys.flatMap((key) => (key.kind === 'field' ? [n.plainField(key.field)] : []));
  if (ir.perGroup !== null && ir.order?.by === 'field' && groups.length > 0) {
    const order = [{ expr: n.fieldExpr(ir.order.field), direction: ir.order.direction, span: n.NOWHERE }];
    return [n.stage('dedupeby', { keys: groups, keep: n.number(ir.perGroup), order })];
  }
  stages.push(...rankStages(ir));
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

/** Records whose key is none of those that the others have. */
const withoutStage = ({ to, own, other }: Related, frame: TimeSpec | null): Stage => {
  const others = toAst({ ...to, time: to.time ?? frame });
  const known = n.stage('filter', { condition: n.binary('!=', n.plainField(other), n.NULL) });
  const distinct = n.stage('distinct', { columns: [n.column(n.plainField(other))] });
  const keys = n.subquery({ ...others, stages: [...others.stages, known, distinct] });
  return n.stage('filter', { condition: n.not(n.call('inArray', n.plainField(own), keys)) });
};

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

/** "slower than the p99 of their path": the figure beside each record, and only those beyond it. */
const beyondStages = (before: readonly Stage[], { field, op, times, figure, of }: Beyond): readonly Stage[] => {
  const aggregates = [metricColumn(figure)];
  const all: Query = { kind: 'query', stages: [...before, n.stage('aggregate', { aggregates })], span: n.NOWHERE };
  const bound = n.keypath(null, [ALL, figure.name]);
  const condition = n.binary(
    op,
    n.fieldExpr(field),
    times === undefined ? bound : n.binary('*', n.number(times), bound),
  );
  if (of === null) return [besideAll(all), n.stage('filter', { condition })];
  const groups = n.stage('groupby', {
    keys: [n.column(n.plainField(of))],
    aggregateKeyword: n.name('aggregate'),
    aggregates,
  });
  const same = n.stage('join', {
    mode: 'inner',
    modeWritten: true,
    query: { kind: 'query', stages: [...before, groups], span: n.NOWHERE },
    match: { kind: 'on', pairs: [{ left: n.sidePath('left', of), right: n.sidePath('right', of) }] },
    into: n.columnPath(ALL),
  });
  return [same, n.stage('filter', { condition })];
};

/** The records that are asked about, before anything is computed of them. */
const recordStages = (ir: QueryIR): readonly Stage[] => {
  const stages: Stage[] = [n.source(ir.dataset, ir.time === null ? null : timeFrame(ir.time))];
  if (ir.where.length > 0) stages.push(n.stage('filter', { condition: join('&&', ir.where.map(predExpr)) }));
  if (ir.extract !== null) stages.push(extractStage(ir.extract));
  if (ir.beyond !== undefined) stages.push(...beyondStages(stages, ir.beyond));
  if (ir.related !== null)
    stages.push(ir.related.without ? withoutStage(ir.related, ir.time) : relatedStage(ir.related, ir.time));
  if (ir.first !== undefined)
    stages.push(orderStage(ir.first.order), n.stage('limit', { count: n.number(ir.first.limit) }));
  return stages;
};

/** The query tree of an understood question. */
export const toAst = (ir: QueryIR): Query => ({
  kind: 'query',
  stages: [...recordStages(ir), ...shapeStages(ir)],
  span: n.NOWHERE,
});
