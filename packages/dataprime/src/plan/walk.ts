import type { ColumnId, TypedExpr } from '../check/checked.ts';

/** The expressions directly inside an expression. */
const children = (expr: TypedExpr): readonly TypedExpr[] => {
  switch (expr.kind) {
    case 'object':
      return [expr.base, ...expr.changes.map(({ value }) => value)].filter((child) => child !== null);
    case 'array':
      return expr.items;
    case 'template':
      return expr.parts;
    case 'not':
    case 'negate':
    case 'presence':
    case 'cast':
    case 'use':
    case 'access':
      return [expr.operand];
    case 'binary':
      return [expr.left, expr.right];
    case 'call':
      return expr.args.filter((arg) => arg !== null);
    case 'case':
      return [
        ...(expr.subject === null ? [] : [expr.subject]),
        ...expr.arms.flatMap(({ when, result }) => [when, result]),
        ...(expr.otherwise === null ? [] : [expr.otherwise]),
      ];
    case 'null':
    case 'bool':
    case 'number':
    case 'string':
    case 'interval':
    case 'timestamp':
    case 'regexp':
    case 'severity':
    case 'parameter':
    case 'field':
    case 'column':
    case 'subquery':
      return [];
    default:
      return unreachable(expr);
  }
};

export const some = (expr: TypedExpr, test: (expr: TypedExpr) => boolean): boolean =>
  test(expr) || children(expr).some((child) => some(child, test));

/** The computed columns an expression reads. */
export const columnsOf = (expr: TypedExpr): ReadonlySet<ColumnId> => {
  const ids = new Set<ColumnId>();
  some(expr, (node) => {
    if (node.kind === 'column') ids.add(node.id);
    return false;
  });
  return ids;
};

/** The conditions that all must be true for a condition to be true. */
export const conjuncts = (condition: TypedExpr): readonly TypedExpr[] =>
  condition.kind === 'binary' && condition.op === '&&'
    ? [...conjuncts(condition.left), ...conjuncts(condition.right)]
    : [condition];

const unreachable = (expr: never): never => {
  throw new TypeError(`unexpected expression ${JSON.stringify(expr)}`);
};
