import type { Column, Expr, Name, OrderKey, Query, Stage, TimeFrame, TypedKey } from '@clearspan/dataprime';
import { COMMANDS, type CommandName } from '@clearspan/dataprime';
import * as fc from 'fast-check';
import { expressions, functionName, keypath, NOWHERE, name, typeName } from './arbitrary-expr.ts';

const span = NOWHERE;
const dataset = fc.constantFrom<readonly Name[]>(
  [name('logs')],
  [name('default'), name('spans')],
  [name('system'), name('aaa.b-c')],
  [name('odd name"')],
);
const keyword = (command: CommandName): fc.Arbitrary<Name> => fc.constantFrom(...COMMANDS[command]).map(name);
const direction = fc.constantFrom('asc' as const, 'desc' as const, null);
const several = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  fc.array(item, { minLength: 1, maxLength: 2 });
const maybe = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(item);

const frames = (expr: fc.Arbitrary<Expr>): fc.Arbitrary<TimeFrame> =>
  fc.oneof(
    fc.tuple(expr, maybe(expr)).map(([at, interval]): TimeFrame => ({ kind: 'around', at, interval, span })),
    fc.tuple(expr, expr).map(([from, to]): TimeFrame => ({ kind: 'between', from, to, span })),
    expr.map((interval): TimeFrame => ({ kind: 'last', interval, span })),
    expr.map((interval): TimeFrame => ({ kind: 'timeshifted', interval, span })),
  );

type Fields<K extends CommandName> = {
  [F in Exclude<keyof Extract<Stage, { kind: K }>, 'kind' | 'keyword' | 'span'>]: fc.Arbitrary<
    Extract<Stage, { kind: K }>[F]
  >;
};

const stage = <K extends CommandName>(kind: K, fields: Fields<K>): fc.Arbitrary<Stage> =>
  fc.record({
    kind: fc.constant(kind),
    keyword: keyword(kind),
    span: fc.constant(span),
    ...fields,
  } as never) as fc.Arbitrary<Stage>;

/** An operand that no operator follows. */
const operand = fc.constantFrom<Expr>(
  { kind: 'string', value: "it's", span },
  { kind: 'number', value: 5, text: '5', span },
  { kind: 'regex', pattern: 'a/b|c', span },
);

const amount = fc.constant<Expr>({ kind: 'number', value: 5, text: '5', span });

const ranked = (kind: 'top' | 'bottom', column: fc.Arbitrary<Column>): fc.Arbitrary<Stage> =>
  fc
    .record({ count: amount, columns: several(column), by: several(column) })
    .map((fields): Stage => ({ kind, keyword: name(kind), ...fields, span }));

const simple = (expr: fc.Arbitrary<Expr>): readonly fc.Arbitrary<Stage>[] => {
  const column: fc.Arbitrary<Column> = fc.record({ expr, alias: maybe(keypath), span: fc.constant(span) });
  const orderKey: fc.Arbitrary<OrderKey> = fc.record({ expr, direction, span: fc.constant(span) });
  const typedKey: fc.Arbitrary<TypedKey> = fc.record({ path: keypath, type: typeName, span: fc.constant(span) });
  const call: fc.Arbitrary<Expr> = functionName.map((called) => ({
    kind: 'call',
    name: called,
    receiver: null,
    args: [],
    span,
  }));
  const aggregate: fc.Arbitrary<Column> = fc.record({ expr: call, alias: maybe(keypath), span: fc.constant(span) });
  const aggregateKeyword = fc.constantFrom(null, name('aggregate'), name('calc'));
  const on = fc
    .constantFrom('exists' as const, 'datatype' as const)
    .chain((event) => fc.constantFrom([], [{ event, action: 'skip' as const, span }]));
  const onDatatype = fc.constantFrom([], [{ event: 'datatype' as const, action: 'fail' as const, span }]);
  return [
    stage('filter', { condition: expr }),
    stage('block', { condition: expr }),
    stage('find', { phrase: operand, target: keypath }),
    stage('wildfind', { phrase: operand }),
    stage('lucene', { query: operand }),
    stage('limit', { count: amount }),
    stage('dedupeby', {
      keys: several(expr),
      keep: maybe(amount),
      order: fc.oneof(fc.constant([]), several(orderKey)),
    }),
    stage('choose', { columns: several(column) }),
    stage('create', { target: keypath, value: expr, form: fc.constantFrom('from', 'as'), on }),
    stage('replace', { target: keypath, value: expr, on: onDatatype }),
    stage('move', { from: keypath, to: keypath }),
    stage('remove', { paths: several(keypath) }),
    stage('convert', { datatypesWritten: fc.boolean(), keys: several(typedKey) }),
    stage('redact', { path: keypath, matching: operand, replacement: operand }),
    stage('roundtime', { source: maybe(keypath), interval: amount, into: maybe(keypath) }),
    stage('extract', {
      source: expr,
      into: keypath,
      extractor: fc.constantFrom('regexp', 'kv').map(name),
      args: fc.array(fc.record({ name: maybe(fc.constant(name('e'))), value: expr, span: fc.constant(span) }), {
        maxLength: 2,
      }),
      datatypes: fc.oneof(fc.constant([]), several(typedKey)),
    }),
    stage('explode', { source: expr, into: keypath, original: fc.constantFrom('discard', 'preserve', null) }),
    stage('enrich', { source: expr, into: keypath, table: dataset }),
    stage('aggregate', { aggregates: several(column) }),
    stage('groupby', { keys: several(column), aggregateKeyword, aggregates: several(aggregate) }),
    stage('multigroupby', { sets: several(several(column)), aggregateKeyword, aggregates: several(aggregate) }),
    stage('count', { into: maybe(keypath) }),
    stage('countby', { keys: several(column), into: maybe(keypath), direction }),
    stage('distinct', { columns: several(column) }),
    ranked('top', column),
    ranked('bottom', column),
    stage('orderby', { keys: several(orderKey) }),
  ];
};

const sided = (side: 'left' | 'right'): fc.Arbitrary<typeof keypath extends fc.Arbitrary<infer K> ? K : never> =>
  keypath.map((path) => ({ ...path, side }));

const combining = (query: fc.Arbitrary<Query>): readonly fc.Arbitrary<Stage>[] => [
  stage('union', { query }),
  stage('stitch', { query, into: keypath, merge: fc.boolean() }),
  fc
    .record({
      mode: fc.constantFrom('left' as const, 'inner' as const, 'full' as const),
      query,
      match: fc.oneof(
        several(fc.record({ left: sided('left'), right: sided('right') })).map((pairs) => ({
          kind: 'on' as const,
          pairs,
        })),
        several(keypath).map((keys) => ({ kind: 'using' as const, keys })),
      ),
      into: keypath,
    })
    .map((join): Stage => ({ kind: 'join', keyword: name('join'), modeWritten: join.mode !== 'left', ...join, span })),
];

const sources = (expr: fc.Arbitrary<Expr>): fc.Arbitrary<Stage> =>
  stage('source', {
    dataset,
    params: fc.array(fc.record({ name: fc.constant(name('teamId')), value: operand }), { maxLength: 2 }),
    frame: maybe(frames(expr)),
  });

const queryOf = (expr: fc.Arbitrary<Expr>, stages: readonly fc.Arbitrary<Stage>[]): fc.Arbitrary<Query> =>
  fc
    .tuple(sources(expr), fc.array(fc.oneof(...stages), { maxLength: 3 }))
    .map(([source, rest]): Query => ({ kind: 'query', stages: [source, ...rest], span }));

const flat = expressions(
  fc.constant({ kind: 'query', stages: [{ kind: 'count', keyword: name('count'), into: null, span }], span }),
);
const inner = queryOf(flat, simple(flat));

/** Expressions with small queries in them. */
export const anyExpr: fc.Arbitrary<Expr> = expressions(inner);
/** Whole queries of every command. */
export const anyQuery: fc.Arbitrary<Query> = queryOf(anyExpr, [...simple(anyExpr), ...combining(inner)]);
