import type { TypedExpr } from '../check/checked.ts';

const every = (exprs: readonly TypedExpr[], change: (expr: TypedExpr) => TypedExpr): readonly TypedExpr[] =>
  exprs.map((expr) => mapExpr(expr, change));
const one = (expr: TypedExpr | null, change: (expr: TypedExpr) => TypedExpr): TypedExpr | null =>
  expr === null ? null : mapExpr(expr, change);

/** The expression with each part, and then itself, changed. */
export const mapExpr = (expr: TypedExpr, change: (expr: TypedExpr) => TypedExpr): TypedExpr => {
  switch (expr.kind) {
    case 'object':
      return change({
        ...expr,
        base: one(expr.base, change),
        changes: expr.changes.map((key) => ({ ...key, value: one(key.value, change) })),
      });
    case 'array':
      return change({ ...expr, items: every(expr.items, change) });
    case 'template':
      return change({ ...expr, parts: every(expr.parts, change) });
    case 'not':
    case 'negate':
    case 'presence':
    case 'cast':
    case 'use':
    case 'access':
      return change({ ...expr, operand: mapExpr(expr.operand, change) });
    case 'binary':
      return change({ ...expr, left: mapExpr(expr.left, change), right: mapExpr(expr.right, change) });
    case 'call':
      return change({ ...expr, args: expr.args.map((arg) => one(arg, change)) });
    case 'case':
      return change({
        ...expr,
        subject: one(expr.subject, change),
        arms: expr.arms.map(({ when, result }) => ({ when: mapExpr(when, change), result: mapExpr(result, change) })),
        otherwise: one(expr.otherwise, change),
      });
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
      return change(expr);
    default:
      return unreachable(expr);
  }
};

const unreachable = (expr: never): never => {
  throw new TypeError(`unexpected expression ${JSON.stringify(expr)}`);
};
