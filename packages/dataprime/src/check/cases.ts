import type { CaseExpr } from '../ast/expr.ts';
import { NUMBER, STRING } from '../types/type.ts';
import type { TypedExpr } from './checked.ts';
import { want, wantCondition, wantSame } from './coerce.ts';
import type { Scope } from './scope.ts';

/** What each arm compares, in the type the form asks for. */
const checkTests = (scope: Scope, expr: CaseExpr): { subject: TypedExpr | null; tests: readonly TypedExpr[] } => {
  const tests = expr.arms.map((arm) => scope.check(scope, arm.when));
  const subject = expr.subject === null ? null : scope.check(scope, expr.subject);
  if (expr.form === 'case' || subject === null)
    return { subject, tests: tests.map((test) => wantCondition(scope, test)) };
  if (expr.form === 'case_contains')
    return { subject: want(scope, subject, STRING), tests: tests.map((test) => want(scope, test, STRING)) };
  if (expr.form !== 'case_equals')
    return { subject: want(scope, subject, NUMBER), tests: tests.map((test) => want(scope, test, NUMBER)) };
  const [first, ...rest] = wantSame(scope, [subject, ...tests]).exprs;
  return { subject: first ?? subject, tests: rest };
};

/** Types and checks the five case forms; their branches share one type. */
export const checkCase = (scope: Scope, expr: CaseExpr): TypedExpr => {
  const { subject, tests } = checkTests(scope, expr);
  const otherwise = expr.otherwise === null ? [] : [scope.check(scope, expr.otherwise)];
  const branches = wantSame(scope, [...expr.arms.map((arm) => scope.check(scope, arm.then)), ...otherwise]);
  const arms = tests.map((when, index) => ({ when, result: branches.exprs[index] ?? when }));
  return {
    kind: 'case',
    form: expr.form,
    subject,
    arms,
    otherwise: expr.otherwise === null ? null : (branches.exprs[arms.length] ?? null),
    type: branches.type,
    span: expr.span,
  };
};
