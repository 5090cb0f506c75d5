import type { Path, RowRoot } from '../check/checked.ts';
import { TABLE_KEY, TABLE_POSITION } from '../schema/table-fields.ts';
import { NUMBER, OBJECT, STRING, type Type } from '../types/type.ts';
import { call, col, iff, infix, SQL_NULL, str, subscript } from './sql-build.ts';
import type { Table } from './storage.ts';
import { nothing } from './typed-null.ts';
import { type Value, value } from './value.ts';

const ROW: Value = value(OBJECT, call('toJSONString', col('columns')));

const read = (root: RowRoot, path: Path, _type: Type): Value => {
  const [key] = path;
  if (root === 'd' && path.length === 0) return ROW;
  if (path.length !== 1 || typeof key !== 'string') return nothing(STRING);
  if (root === 'd') {
    const [columns, name] = [col('columns'), str(key)];
    return value(STRING, iff(call('mapContains', columns, name), subscript(columns, name), SQL_NULL));
  }
  if (root === 'm' && key === TABLE_KEY) return value(STRING, col('key'));
  return root === 'm' && key === TABLE_POSITION ? value(NUMBER, call('toFloat64', col('position'))) : nothing(STRING);
};

/** The rows of one table for `enrich`: all tables are in `otel.enrichments`, their columns text in a map. */
export const enrichmentTable = (name: string): Table => ({
  name: 'otel.enrichments',
  timeColumn: null,
  timeBucket: null,
  where: [infix('=', col('name'), str(name))],
  read,
  cast: () => null,
  isOneOf: () => null,
  elements: () => null,
  compares: () => null,
  orderColumn: () => null,
  wordsIn: () => null,
  trees: [{ root: 'd', path: [], value: ROW }],
});
