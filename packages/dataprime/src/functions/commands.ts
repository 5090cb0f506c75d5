import { refuseWhen } from '../compile/refusal.ts';
import { call, col, iff, infix, lambda, plain, SQL_NULL, str } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { nothing } from '../compile/typed-null.ts';
import { value } from '../compile/value.ts';
import { BOOL, REGEXP, STRING, UNKNOWN } from '../types/type.ts';
import { define, literal, param } from './define.ts';
import type { FunctionDef, LowerCall } from './function-def.ts';

/**
 * What commands compute of a value. These are lowered as functions are, but are no part of the library: a query cannot
 * name them.
 */
const command = define('string');
const arg = (c: LowerCall, index: number): SqlExpr => c.args[index] ?? SQL_NULL;

/**
 * Every occurrence replaced by a text that stands for itself. The engine takes a backslash and a digit in a new text for
 * a group of the pattern, even after another backslash; so such a text is put between the parts instead.
 */
const replaceAll = (c: LowerCall, text: SqlExpr): SqlExpr => {
  if (c.values[1]?.type.kind !== 'regexp') return call('replaceAll', text, arg(c, 1), arg(c, 2));
  const replacement = c.literal('replacement');
  return typeof replacement === 'string' && replacement.includes('\\')
    ? call('arrayStringConcat', call('splitByRegexp', arg(c, 1), text), arg(c, 2))
    : call('replaceRegexpAll', text, arg(c, 1), arg(c, 2));
};

/** The pieces of JSON text: texts (with their colon where they are keys), and all that stands between them. */
const JSON_PIECE = '"(?:[^"\\\\]|\\\\.)*"(?:\\s*:)?|[^"]+';

const replaceInJson = (c: LowerCall): SqlExpr => {
  const piece = col('p');
  const isText = call('and', call('startsWith', piece, str('"')), call('not', call('endsWith', piece, str(':'))));
  const redacted = call('toJSONString', replaceAll(c, call('JSONExtractString', piece)));
  const pieces = call('extractAll', arg(c, 0), str(JSON_PIECE));
  return call('arrayStringConcat', call('arrayMap', lambda(['p'], iff(isText, redacted, piece)), pieces));
};

const PATTERN = literal(param('pattern', REGEXP));
const REPLACEMENT = literal(param('replacement', STRING));

/** A text with every occurrence of a pattern replaced. */
export const REDACT_TEXT: FunctionDef = command(
  'redact',
  [param('text', STRING), PATTERN, REPLACEMENT],
  STRING,
  'The text with every occurrence of the pattern replaced.',
  ["redact('a1', /\\d/, 'x')", 'ax'],
  (c) => replaceAll(c, arg(c, 0)),
  { nulls: 'strict' },
);

/** JSON text in which every text that is a value is so replaced, at any depth. */
export const REDACT_TEXTS: FunctionDef = command(
  'redact',
  [param('value', UNKNOWN), PATTERN, REPLACEMENT],
  UNKNOWN,
  'The value with every occurrence of the pattern replaced in its texts.',
  ["redact(['a1'], /\\d/, 'x')", ['ax']],
  replaceInJson,
  { nulls: 'strict' },
);

/** The kind of a JSON value: the same for two values that a change from one to the other leaves of one datatype. */
export const KIND: FunctionDef = command(
  'kind',
  [param('value', UNKNOWN)],
  STRING,
  'The kind of a JSON value.',
  ["kind('a')", 'string'],
  (c) => {
    const begins = (mark: string, kind: string): readonly SqlExpr[] => [
      call('startsWith', arg(c, 0), str(mark)),
      str(kind),
    ];
    const marks = [...begins('"', 'string'), ...begins('{', 'object'), ...begins('[', 'array')];
    return call('multiIf', ...marks, ...begins('t', 'bool'), ...begins('f', 'bool'), str('number'));
  },
  { nulls: 'strict' },
);

/** The value, or the end of the query where a condition is true. */
export const FAIL_WHEN: FunctionDef = command(
  'failWhen',
  [param('condition', BOOL), literal(param('message', STRING)), param('value', UNKNOWN)],
  UNKNOWN,
  'The value, unless the condition is true, which ends the query.',
  ["failWhen(false, 'no', 1)", 1],
  (c) => {
    const message = c.literal('message');
    const condition = call('ifNull', arg(c, 0), { kind: 'bool', value: false });
    const failed = refuseWhen(condition, typeof message === 'string' ? message : 'the query ended itself');
    const given = c.values[2];
    const sql = given === null || given === undefined ? SQL_NULL : given.sql;
    const picked = iff(infix('=', failed, plain(0)), sql, nothing(c.type).sql);
    return value(c.type, picked, given?.absent ?? null);
  },
  { nulls: 'handled' },
);
