import { type Column, expression, pathText, read } from './expressions.ts';
import { EMPTY_ROW, getAt, type Row, setAt } from './rows.ts';
import { andThen, byKeys, filter, groupsOf, type Query, type Stage, source } from './stages.ts';
import type { Tape } from './tape.ts';
import { equal, isTree, keyOf, type Tree, type Type, toJson, toText, type Value } from './values.ts';

/** Commands that bring in the rows of another query, which here reads the same records. */

type Rows = readonly Row[];

/** The query with one more stage that also sees the records themselves. */
const withRecords = (
  query: Query,
  text: string,
  step: (rows: Rows, records: Rows) => Rows,
  change: Partial<Query>,
): Query => ({
  ...query,
  ...change,
  text: [...query.text, text],
  run: (records) => step(query.run(records), records),
});

const LOGID: Column = { root: 'm', path: ['logid'], type: 'string' };
const KEYS: readonly string[] = ['t', 's', 'n2', 'ok', 'mixed'];
const written = (query: Query): string => query.text.join(' | ');

/** Records, filtered once in two. */
const records = (tape: Tape): Query => {
  const all = { ...source(tape), text: ['source logs'] };
  return tape.once(2) ? filter(tape, all, 0) : all;
};

/** The number of records for each value of a key, as rows of `k` and `c`. */
const counted = (tape: Tape): Query => {
  const key = tape.pick(KEYS);
  const inner = records(tape);
  const keys = [{ run: (row: Row) => toJson(row.d[key]), text: key, column: LOGID }];
  return andThen(inner, `groupby ${key} as k aggregate count() as c`, (rows) =>
    groupsOf(keys, rows).map((group) =>
      setAt(setAt(EMPTY_ROW, 'd', ['k'], keys[0]?.run(group[0] ?? EMPTY_ROW) ?? null), 'd', ['c'], group.length),
    ),
  );
};

const anyColumns = (query: Query): readonly Column[] =>
  query.scope.filter(({ type, root, path }) => type === 'any' && root === 'd' && path[0] !== 'j');

const overwritten = (query: Query, key: string): readonly Column[] =>
  query.scope.filter(({ root, path }) => root !== 'd' || path[0] !== key);

const join: Stage = (tape, query) => {
  const columns = anyColumns(query);
  if (columns.length === 0) return query;
  const own = read(tape, tape.pick(columns));
  const inner = counted(tape);
  const mode = tape.pick(['', 'left ', 'inner ']);
  const text = `join ${mode}(${written(inner)}) on left=>${own.text} == right=>k into j`;
  const step = (rows: Rows, all: Rows): Rows => {
    const others = inner.run(all);
    return rows.flatMap((row) => {
      const matches = others.filter((other) => equal(own.run(row), other.d.k ?? null) === true);
      if (matches.length === 0) return mode === 'inner ' ? [] : [setAt(row, 'd', ['j'], null)];
      return matches.map((other) => setAt(row, 'd', ['j'], toJson(other.d)));
    });
  };
  const scope = [...overwritten(query, 'j'), { root: 'd', path: ['j', 'c'], type: 'any' } as const];
  return withRecords(query, text, step, { scope, unique: null, ordered: false });
};

const union: Stage = (tape, query) => {
  if (!query.stored) return query;
  const inner = records(tape);
  return withRecords(query, `union (${written(inner)})`, (rows, all) => [...rows, ...inner.run(all)], {
    scope: query.scope.filter(({ type, root }) => type === 'any' || root !== 'd'),
    unique: null,
    ordered: false,
  });
};

/** A table of which one key stands twice. */
export const PETS: readonly Readonly<Record<string, string>>[] = [
  { name: 'a', kind: 'ant' },
  { name: 'b', kind: 'bee' },
  { name: 'a', kind: 'ape' },
  { name: '200', kind: 'fly' },
  { name: 'true', kind: 'cat' },
  { name: '', kind: 'none' },
];

const enrich: Stage = (tape, query) => {
  const value = expression(tape, query.scope, tape.pick<Type>(['string', 'number', 'bool']), 1);
  const target = tape.pick(['pet', 'obj', 's']);
  const step = (row: Row): Row => {
    const text = toText(value.run(row));
    const found = PETS.find(({ name }) => name === text);
    const before = row.d[target] ?? null;
    if (found === undefined) return setAt(row, 'd', [target], toJson(before));
    const kept = toJson(before);
    return setAt(row, 'd', [target], { ...(isTree(kept) ? kept : {}), ...found } as Tree);
  };
  const column: Column = { root: 'd', path: [target, 'kind'], type: 'any' };
  return andThen(query, `enrich ${value.text} into ${target} using pets`, (rows) => rows.map(step), {
    scope: [...overwritten(query, target), column],
    unique: query.unique !== null && query.unique.path[0] === target ? null : query.unique,
    ordered: false,
  });
};

/** Both sides are sorted by what no two rows share. */
const stitch: Stage = (tape, query) => {
  if (query.unique === null) return query;
  const [order, inner, n] = [read(tape, query.unique), records(tape), tape.below(5)];
  const key = tape.pick(KEYS);
  const text = `orderby ${order.text} | stitch (${written(inner)} | orderby $m.logid | limit ${n} | choose ${key} as k, $m.logid as id) into other`;
  const ordered = (rows: Rows, run: (row: Row) => Value): Rows =>
    rows.toSorted(byKeys([{ text: '', descending: false, run }]));
  const step = (rows: Rows, all: Rows): Rows => {
    const left = ordered(rows, order.run);
    const right = ordered(inner.run(all), (row) => row.m.logid ?? null).slice(0, n);
    return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
      const other = right[at];
      const found = other === undefined ? null : { k: toJson(other.d[key]), id: other.m.logid ?? null };
      return setAt(left[at] ?? EMPTY_ROW, 'd', ['other'], found);
    });
  };
  const column: Column = { root: 'd', path: ['other', 'k'], type: 'any' };
  const scope = [...overwritten(query, 'other'), column];
  return withRecords(query, text, step, { scope, unique: null, ordered: true });
};

/** Rows whose value is, or is not, among those of a query. */
const among: Stage = (tape, query) => {
  const columns = anyColumns(query);
  if (columns.length === 0) return query;
  const column = tape.pick(columns);
  const own = read(tape, column);
  const key = tape.pick(KEYS);
  const inner = records(tape);
  const array = `(| ${written(inner)} | distinct ${key} |)`;
  const contains = tape.once(2)
    ? `${array}.arrayContains(${own.text})`
    : `${pathText(column, false)}.inArray(${array})`;
  const isNot = tape.once(3);
  const step = (rows: Rows, all: Rows): Rows => {
    const values = new Set(inner.run(all).map((row) => keyOf(toJson(getAt(row.d, [key])))));
    return rows.filter((row) => {
      const value = own.run(row);
      return (value !== null && values.has(keyOf(value))) !== isNot;
    });
  };
  return withRecords(query, `filter ${isNot ? `!(${contains})` : contains}`, step, {});
};

export const COMBINE_STAGES: readonly Stage[] = [join, union, enrich, stitch, among];
