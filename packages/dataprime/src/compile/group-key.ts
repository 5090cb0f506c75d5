import type { SqlExpr } from './sql-tree.ts';

/** Computed columns can be null, beside the value that stands for null here; stored ones and raw elements cannot. */
const isStored = (sql: SqlExpr | undefined): sql is SqlExpr & { readonly kind: 'column' } =>
  sql?.kind === 'column' && !/^[a-qs-z]\d/.test(sql.name);

/** The stored column whose values and those of the expression correspond one to one; null where there is none. */
const storedIn = (sql: SqlExpr): SqlExpr | null => {
  if (sql.kind !== 'call') return null;
  const [inner, literal] = sql.args;
  switch (sql.name) {
    case 'nullIf':
      return isStored(inner) && (literal?.kind === 'string' || literal?.kind === 'plain') ? inner : null;
    case 'toUnixTimestamp64Nano':
    case 'hex':
      return isStored(inner) ? inner : null;
    case 'lower':
      return inner?.kind === 'call' && inner.name === 'hex' ? storedIn(inner) : null;
    default:
      return null;
  }
};

/**
 * What rows are grouped by to make a key: the stored column in it, if there is one, so that nothing is converted for
 * each row but once for each group. `defined` are columns by their names.
 */
export const groupedBy = (key: SqlExpr, defined: ReadonlyMap<string, SqlExpr>): SqlExpr | null => {
  const definition = key.kind === 'column' ? defined.get(key.name) : undefined;
  return storedIn(definition ?? key);
};
