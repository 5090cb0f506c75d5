import type { TypedExpr } from '../check/checked.ts';
import { toRe2 } from '../check/rules/regular-expression.ts';
import { severityCode } from '../types/severity.ts';
import { BOOL, STRING, UNKNOWN } from '../types/type.ts';
import { suggestedInterval } from './compile-context.ts';
import { cast, elementType, presence, toJson, toText, use } from './convert.ts';
import { jsonAt } from './json-path.ts';
import { lowerCall } from './lower-call.ts';
import { lowerCase } from './lower-case.ts';
import { lowerCondition } from './lower-condition.ts';
import type { LowerContext } from './lower-context.ts';
import { lowerObject } from './lower-object.ts';
import { lowerBinary, lowerNegate } from './lower-operator.ts';
import { lowerSubquery } from './lower-subquery.ts';
import { bool, call, col, iff, int, list, num, plain, SQL_NULL, str } from './sql-build.ts';
import { emptyArray, nothing } from './typed-null.ts';
import { type Value, value } from './value.ts';

export const columnName = (id: number): string => `c${id}`;

const lowerParameter = (expr: TypedExpr & { kind: 'parameter' }, { context }: LowerContext): Value => {
  switch (expr.name) {
    case 'now':
      return value(expr.type, int(context.nowNanos));
    case 'startTime':
      return value(expr.type, int(context.timeRange.fromNanos));
    case 'endTime':
      return value(expr.type, int(context.timeRange.toNanos));
    case 'suggestedInterval':
      return value(expr.type, int(suggestedInterval(context.timeRange)));
  }
};

/** A column as it was stored between stages: arrays as JSON text. */
const readColumn = (expr: TypedExpr & { kind: 'column' }): Value => {
  const column = col(columnName(expr.id));
  const stored = value(expr.stored.kind === 'array' ? UNKNOWN : expr.stored, column);
  if (expr.path.length === 0) return use(stored, expr.type);
  if (stored.type.kind !== 'unknown' && stored.type.kind !== 'object') return nothing(expr.type);
  return use(value(UNKNOWN, jsonAt(column, expr.path)), expr.type);
};

const lowerCast = (expr: TypedExpr & { kind: 'cast' }, context: LowerContext): Value => {
  const { operand, type } = expr;
  if (operand.kind === 'field' && operand.type.kind === 'unknown') {
    const direct = context.table.cast(operand.root, operand.path, type);
    if (direct !== null) return direct;
  }
  return cast(lowerExpr(operand, context), type);
};

const lowerAccess = (expr: TypedExpr & { kind: 'access' }, context: LowerContext): Value => {
  const operand = lowerExpr(expr.operand, context);
  const [key] = expr.path;
  if (operand.type.kind === 'array') {
    if (typeof key !== 'number') return nothing(expr.type);
    const item = call('arrayElementOrNull', operand.sql, plain(key + 1));
    return use(
      value(elementType(operand.type.of), operand.absent === null ? item : iff(operand.absent, SQL_NULL, item)),
      expr.type,
    );
  }
  const json = operand.type.kind === 'object' ? operand.sql : toJson(operand).sql;
  return use(value(UNKNOWN, jsonAt(json, expr.path)), expr.type);
};

const lowerTemplate = (expr: TypedExpr & { kind: 'template' }, context: LowerContext): Value => {
  const parts = expr.parts.map((part) => {
    const text = toText(lowerExpr(part, context)).sql;
    return part.kind === 'string' ? text : call('ifNull', text, str(''));
  });
  return value(
    STRING,
    parts.length === 0 ? str('') : parts.length === 1 ? (parts[0] ?? str('')) : call('concat', ...parts),
  );
};

const lowerPresence = (expr: TypedExpr & { kind: 'presence' }, context: LowerContext): Value => {
  const test = presence(lowerExpr(expr.operand, context));
  return value(BOOL, expr.present ? test : call('not', test));
};

const lowerArray = (expr: TypedExpr & { kind: 'array' }, context: LowerContext): Value => {
  if (expr.items.length === 0 && expr.type.kind === 'array') return value(expr.type, emptyArray(expr.type.of));
  const items = expr.items.map((item) => lowerExpr(item, context));
  return value(
    expr.type,
    list(items.map(({ sql, type }) => (type.kind === 'array' ? toJson(value(type, sql)).sql : sql))),
  );
};

/** The value of a typed expression in the engine's terms. */
export const lowerExpr = (expr: TypedExpr, context: LowerContext): Value => {
  switch (expr.kind) {
    case 'null':
      return nothing(expr.type);
    case 'bool':
      return value(BOOL, bool(expr.value));
    case 'number':
      return value(expr.type, num(expr.value));
    case 'string':
      return value(STRING, str(expr.value));
    case 'interval':
    case 'timestamp':
      return value(expr.type, int(expr.nanos));
    case 'regexp':
      return value(expr.type, str(toRe2(expr.pattern)));
    case 'severity':
      return value(expr.type, call('toUInt8', plain(severityCode(expr.name))));
    case 'parameter':
      return lowerParameter(expr, context);
    case 'field':
      return use(context.table.read(expr.root, expr.path, expr.type, expr.among), expr.type);
    case 'column':
      return readColumn(expr);
    case 'object':
      return lowerObject(expr, context);
    case 'array':
      return lowerArray(expr, context);
    case 'template':
      return lowerTemplate(expr, context);
    case 'not':
      return value(BOOL, lowerCondition(expr, context, true));
    case 'negate':
      return value(expr.type, lowerNegate(lowerExpr(expr.operand, context)));
    case 'presence':
      return lowerPresence(expr, context);
    case 'binary':
      return lowerBinary(expr, context);
    case 'cast':
      return lowerCast(expr, context);
    case 'use':
      return use(lowerExpr(expr.operand, context), expr.type);
    case 'call':
      return lowerCall(expr, context);
    case 'access':
      return lowerAccess(expr, context);
    case 'case':
      return lowerCase(expr, context);
    case 'subquery':
      return lowerSubquery(expr, context);
    default:
      return unreachable(expr);
  }
};

/** A value as it is held in a column between stages: an array as JSON text, so that it can be null. */
export const lowerColumn = (expr: TypedExpr, context: LowerContext): Value => {
  const lowered = lowerExpr(expr, context);
  if (lowered.type.kind === 'array') return toJson(lowered);
  return lowered;
};
const unreachable = (expr: never): never => {
  throw new TypeError(`unexpected expression ${JSON.stringify(expr)}`);
};
