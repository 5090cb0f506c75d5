import type { SqlExpr } from './sql-tree.ts';

/** Answers by object: expressions share their parts, so that visiting them as a tree could take for ever. */
const known = new WeakMap<SqlExpr, ReadonlySet<string>>();

const union = (parts: readonly SqlExpr[]): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const part of parts) for (const name of freeNames(part)) names.add(name);
  return names;
};

const compute = (expr: SqlExpr): ReadonlySet<string> => {
  switch (expr.kind) {
    case 'column':
      return new Set([expr.name]);
    case 'call':
      return union([...(expr.params ?? []), ...expr.args]);
    case 'infix':
      return union([expr.left, expr.right]);
    case 'lambda':
      return new Set([...freeNames(expr.body)].filter((name) => !expr.params.includes(name)));
    case 'array':
      return union(expr.items);
    case 'subscript':
      return union([expr.of, expr.index]);
    case 'in':
      return freeNames(expr.of);
    case 'row-number':
      return union(expr.orderBy.map((order) => order.expr));
    case 'scalar':
    case 'string':
    case 'number':
    case 'int':
    case 'plain':
    case 'null':
    case 'bool':
      return new Set();
  }
};

/** The columns an expression reads: every name in it but the variables of its own lambdas. */
export const freeNames = (expr: SqlExpr): ReadonlySet<string> => {
  const found = known.get(expr);
  if (found !== undefined) return found;
  const names = compute(expr);
  known.set(expr, names);
  return names;
};
