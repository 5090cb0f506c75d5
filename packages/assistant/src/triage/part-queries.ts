import type { Column, Expr, KeypathExpr, Query, Stage } from '@clearspan/dataprime';
import type { WindowNanos } from '../compose/finish.ts';
import type { FieldRef } from '../ir/field-ref.ts';
import * as n from '../ir/nodes.ts';
import { predExpr } from '../ir/pred-expr.ts';
import type { Pred } from '../ir/query-ir.ts';
import { errorLines, type Ground } from './ground.ts';
import { durationRatioMin, operationSpansMin } from './limits.ts';

/** Rows of a part at most. */
const ROWS_MAX = 200;
const MESSAGE_ROWS_MAX = 100;
/** Every value of every attribute: groups that are cut off would falsify the totals. */
export const ATTRIBUTE_ROWS_MAX = 1_000;
/** Above this messages are grouped by what they have in common, for each is different. */
const messagesMax = 100;

const WHEN = n.keypath('m', ['timestamp']);

const over = (ground: Ground, { from, to }: WindowNanos, preds: readonly Pred[]): readonly Stage[] => {
  const frame = { kind: 'between', from: n.timestamp(from), to: n.timestamp(to), span: n.NOWHERE } as const;
  const conditions = [...ground.where, ...preds].map(predExpr);
  const source = n.source(ground.dataset, frame);
  return conditions.length === 0
    ? [source]
    : [source, n.stage('filter', { condition: conditions.reduce((a, b) => n.binary('&&', a, b)) })];
};
const both = ({ windows }: Ground): WindowNanos => ({ from: windows.previous.from, to: windows.window.to });
const query = (...stages: readonly Stage[]): Query => ({ kind: 'query', stages, span: n.NOWHERE });

const since = ({ windows }: Ground): Expr => n.binary('>=', WHEN, n.timestamp(windows.window.from));
const until = ({ windows }: Ground): Expr => n.binary('<', WHEN, n.timestamp(windows.window.from));
const countIf = (condition: Expr, name: string): Column => n.column(n.call('count_if', condition), name);
const count = (name: string): Column => n.column(n.call('count'), name);
const nowAndBefore = (ground: Ground): readonly Column[] => [
  countIf(since(ground), 'now'),
  countIf(until(ground), 'before'),
];

const key = (field: FieldRef | null, name: string): readonly Column[] =>
  field === null ? [] : [n.column(n.plainField(field), name)];
const groupby = (keys: readonly Column[], aggregates: readonly Column[]): Stage =>
  n.stage('groupby', { keys, aggregateKeyword: n.name('aggregate'), aggregates });
const first = (expr: Expr, rows: number): readonly Stage[] => [
  n.stage('orderby', { keys: [{ expr, direction: 'desc', span: n.NOWHERE }] }),
  n.stage('limit', { count: n.number(rows) }),
];
const keyed = (keys: readonly Column[], make: (keys: readonly Column[]) => Query): Query | null =>
  keys.length === 0 ? null : make(keys);

/** Records by service, now and before. */
export const volumeQuery = (ground: Ground): Query | null =>
  keyed(key(ground.service, 'service'), (keys) =>
    query(
      ...over(ground, both(ground), []),
      groupby(keys, nowAndBefore(ground)),
      ...first(n.columnPath('now'), ROWS_MAX),
    ),
  );

/** The message, or what all messages of its kind have in common: then one of them stands for all. */
const messageKeys = ({ data, message }: Ground): { keys: readonly Column[]; sample: readonly Column[] } => {
  if (message === null) return { keys: [], sample: [] };
  const source = data.fields.find(({ ref }) => ref.role === 'message')?.source;
  const template = data.fields.find(({ ref }) => ref.root === 'm' && ref.path[0] === 'templateid');
  return template === undefined || source === undefined || source.distinct <= messagesMax
    ? { keys: key(message, 'message'), sample: [] }
    : {
        keys: key(template.ref, 'template'),
        sample: [n.column(n.call('min', n.plainField(message)), 'message')],
      };
};

/** Log lines that are errors by service and message, spans that failed by service and operation; now and before. */
export const errorsQuery = (ground: Ground): Query | null => {
  const isError = ground.dataset === 'logs' ? errorLines(ground) : ground.failing;
  if (isError === null) return null;
  const { keys, sample } =
    ground.dataset === 'logs' ? messageKeys(ground) : { keys: key(ground.operation, 'operation'), sample: [] };
  return keyed([...key(ground.service, 'service'), ...keys], (by) =>
    query(
      ...over(ground, both(ground), [isError]),
      groupby(by, [...sample, ...nowAndBefore(ground)]),
      ...first(n.binary('+', n.columnPath('now'), n.columnPath('before')), ROWS_MAX),
    ),
  );
};

/** Messages of one window that the other does not have. */
export const messagesQuery = (ground: Ground): Query | null => {
  const { keys, sample } = messageKeys(ground);
  if (keys.length === 0) return null;
  const none = (name: string): Expr => n.binary('==', n.columnPath(name), n.number(0));
  return query(
    ...over(ground, both(ground), []),
    groupby([...key(ground.service, 'service'), ...keys], [...sample, ...nowAndBefore(ground)]),
    n.stage('filter', { condition: n.binary('||', none('now'), none('before')) }),
    ...first(n.binary('+', n.columnPath('now'), n.columnPath('before')), MESSAGE_ROWS_MAX),
  );
};

const LIMIT = n.keypath(null, ['base', 'p95']);
const percentile = (p: number, field: FieldRef, name: string): Column =>
  n.column(n.call('percentile', n.number(p), n.fieldExpr(field)), name);

/** Beside each record the 95th percentile that its own operation had in the window before. */
const withBase = (ground: Ground, duration: FieldRef): readonly Stage[] => {
  const fields = [
    [ground.service, 'service'],
    [ground.operation, 'operation'],
  ] as const;
  const keys = fields.flatMap(([field, name]) => (field === null ? [] : [{ field, name }]));
  const base = query(
    ...over(ground, ground.windows.previous, []),
    groupby(
      keys.map(({ field, name }) => n.column(n.plainField(field), name)),
      [count('calls'), percentile(0.95, duration, 'p95')],
    ),
    n.stage('filter', { condition: n.binary('>=', n.columnPath('calls'), n.number(operationSpansMin)) }),
  );
  const pairs = keys.map(({ field, name }) => ({
    left: n.plainField(field),
    right: { ...n.columnPath(name), side: 'right' } satisfies KeypathExpr,
  }));
  return [
    n.stage('join', {
      mode: 'inner',
      modeWritten: true,
      query: base,
      match: { kind: 'on', pairs },
      into: n.columnPath('base'),
    }),
  ];
};
const isOver = (duration: FieldRef, limit: Expr): Expr => n.binary('>', n.fieldExpr(duration), limit);
/** Of an operation whose calls take nearly the same time any of them may be over its 95th percentile, and hardly longer. */
const isSlow = (duration: FieldRef): Expr => isOver(duration, n.binary('*', LIMIT, n.number(durationRatioMin)));

/** Counts, median and 95th percentile of each operation, now and before, and how many calls took longer than that before. */
export const latencyQuery = (ground: Ground): Query | null => {
  const { duration } = ground;
  if (duration === null) return null;
  const period = n.column(n.call('if', since(ground), n.text('now'), n.text('before')), 'period');
  return keyed([...key(ground.service, 'service'), ...key(ground.operation, 'operation')], (keys) =>
    query(
      ...over(ground, both(ground), []),
      ...withBase(ground, duration),
      groupby(
        [...keys, period],
        [
          count('calls'),
          percentile(0.5, duration, 'median'),
          percentile(0.95, duration, 'p95'),
          countIf(isOver(duration, LIMIT), 'slow'),
        ],
      ),
      ...first(n.columnPath('calls'), ATTRIBUTE_ROWS_MAX),
    ),
  );
};

export type Compared = 'slow' | 'failing' | 'changed';

/** Counts of each value of each attribute; what the first grouping counts is all of them. */
export const attributesQuery = (ground: Ground, compared: Compared, attributes: readonly FieldRef[]): Query | null => {
  const { duration, failing, data } = ground;
  const always = ground.dataset === 'spans' ? n.keypath('m', ['kind']) : n.keypath('m', ['severity']);
  const status = data.roles.get('status');
  const told: readonly Pred[] =
    compared === 'failing' && ground.dataset === 'logs' && status !== undefined
      ? [{ kind: 'compare', field: status, op: '!=', value: { kind: 'null' } }]
      : [];
  const part: Expr | null =
    compared === 'slow'
      ? duration === null || (ground.service === null && ground.operation === null)
        ? null
        : isSlow(duration)
      : compared === 'failing'
        ? failing && predExpr(failing)
        : since(ground);
  if (part === null || attributes.length === 0) return null;
  return query(
    ...over(ground, compared === 'changed' ? both(ground) : ground.windows.window, told),
    ...(compared === 'slow' && duration !== null ? withBase(ground, duration) : []),
    n.stage('multigroupby', {
      sets: [[n.column(always)], ...attributes.map((field) => [n.column(n.plainField(field))])],
      aggregateKeyword: n.name('aggregate'),
      aggregates: [countIf(part, compared === 'changed' ? 'now' : compared), count(ground.dataset)],
    }),
    n.stage('limit', { count: n.number(ATTRIBUTE_ROWS_MAX) }),
  );
};

/** The record that took longest. */
export const slowestQuery = (ground: Ground): Query | null => {
  const { duration, trace } = ground;
  if (duration === null) return null;
  return query(
    ...over(ground, ground.windows.window, []),
    ...first(n.fieldExpr(duration), 1),
    n.stage('choose', {
      columns: [
        n.column(WHEN, 'at'),
        ...key(ground.service, 'service'),
        ...key(ground.operation, 'operation'),
        n.column(n.plainField(duration), 'duration'),
        ...key(trace, 'trace_id'),
      ],
    }),
  );
};
