import type { AccessExpr, CastExpr, Expr } from '../ast/expr.ts';
import { CAST_TYPES, nearestType } from '../types/cast-type.ts';
import { arrayOf, BOOL, INTERVAL, NULL, NUMBER, SEVERITY, STRING, TIMESTAMP, UNKNOWN } from '../types/type.ts';
import { checkCall } from './calls.ts';
import { checkCase } from './cases.ts';
import type { TypedExpr } from './checked.ts';
import { want, wantCondition, wantSame } from './coerce.ts';
import { resolveKeypath } from './fields.ts';
import { stepKey } from './keypath.ts';
import { checkBinary } from './operators.ts';
import { regexpLiteral } from './regexp-literal.ts';
import { error, type Scope, sourceText, wrong } from './scope.ts';
import { checkSubqueryExpr } from './subquery.ts';

const checkCast = (scope: Scope, expr: CastExpr): TypedExpr => {
  const operand = checkExpr(scope, expr.operand);
  const type = CAST_TYPES.get(expr.type.text);
  if (type === undefined) {
    const near = nearestType(expr.type.text);
    error(
      scope,
      'DP2008',
      `unknown type \`${expr.type.text}\`${near === null ? '' : `; did you mean \`${near}\`?`}`,
      expr.type.span,
      near === null ? undefined : { title: `replace by \`${near}\``, span: expr.type.span, text: near },
    );
    return wrong(expr.span);
  }
  if (type.kind === 'array' && operand.type.kind === 'array') return { ...operand, span: expr.span };
  if (type.kind === 'regexp' && operand.kind === 'string') return regexpLiteral(scope, operand.value, expr.span);
  return { kind: 'cast', operand, type, span: expr.span };
};

const checkAccess = (scope: Scope, expr: AccessExpr): TypedExpr => {
  const operand = checkExpr(scope, expr.operand);
  const key = stepKey(scope, expr.step);
  if (key === null) return wrong(expr.span);
  if (operand.kind === 'field' && operand.path.length > 0)
    return { ...operand, path: [...operand.path, key], type: UNKNOWN, span: expr.span };
  const { type } = operand;
  if (typeof key === 'number' && type.kind === 'array')
    return { kind: 'access', operand, path: [key], type: type.of, span: expr.span };
  if (type.kind !== 'unknown' && type.kind !== 'object' && type.kind !== 'array' && type.kind !== 'null') {
    error(
      scope,
      'DP2003',
      `expected ${typeof key === 'number' ? 'array' : 'object'}, found ${type.kind}`,
      operand.span,
    );
    return wrong(expr.span);
  }
  return { kind: 'access', operand, path: [key], type: UNKNOWN, span: expr.span };
};

const checkNegation = (scope: Scope, operand: TypedExpr, span: Expr['span']): TypedExpr => {
  if (operand.kind === 'number') return { ...operand, value: -operand.value, span };
  if (operand.kind === 'interval') return { ...operand, nanos: -operand.nanos, span };
  const number = operand.type.kind === 'interval' ? operand : want(scope, operand, NUMBER);
  return { kind: 'negate', operand: number, type: number.type, span };
};

/** A key of the grouping in a text of its aggregations, `{path}: {count()}`: the value that all rows of a group have. */
const ofGroup = (scope: Scope, expr: Expr): Expr => {
  const key = scope.place === 'aggregate' ? scope.groupKeys?.get(sourceText(scope, expr.span)) : undefined;
  if (key === undefined) return expr;
  const { span } = expr;
  return {
    kind: 'call',
    name: { text: 'any_value', span },
    receiver: null,
    args: [{ name: null, value: key, span }],
    span,
  };
};

/** Types an expression and resolves its names. Faults are reported and yield a value of unknown type. */
export const checkExpr = (scope: Scope, expr: Expr): TypedExpr => {
  const { span } = expr;
  switch (expr.kind) {
    case 'keypath':
      return resolveKeypath(scope, expr);
    case 'null':
      return { kind: 'null', type: NULL, span };
    case 'bool':
      return { kind: 'bool', value: expr.value, type: BOOL, span };
    case 'number':
      return { kind: 'number', value: expr.value, type: NUMBER, span };
    case 'string':
      return { kind: 'string', value: expr.value, type: STRING, span };
    case 'interval':
      return { kind: 'interval', nanos: expr.nanos, type: INTERVAL, span };
    case 'timestamp':
      return expr.value.kind === 'now'
        ? { kind: 'parameter', name: 'now', type: TIMESTAMP, span }
        : { kind: 'timestamp', nanos: expr.value.nanos, type: TIMESTAMP, span };
    case 'dynamic-timestamp':
      return { kind: 'cast', operand: checkExpr(scope, expr.expr), type: TIMESTAMP, span };
    case 'regex':
      return regexpLiteral(scope, expr.pattern, span);
    case 'severity':
      return { kind: 'severity', name: expr.name, type: SEVERITY, span };
    case 'array': {
      const { type, exprs } = wantSame(
        scope,
        expr.items.map((item) => checkExpr(scope, item)),
      );
      return { kind: 'array', items: exprs, type: arrayOf(type), span };
    }
    case 'template':
      return {
        kind: 'template',
        parts: expr.parts.map((part) =>
          part.kind === 'text'
            ? { kind: 'string', value: part.value, type: STRING, span }
            : checkExpr(scope, ofGroup(scope, part.expr)),
        ),
        type: STRING,
        span,
      };
    case 'unary':
      return expr.op === '!'
        ? { kind: 'not', operand: wantCondition(scope, checkExpr(scope, expr.operand)), type: BOOL, span }
        : checkNegation(scope, checkExpr(scope, expr.operand), span);
    case 'binary':
      return checkBinary(scope, expr);
    case 'cast':
      return checkCast(scope, expr);
    case 'call':
      return checkCall(scope, expr);
    case 'access':
      return checkAccess(scope, expr);
    case 'case':
      return checkCase(scope, expr);
    case 'paren':
      return { ...checkExpr(scope, expr.expr), span };
    case 'subquery':
      return checkSubqueryExpr(scope, expr);
    case 'error':
      return wrong(span);
    default:
      return unreachable(expr);
  }
};

const unreachable = (expr: never): never => {
  throw new TypeError(`unexpected expression ${JSON.stringify(expr)}`);
};
