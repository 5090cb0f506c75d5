import type { TypedExpr } from '../check/checked.ts';
import { lowerCondition } from './lower-condition.ts';
import type { LowerContext } from './lower-context.ts';
import { bool, call, infix, plain } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import { nothing } from './typed-null.ts';
import { never, type Value, value } from './value.ts';

type Case = TypedExpr & { readonly kind: 'case' };

/** Whether an arm applies, null reading as false. */
const armTest = (expr: Case, when: TypedExpr, subject: SqlExpr | null, context: LowerContext): SqlExpr => {
  if (expr.form === 'case' || subject === null) return lowerCondition(when, context, true);
  const { sql } = context.lower(when, context);
  const test = (): SqlExpr => {
    switch (expr.form) {
      case 'case_contains':
        return infix('>', call('position', subject, sql), plain(0));
      case 'case_greaterthan':
        return infix('>', subject, sql);
      case 'case_lessthan':
        return infix('<', subject, sql);
      case 'case':
      case 'case_equals':
        return infix('=', subject, sql);
    }
  };
  return call('ifNull', test(), bool(false));
};

/** The first arm that applies; without one the default, or null. */
export const lowerCase = (expr: Case, context: LowerContext): Value => {
  const subject = expr.subject === null ? null : context.lower(expr.subject, context).sql;
  const tests = expr.arms.map(({ when }) => armTest(expr, when, subject, context));
  const values = expr.arms.map((arm) => context.lower(arm.result, context));
  const isArray = expr.type.kind === 'array';
  const otherwise = expr.otherwise === null ? nothing(expr.type) : context.lower(expr.otherwise, context);
  if (tests.length === 0) return otherwise;
  const pick = (part: (item: Value) => SqlExpr): SqlExpr =>
    call('multiIf', ...tests.flatMap((test, index) => [test, part(values[index] ?? otherwise)]), part(otherwise));
  return value(
    expr.type,
    pick(({ sql }) => sql),
    isArray ? pick(({ absent }) => absent ?? never) : null,
  );
};
