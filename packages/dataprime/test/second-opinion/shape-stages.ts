import { type Column, expression, pathText, read, TYPES } from './expressions.ts';
import { getAt, removeAt, setAt } from './rows.ts';
import { andThen, type Query, type Stage } from './stages.ts';
import { cast, isArray, type Type, toJson } from './values.ts';

/** Commands that change the shape of rows: replace, move, convert, explode. */

const WRITTEN: readonly (readonly string[])[] = [['s'], ['n'], ['obj', 'x'], ['obj'], ['missing']];

/** Columns that are not at, above or below a key of `$d`. */
const apartFrom = (query: Query, path: readonly string[]): readonly Column[] =>
  query.scope.filter(
    (column) => column.root !== 'd' || !path.slice(0, column.path.length).every((key, at) => column.path[at] === key),
  );
const uniqueIn = (query: Query, scope: readonly Column[]): Column | null =>
  query.unique !== null && scope.includes(query.unique) ? query.unique : null;

/** `replace` changes a key where a row has it. */
const replace: Stage = (tape, query) => {
  if (!query.stored) return query;
  const path = tape.pick(WRITTEN);
  const value = expression(tape, query.scope, tape.pick<Type>(['any', ...TYPES]), 2);
  const scope = apartFrom(query, path);
  return andThen(
    query,
    `replace ${pathText({ root: 'd', path }, tape.once(2))} with ${value.text}`,
    (rows) => rows.map((row) => (getAt(row.d, path) === null ? row : setAt(row, 'd', path, value.run(row)))),
    { scope, unique: uniqueIn(query, scope) },
  );
};

/** `move` takes a value away from one key and puts it at another, whatever was there. */
const move: Stage = (tape, query) => {
  if (!query.stored) return query;
  const from = tape.pick(WRITTEN);
  const to = tape.pick([['moved'], ['t'], ['other', 'place']]);
  const scope = apartFrom(query, from).filter((column) => apartFrom(query, to).includes(column));
  return andThen(
    query,
    `move ${pathText({ root: 'd', path: from }, true)} to ${pathText({ root: 'd', path: to }, tape.once(2))}`,
    (rows) =>
      rows.map((row) => {
        const value = getAt(row.d, from);
        const rest = removeAt(row, 'd', from);
        return value === null ? removeAt(rest, 'd', to) : setAt(rest, 'd', to, value);
      }),
    { scope: [...scope, { root: 'd', path: to, type: 'any' }], unique: uniqueIn(query, scope) },
  );
};

/** `convert` casts a key in place. */
const convert: Stage = (tape, query) => {
  const path = tape.pick([['s'], ['n'], ['when'], ['took'], ['ok'], ['obj', 'x']]);
  if (!query.stored) return query;
  const type = tape.pick<'string' | 'number' | 'bool' | 'timestamp' | 'interval'>([
    'string',
    'number',
    'bool',
    'timestamp',
    'interval',
  ]);
  const scope = apartFrom(query, path);
  return andThen(
    query,
    `convert ${pathText({ root: 'd', path }, true)}:${type}`,
    (rows) =>
      rows.map((row) => (getAt(row.d, path) === null ? row : setAt(row, 'd', path, cast(getAt(row.d, path), type)))),
    { scope, unique: uniqueIn(query, scope) },
  );
};

/** A row for each element; the rows of what is no array are gone. */
const explode: Stage = (tape, query) => {
  const columns = query.scope.filter(({ type }) => type === 'any' || type === 'strings' || type === 'numbers');
  if (columns.length === 0) return query;
  const column = tape.pick(columns);
  const items = read(tape, column);
  const preserve = tape.once(2);
  const into: Column = {
    root: 'd',
    path: ['item'],
    type: column.type === 'any' ? 'any' : column.type === 'strings' ? 'string' : 'number',
  };
  return andThen(
    query,
    `explode ${items.text} into item${preserve ? ' original preserve' : ''}`,
    (rows) =>
      rows.flatMap((row) => {
        const value = items.run(row);
        if (!isArray(value)) return [];
        return value.map((item) =>
          setAt(preserve ? row : { m: {}, l: {}, d: {} }, 'd', ['item'], into.type === 'any' ? toJson(item) : item),
        );
      }),
    {
      scope: preserve ? [...query.scope.filter(({ root, path }) => root !== 'd' || path[0] !== 'item'), into] : [into],
      stored: preserve && query.stored,
      unique: null,
      ordered: false,
    },
  );
};

export const SHAPE_STAGES: readonly Stage[] = [replace, move, convert, explode];
