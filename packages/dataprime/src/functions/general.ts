import { call, iff, infix, SQL_NULL } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { anyNull, never, nullTest, type Value, value } from '../compile/value.ts';
import { BOOL, STRING } from '../types/type.ts';
import { define, optional, param, T, variadic } from './define.ts';
import type { FunctionDef, LowerCall } from './function-def.ts';

const general = define('general');

const firstNonNull = (c: LowerCall): Value => {
  const values = c.values.filter((item) => item !== null);
  if (c.type.kind !== 'array') return value(c.type, call('coalesce', ...c.args));
  return values.reduceRight<Value>(
    (rest, item) => {
      const absent = nullTest(item);
      if (absent === null) return item;
      return value(c.type, iff(absent, rest.sql, item.sql), infix('AND', absent, rest.absent ?? never));
    },
    value(c.type, { kind: 'array', items: [] }, { kind: 'bool', value: true }),
  );
};

const choose = (c: LowerCall): Value => {
  const [condition, then, otherwise] = c.values;
  const test = call('ifNull', (condition as Value).sql, { kind: 'bool', value: false });
  if (c.type.kind !== 'array') return value(c.type, iff(test, (then as Value).sql, otherwise?.sql ?? SQL_NULL));
  const empty: SqlExpr = { kind: 'array', items: [] };
  return value(
    c.type,
    iff(test, (then as Value).sql, otherwise?.sql ?? empty),
    iff(
      test,
      then?.absent ?? never,
      otherwise === null || otherwise === undefined ? { kind: 'bool', value: true } : (otherwise.absent ?? never),
    ),
  );
};

/** The engine passes over a null among the options; here any null argument makes the result null. */
const isIn = (c: LowerCall): SqlExpr => {
  const [comparand, ...options] = c.args;
  const test = call('in', comparand as SqlExpr, call('tuple', ...options));
  const nulls = anyNull(c.values.slice(1).filter((item) => item !== null));
  return nulls === null ? test : iff(nulls, SQL_NULL, test);
};

/** Functions of §6.2. */
export const GENERAL_FUNCTIONS: readonly FunctionDef[] = [
  general(
    'firstNonNull',
    [param('value', T), variadic(param('values', T))],
    T,
    'The first argument that is not null.',
    ['firstNonNull(null, 4)', 4],
    firstNonNull,
    { nulls: 'handled' },
  ),
  general(
    'if',
    [param('condition', BOOL), param('then', T), optional(param('else', T))],
    T,
    'The second argument where the condition is true, the third otherwise.',
    ["if(1 > 2, 'y', 'n')", 'n'],
    choose,
    { nulls: 'handled' },
  ),
  general(
    'in',
    [param('comparand', T), param('value', T), variadic(param('values', T))],
    BOOL,
    'Whether the first argument equals one of the others.',
    ["'a'.in('a', 'b')", true],
    isIn,
  ),
  general(
    'recordLocation',
    [],
    STRING,
    'Where the row is stored; null, as rows here have no storage object.',
    ['recordLocation()', null],
    () => SQL_NULL,
  ),
];
