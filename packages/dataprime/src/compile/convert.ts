import { SEVERITIES } from '../ast/expr.ts';
import { intervalToText, isoText, textToInterval, textToTimestamp } from '../functions/time-sql.ts';
import { SEVERITY_LABELS } from '../types/severity.ts';
import { arrayOf, isScalar, STRING, type Type, typeName } from '../types/type.ts';
import { call, col, iff, infix, lambda, num, plain, SQL_NULL, str } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import { nothing, typedNull } from './typed-null.ts';
import { nullTest, type Value, value } from './value.ts';

const startsWith = (text: SqlExpr, prefix: string): SqlExpr => call('startsWith', text, str(prefix));
const unquote = (raw: SqlExpr): SqlExpr => call('JSONExtractString', raw);
const labelOf = (code: SqlExpr): SqlExpr =>
  call(
    'multiIf',
    ...SEVERITY_LABELS.slice(1).flatMap((label, index) => [infix('=', code, plain(index + 1)), str(label)]),
    SQL_NULL,
  );

/** 1 to 6 for the name of a severity in any case or its code as text. */
const textToSeverity = (text: SqlExpr): SqlExpr => {
  const upper = call('upper', text);
  const arms = SEVERITIES.flatMap((name, index) => [
    call('in', upper, call('tuple', str(name), str(String(index + 1)))),
    call('toUInt8', plain(index + 1)),
  ]);
  return call('multiIf', ...arms, SQL_NULL);
};
const numberToSeverity = (number: SqlExpr): SqlExpr =>
  iff(call('in', number, call('tuple', ...[1, 2, 3, 4, 5, 6].map(num))), call('toUInt8', number), SQL_NULL);
const finiteNumber = (text: SqlExpr): SqlExpr => {
  const parsed = call('toFloat64OrNull', text);
  return iff(call('isFinite', parsed), parsed, SQL_NULL);
};
const wholeNanos = (number: SqlExpr): SqlExpr => call('accurateCastOrNull', call('trunc', number), str('Int64'));

/** A value as text: what a cast to `string` yields. */
export const toText = (operand: Value): Value => {
  const { sql, type } = operand;
  switch (type.kind) {
    case 'string':
    case 'regexp':
    case 'object':
      return value(STRING, sql);
    case 'number':
      return value(STRING, call('toString', sql));
    case 'bool':
      return value(STRING, call('multiIf', call('isNull', sql), SQL_NULL, sql, str('true'), str('false')));
    case 'timestamp':
      return value(STRING, isoText(sql));
    case 'interval':
      return value(STRING, intervalToText(sql, 'day'));
    case 'severity':
      return value(STRING, labelOf(sql));
    case 'array':
      return value(STRING, toJson(operand).sql);
    case 'null':
      return nothing(STRING);
    case 'unknown':
      return value(STRING, iff(startsWith(sql, '"'), unquote(sql), sql));
    default:
      return unreachable(type);
  }
};

/** A value as JSON text, null staying null: how values whose type is not known are held, and arrays between stages. */
export const toJson = (operand: Value): Value => {
  const { sql, type } = operand;
  const unknown: Type = { kind: 'unknown' };
  switch (type.kind) {
    case 'object':
    case 'unknown':
      return value(unknown, sql);
    case 'number':
      return value(unknown, call('toString', sql));
    case 'bool':
      return value(unknown, toText(operand).sql);
    case 'null':
      return nothing(unknown);
    case 'array': {
      const items = call(
        'arrayMap',
        lambda(['j'], call('ifNull', toJson(value(elementType(type.of), col('j'))).sql, str('null'))),
        sql,
      );
      const text = call('concat', str('['), call('arrayStringConcat', items, str(',')), str(']'));
      return value(unknown, operand.absent === null ? text : iff(operand.absent, SQL_NULL, text));
    }
    case 'string':
    case 'regexp':
    case 'timestamp':
    case 'interval':
    case 'severity': {
      const text = toText(operand).sql;
      return value(unknown, iff(call('isNull', text), SQL_NULL, call('toJSONString', call('assumeNotNull', text))));
    }
    default:
      return unreachable(type);
  }
};

/** How an element is held: an array inside an array as JSON text, since the engine has no null arrays. */
export const elementType = (of: Type): Type => (of.kind === 'array' ? { kind: 'unknown' } : of);

/** The elements of JSON array text as the compiler holds arrays; what is no array is absent. */
const arrayFromJson = (raw: SqlExpr, of: Type): Value => {
  const absent = call('not', call('ifNull', startsWith(raw, '['), { kind: 'bool', value: false }));
  const items = call('JSONExtractArrayRaw', call('ifNull', raw, str('[]')));
  const item = call('nullIf', col('r'), str('null'));
  const read = fromJson(value({ kind: 'unknown' }, item), elementType(of)).sql;
  return value(arrayOf(of), call('arrayMap', lambda(['r'], read), items), absent);
};

/**
 * A value known only as JSON text, used as a type: what is stored as another type is null. JSON has no timestamps,
 * intervals and severities, so for those the text or number is parsed.
 */
export const fromJson = (operand: Value, to: Type): Value => {
  const raw = operand.sql;
  switch (to.kind) {
    case 'string':
    case 'regexp':
      return value(to, iff(startsWith(raw, '"'), unquote(raw), SQL_NULL));
    case 'number':
      return value(to, call('toFloat64OrNull', raw));
    case 'bool':
      return value(
        to,
        call(
          'multiIf',
          infix('=', raw, str('true')),
          { kind: 'bool', value: true },
          infix('=', raw, str('false')),
          { kind: 'bool', value: false },
          SQL_NULL,
        ),
      );
    case 'timestamp':
    case 'interval':
    case 'severity':
      return castJson(operand, to);
    case 'array':
      return arrayFromJson(raw, to.of);
    case 'object':
      return value(to, iff(startsWith(raw, '{'), raw, SQL_NULL));
    case 'unknown':
    case 'null':
      return value({ kind: 'unknown' }, raw);
    default:
      return unreachable(to);
  }
};

/** A value known only as JSON text, cast: a text is parsed, a number or truth value converted. */
const castJson = (operand: Value, to: Type): Value => {
  const raw = operand.sql;
  const isText = startsWith(raw, '"');
  const fromText = (): SqlExpr => cast(value(STRING, unquote(raw)), to).sql;
  const fromNumber = (): SqlExpr => cast(value({ kind: 'number' }, call('toFloat64OrNull', raw)), to).sql;
  switch (to.kind) {
    case 'string':
      return toText(operand);
    case 'bool':
      return value(to, iff(isText, fromText(), fromJson(operand, to).sql));
    case 'number':
      return value(
        to,
        call(
          'multiIf',
          isText,
          fromText(),
          infix('=', raw, str('true')),
          num(1),
          infix('=', raw, str('false')),
          num(0),
          call('toFloat64OrNull', raw),
        ),
      );
    case 'timestamp':
    case 'interval':
    case 'severity':
      return value(to, iff(isText, fromText(), fromNumber()));
    case 'array':
    case 'null':
    case 'object':
    case 'regexp':
    case 'unknown':
      return fromJson(operand, to);
  }
};

/** A cast (§2.3). It never fails: a value that cannot be converted is null. */
export const cast = (operand: Value, to: Type): Value => {
  const { sql, type: from } = operand;
  if (from.kind === 'null') return nothing(to);
  if (from.kind === 'unknown') return castJson(operand, to);
  if (from.kind === to.kind && from.kind !== 'array') return operand;
  switch (to.kind) {
    case 'string':
    case 'regexp':
      return value(to, toText(operand).sql);
    case 'number':
      if (from.kind === 'string') return value(to, finiteNumber(sql));
      return isScalar(from) ? value(to, call('toFloat64', sql)) : nothing(to);
    case 'bool':
      return value(to, from.kind === 'string' ? fromJson(operand, to).sql : typedNull(to));
    case 'timestamp':
      return value(
        to,
        from.kind === 'string' ? textToTimestamp(sql) : from.kind === 'number' ? wholeNanos(sql) : typedNull(to),
      );
    case 'interval':
      return value(
        to,
        from.kind === 'string' ? textToInterval(sql) : from.kind === 'number' ? wholeNanos(sql) : typedNull(to),
      );
    case 'severity':
      return value(
        to,
        from.kind === 'string' ? textToSeverity(sql) : from.kind === 'number' ? numberToSeverity(sql) : typedNull(to),
      );
    case 'array':
      if (from.kind === 'string') return arrayFromJson(sql, to.of);
      return from.kind === 'array' ? castElements(operand, from.of, to) : nothing(to);
    case 'object':
      return value(to, from.kind === 'string' ? fromJson(operand, to).sql : typedNull(to));
    case 'unknown':
    case 'null':
      return toJson(operand);
    default:
      return unreachable(to);
  }
};

const castElements = (operand: Value, from: Type, to: { readonly kind: 'array'; readonly of: Type }): Value => {
  if (typeName(from) === typeName(to.of)) return operand;
  const item = value(elementType(from), col('y'));
  const target = elementType(to.of);
  const converted = item.type.kind === 'unknown' ? fromJson(item, target) : cast(item, target);
  return value(to, call('arrayMap', lambda(['y'], converted.sql), operand.sql), operand.absent);
};

/** A value of one type where another is used without a cast. */
export const use = (operand: Value, to: Type): Value => {
  if (to.kind === 'unknown') return operand.type.kind === 'unknown' ? operand : toJson(operand);
  if (operand.type.kind === 'unknown') return fromJson(operand, to);
  if (operand.type.kind === 'array' && to.kind === 'array') return castElements(operand, operand.type.of, to);
  return operand.type.kind === to.kind ? operand : cast(operand, to);
};

const JSON_LEAF = '"(?:[^"\\\\]|\\\\.)*"(?:\\s*:)?|-?[0-9][0-9.eE+-]*|true|false';

/** The text of every value in JSON text, at any depth; keys are left out. */
export const leafTexts = (raw: SqlExpr): SqlExpr => {
  const leaves = call(
    'arrayFilter',
    lambda(['l'], call('not', call('endsWith', col('l'), str(':')))),
    call('extractAll', call('ifNull', raw, str('')), str(JSON_LEAF)),
  );
  return call('arrayMap', lambda(['l'], iff(startsWith(col('l'), '"'), unquote(col('l')), col('l'))), leaves);
};

/** Whether the value is there: null for an object, which has no presence of its own (§2.4). */
export const presence = (operand: Value): SqlExpr => {
  if (operand.type.kind === 'object') return SQL_NULL;
  if (operand.type.kind === 'unknown')
    return call(
      'multiIf',
      call('isNull', operand.sql),
      { kind: 'bool', value: false },
      startsWith(operand.sql, '{'),
      SQL_NULL,
      { kind: 'bool', value: true },
    );
  const test = nullTest(operand);
  return test === null ? { kind: 'bool', value: true } : call('not', test);
};

const unreachable = (type: never): never => {
  throw new TypeError(`unexpected type ${JSON.stringify(type)}`);
};
