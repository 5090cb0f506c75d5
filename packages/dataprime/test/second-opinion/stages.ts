import { aggregate } from './aggregates.ts';
import { type Column, type Expr, expression, pathText, read, type Scope, TYPES, used } from './expressions.ts';
import { EMPTY_ROW, type Root, type Row, removeAt, setAt } from './rows.ts';
import type { Tape } from './tape.ts';
import { cast, compare, keyOf, type Type, toJson, type Value } from './values.ts';
import { holdsPhrase } from './words.ts';

type Rows = readonly Row[];

/** A query so far: its text, what it means, and what the rows are known to have. */
export interface Query {
  readonly text: readonly string[];
  readonly run: (rows: Rows) => Rows;
  readonly scope: Scope;
  /** Whether keys beyond the scope may exist. */
  readonly stored: boolean;
  /** A column no two rows share. */
  readonly unique: Column | null;
  /** Whether the order of the rows is defined. */
  readonly ordered: boolean;
}

const any = (path: readonly (string | number)[], root: Root = 'd'): Column => ({ root, path, type: 'any' });
const TIME: Column = { root: 'm', path: ['timestamp'], type: 'timestamp' };
const LOGID: Column = { root: 'm', path: ['logid'], type: 'string' };
const STORED: Scope = [
  any(['s']),
  any(['n']),
  any(['ok']),
  any(['when']),
  any(['took']),
  any(['tags']),
  any(['nums']),
  any(['t']),
  any(['n2']),
  any(['obj']),
  any(['obj', 'x']),
  any(['obj', 'y']),
  any(['obj', 'k.z']),
  any(['obj', 'deep', 'x']),
  any(['tags', 0]),
  any(['nums', 1]),
  any(['mixed']),
  any(['mixed', 0]),
  any(['k8s.pod']),
  any(['ключ']),
  any(['missing']),
  TIME,
  LOGID,
  { root: 'm', path: ['severity'], type: 'severity' },
  { root: 'm', path: ['priorityclass'], type: 'string' },
  { root: 'l', path: ['applicationname'], type: 'string' },
  { root: 'l', path: ['subsystemname'], type: 'string' },
  { root: 'l', path: ['computername'], type: 'string' },
];

export const source = (tape: Tape): Query => ({
  text: tape.once(4) ? [] : [tape.pick(['source logs', 'from default/logs'])],
  run: (rows) => rows,
  scope: STORED,
  stored: true,
  unique: LOGID,
  ordered: false,
});

/** The query with one more stage. */
export const andThen = (
  query: Query,
  text: string,
  step: (rows: Rows) => Rows,
  change: Partial<Query> = {},
): Query => ({
  ...query,
  ...change,
  text: [...query.text, text],
  run: (rows) => step(query.run(rows)),
});

export type Stage = (tape: Tape, query: Query, index: number) => Query;

export const filter: Stage = (tape, query) => {
  const condition = expression(tape, query.scope, 'bool', 3);
  const holds = used(condition, 'bool');
  const word = tape.pick(['filter', 'filter', 'block', 'where', 'f']);
  return andThen(query, `${word} ${condition.text}`, (rows) =>
    rows.filter((row) => (word === 'block' ? holds(row) !== true : holds(row) === true)),
  );
};

const find: Stage = (tape, query) => {
  const phrase = tape.pick(['a', 'tool call', 'failed card', '7', 'true', 'ñandú', 'x', 'web']);
  const column = read(tape, tape.pick(query.scope));
  return tape.once(2)
    ? andThen(query, `find '${phrase}' in ${column.text}`, (rows) =>
        rows.filter((row) => holdsPhrase(column.run(row), phrase)),
      )
    : andThen(query, `wildfind '${phrase}'`, (rows) => rows.filter((row) => holdsPhrase(toJson(row.d), phrase)));
};

const within = (path: readonly unknown[], outer: readonly unknown[]): boolean =>
  outer.every((key, index) => path[index] === key);

/** What holds a key that was written or removed is an object for sure. */
const withObjects = (scope: Scope, root: Root, path: readonly string[]): Scope =>
  scope.map((column) =>
    column.root === root && column.path.length < path.length && within(path, column.path)
      ? { ...column, type: 'object' as const }
      : column,
  );

const create: Stage = (tape, query, index) => {
  const value = expression(tape, query.scope, tape.pick<Type>(['any', ...TYPES]), 3);
  const [root, path] = tape.pick<readonly [Root, readonly string[]]>([
    ['d', [`new${index}`]],
    ['d', ['s']],
    ['d', ['obj', 'x']],
    ['d', ['obj']],
    ['d', ['fresh', 'deep', 'er']],
    ['l', ['team']],
    ['d', ['n']],
    ['d', ['a.b']],
  ]);
  const column: Column = { root, path, type: value.open ? 'any' : value.type };
  const scope = query.scope.filter((other) => other.root !== root || !within(other.path, path));
  const target = pathText(column, tape.once(2));
  const text = tape.once(3) ? `create ${value.text} as ${target}` : `create ${target} from ${value.text}`;
  return andThen(query, text, (rows) => rows.map((row) => setAt(row, root, path, value.run(row))), {
    scope: [...withObjects(scope, root, path), column],
    unique: query.unique !== null && scope.includes(query.unique) ? query.unique : null,
  });
};

const remove: Stage = (tape, query) => {
  const { root, path } = tape.pick(query.scope);
  const keys = path.filter((key) => typeof key === 'string');
  const rest = query.scope.filter((other) => other.root !== root || !within(other.path, keys));
  if (rest.length < 2 || keys.length !== path.length) return query;
  const gone = query.stored ? query.scope.filter((other) => !rest.includes(other) && other.type === 'any') : [];
  return andThen(
    query,
    `remove ${pathText({ root, path }, tape.once(2))}`,
    (rows) => rows.map((row) => removeAt(row, root, keys)),
    {
      scope: withObjects([...rest, ...gone], root, keys),
      unique: query.unique !== null && rest.includes(query.unique) ? query.unique : null,
    },
  );
};

interface Output {
  readonly text: string;
  readonly column: Column;
  readonly run: (row: Row) => Value;
}
const typeOf = (expr: Expr): Type => (expr.open ? 'any' : expr.type);
const aliased = (expr: Expr, root: Root, path: readonly string[]): Output => ({
  text: `${expr.text} as ${pathText({ root, path }, true)}`,
  column: { root, path, type: typeOf(expr) },
  run: expr.run,
});

/** A column named by an alias, or a key that keeps its name. */
const output = (tape: Tape, query: Query, index: number, keepRoot: boolean): Output => {
  const named = query.scope.filter(({ path }) => path.every((key) => typeof key === 'string'));
  if (named.length > 0 && tape.once(3)) {
    const column = tape.pick(named);
    const expr = read(tape, column);
    return { text: expr.text, column: { ...column, root: keepRoot ? column.root : 'd' }, run: expr.run };
  }
  const expr = expression(tape, query.scope, tape.pick<Type>(['any', ...TYPES]), 2);
  return tape.once(4) ? aliased(expr, 'd', ['out', `c${index}`]) : aliased(expr, 'd', [`c${index}`]);
};
const apart = (outputs: readonly Output[]): readonly Output[] =>
  outputs.filter(
    ({ column }, at) =>
      !outputs
        .slice(0, at)
        .some(
          ({ column: other }) =>
            other.root === column.root && (within(other.path, column.path) || within(column.path, other.path)),
        ),
  );
const project = (outputs: readonly Output[], row: Row): Row =>
  outputs.reduce(
    (made, { column, run }) => setAt(made, column.root, column.path as readonly string[], run(row)),
    EMPTY_ROW,
  );
const list = (outputs: readonly { readonly text: string }[]): string => outputs.map(({ text }) => text).join(', ');

const choose: Stage = (tape, query) => {
  const kept = query.unique === null ? [] : [aliased(read(tape, query.unique), 'd', ['id'])];
  const others = Array.from({ length: tape.below(3) + 1 }, (_, index) => output(tape, query, index, true));
  const outputs = apart([...kept, ...others]);
  return andThen(
    query,
    `${tape.pick(['choose', 'select'])} ${list(outputs)}`,
    (rows) => rows.map((row) => project(outputs, row)),
    {
      scope: outputs.map(({ column }) => column),
      stored: false,
      unique: kept[0]?.column ?? null,
    },
  );
};

export const groupsOf = (keys: readonly Output[], rows: Rows): readonly Rows[] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(keys.map(({ run }) => keyOf(run(row))));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
};

const groupby: Stage = (tape, query, stage) => {
  const keys = apart([output(tape, query, 0, false), output(tape, query, 1, false)]).slice(0, tape.below(2) + 1);
  const aggregates = Array.from({ length: tape.below(3) }, (_, index) => ({ ...aggregate(tape, query.scope), index }));
  const values = aggregates.map(({ text, type, name, run, index }) => {
    const plain = name !== null && tape.once(2) && !query.scope.some(({ path }) => path[0] === `_${name}${index}`);
    const key = plain ? `_${name}${index}` : `v${stage}_${index}`;
    return { text: plain ? text : `${text} as ${key}`, column: { root: 'd' as const, path: [key], type }, run };
  });
  const word = tape.pick(['aggregate', 'agg']);
  const text = `groupby ${list(keys)}${values.length === 0 ? '' : ` ${word} ${list(values)}`}`;
  const [key] = keys;
  return andThen(
    query,
    text,
    (rows) =>
      groupsOf(keys, rows).map((group) =>
        values.reduce(
          (row, { column, run }) => setAt(row, 'd', column.path, run(group)),
          project(keys, group[0] ?? EMPTY_ROW),
        ),
      ),
    {
      scope: [...keys, ...values].map(({ column }) => column),
      stored: false,
      unique: keys.length === 1 && key !== undefined && ORDERED.includes(key.column.type) ? key.column : null,
      ordered: false,
    },
  );
};

const aggregateAll: Stage = (tape, query, stage) => {
  const values = Array.from({ length: tape.below(3) + 1 }, (_, index) => ({
    ...aggregate(tape, query.scope),
    key: `v${stage}_${index}`,
  }));
  return andThen(
    query,
    `aggregate ${values.map(({ text, key }) => `${text} as ${key}`).join(', ')}`,
    (rows) => [values.reduce((row, { key, run }) => setAt(row, 'd', [key], run(rows)), EMPTY_ROW)],
    {
      scope: values.map(({ key, type }) => ({ root: 'd', path: [key], type })),
      stored: false,
      unique: null,
      ordered: true,
    },
  );
};

const distinct: Stage = (tape, query) => {
  const keys = apart([output(tape, query, 0, false), output(tape, query, 1, false)]);
  return andThen(
    query,
    `distinct ${list(keys)}`,
    (rows) => groupsOf(keys, rows).map(([row]) => project(keys, row ?? EMPTY_ROW)),
    {
      scope: keys.map(({ column }) => column),
      stored: false,
      unique: null,
      ordered: false,
    },
  );
};

const countby: Stage = (tape, query) => {
  const keys = [output(tape, query, 0, false)];
  const into = tape.once(2) ? 'n' : '_count';
  const count: Column = { root: 'd', path: [into], type: 'number' };
  if (keys.some(({ column }) => column.path[0] === into)) return query;
  return andThen(
    query,
    `countby ${list(keys)}${into === 'n' ? ' into n' : ''}${tape.pick(['', ' desc', ' asc'])}`,
    (rows) =>
      groupsOf(keys, rows).map((group) => setAt(project(keys, group[0] ?? EMPTY_ROW), 'd', [into], group.length)),
    { scope: [...keys.map(({ column }) => column), count], stored: false, unique: null, ordered: false },
  );
};

const count: Stage = (tape, query) => {
  const into = tape.once(2) ? 'total' : '_count';
  const column: Column = { root: 'd', path: [into], type: 'number' };
  return andThen(
    query,
    into === 'total' ? 'count into total' : 'count',
    (rows) => [setAt(EMPTY_ROW, 'd', [into], rows.length)],
    {
      scope: [column],
      stored: false,
      unique: null,
      ordered: true,
    },
  );
};

interface Key {
  readonly text: string;
  readonly run: (row: Row) => Value;
  readonly descending: boolean;
}
const ORDERED: readonly Type[] = ['string', 'number', 'timestamp', 'interval', 'severity', 'bool'];
const rank = (value: Value): number =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 0;
/** Nulls last in both directions; so are what has no order. Mixed types: numbers, then text, then truth values. */
export const byKeys =
  (keys: readonly Key[]) =>
  (a: Row, b: Row): number => {
    for (const { run, descending } of keys) {
      const [x, y] = [plain(run(a)), plain(run(b))];
      if (x === null && y === null) continue;
      if (x === null || y === null) return x === null ? 1 : -1;
      if (rank(x) !== rank(y)) return rank(x) - rank(y);
      const order = compare(x, y);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
const plain = (value: Value): Value =>
  typeof value === 'object' && value !== null && (value as { is?: unknown }).is === undefined ? null : value;

const orderKey = (tape: Tape, query: Query): Key => {
  const type = tape.pick<Type>(['any', ...ORDERED]);
  const column = query.scope.filter((one) => one.type === 'any');
  const expr =
    type === 'any' && column.length > 0
      ? read(tape, tape.pick(column))
      : expression(tape, query.scope, type === 'any' ? 'number' : type, 1);
  const direction = tape.pick(['', ' asc', ' desc']);
  return { text: `${expr.text}${direction}`, run: expr.run, descending: direction === ' desc' };
};
const lastKey = (tape: Tape, unique: Column): Key => {
  const expr = read(tape, unique);
  return { text: expr.text, run: expr.run, descending: false };
};

const orderby: Stage = (tape, query) => {
  if (query.unique === null) return query;
  const keys = [...Array.from({ length: tape.below(3) }, () => orderKey(tape, query)), lastKey(tape, query.unique)];
  return andThen(query, `${tape.pick(['orderby', 'sort by'])} ${list(keys)}`, (rows) => rows.toSorted(byKeys(keys)), {
    ordered: true,
  });
};

const limit: Stage = (tape, query) => {
  const sorted = query.ordered ? query : orderby(tape, query, 0);
  const n = tape.below(6);
  return sorted.ordered ? andThen(sorted, `limit ${n}`, (rows) => rows.slice(0, n)) : query;
};

const dedupeby: Stage = (tape, query) => {
  if (query.unique === null) return query;
  const expr = expression(tape, query.scope, 'any', 1);
  const keys = [{ run: expr.run, text: expr.text, column: any([]) }];
  const order = [...(tape.once(2) ? [orderKey(tape, query)] : []), lastKey(tape, query.unique)];
  const n = tape.below(3) + 1;
  return andThen(
    query,
    `dedupeby ${expr.text}${n === 1 ? '' : ` keep ${n}`} orderby ${list(order)}`,
    (rows) => groupsOf(keys, rows).flatMap((group) => group.toSorted(byKeys(order)).slice(0, n)),
    { ordered: false },
  );
};

const top: Stage = (tape, query) => {
  if (query.unique === null) return query;
  const descending = tape.once(2);
  const word = descending ? 'top' : 'bottom';
  const n = tape.below(4) + 1;
  const type = tape.pick<Type>(['number', 'string', 'interval']);
  const expr = expression(tape, query.scope, type, 1);
  const column = output(tape, query, 0, false);
  const id = aliased(read(tape, query.unique), 'd', ['id']);
  const key = aliased(expr, 'd', ['by']);
  const outputs = apart([id, key, column]);
  const keys: readonly Key[] = [key, id].map(({ text, run }) => ({ text, run, descending }));
  const shown = outputs.filter((one) => one !== key);
  return andThen(
    query,
    `${word} ${n} ${list(shown)} by ${key.text}, id`,
    (rows) =>
      rows
        .toSorted(byKeys(keys))
        .slice(0, n)
        .map((row) => project(outputs, row)),
    { scope: outputs.map((one) => one.column), stored: false, unique: id.column, ordered: true },
  );
};

const topGroups: Stage = (tape, query, stage) => {
  const type = tape.pick<'string' | 'number'>(['string', 'number']);
  const raw = expression(tape, query.scope, type, 1);
  const expr: Expr = raw.open
    ? { ...raw, text: `(${raw.text}):${type}`, open: false, type, run: (row) => cast(raw.run(row), type) }
    : raw;
  const group = aliased(expr, 'd', ['g']);
  const value = aggregate(tape, query.scope);
  const descending = tape.once(2);
  const n = tape.below(3) + 1;
  const size: Key = { text: '', descending, run: (row) => row.d.n ?? null };
  const name: Key = { text: '', descending, run: (row) => row.d.g ?? null };
  return andThen(
    query,
    `${descending ? 'top' : 'bottom'} ${n} ${group.text}, count() as n, ${value.text} as v${stage} by n, g`,
    (rows) =>
      groupsOf([group], rows)
        .map((of) =>
          setAt(setAt(project([group], of[0] ?? EMPTY_ROW), 'd', ['n'], of.length), 'd', [`v${stage}`], value.run(of)),
        )
        .toSorted(byKeys([size, name]))
        .slice(0, n),
    {
      scope: [
        group.column,
        { root: 'd', path: ['n'], type: 'number' },
        { root: 'd', path: [`v${stage}`], type: value.type },
      ],
      stored: false,
      unique: group.column,
      ordered: true,
    },
  );
};

/** Commands on the rows of one query. */
export const STAGES: readonly Stage[] = [
  choose,
  filter,
  filter,
  create,
  create,
  groupby,
  remove,
  orderby,
  limit,
  find,
  dedupeby,
  distinct,
  countby,
  top,
  topGroups,
  aggregateAll,
  count,
];
