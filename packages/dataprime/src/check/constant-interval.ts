import type { TypedExpr } from './checked.ts';

/** What an interval of literals comes to, in nanoseconds; null where something else takes part in it. */
export const constantNanos = (expr: TypedExpr): bigint | null => {
  if (expr.kind === 'interval') return expr.nanos;
  if (expr.kind === 'negate') {
    const nanos = constantNanos(expr.operand);
    return nanos === null ? null : -nanos;
  }
  if (expr.kind !== 'binary') return null;
  const [left, right] = [constantNanos(expr.left), constantNanos(expr.right)];
  if (left !== null && right !== null) return expr.op === '-' ? left - right : expr.op === '+' ? left + right : null;
  const factor = expr.right.kind === 'number' && Number.isSafeInteger(expr.right.value) ? expr.right.value : null;
  return left !== null && factor !== null && expr.op === '*' ? left * BigInt(factor) : null;
};
