import type { LineField, LineReads } from './line-field.ts';
import { isOtherHead } from './line-head.ts';
import {
  above,
  contains,
  count,
  ESCAPED,
  equals,
  fieldValue,
  isKind,
  isOther,
  isRepeated,
  keysAt,
  LINE,
  matches,
  not,
} from './line-text.ts';
import { refuseWhen } from './refusal.ts';
import { all, any, bool, call, col, infix, lambda, plain, str } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';

/** What the engine's error says when a line is not what a direct scan can read. */
const LINE_REFUSED = 'a line that is not read in place';

/** Objects and arrays inside one another, as `JSON_DEPTH_MAX` of the telemetry store has it. */
const DEPTH_MAX = 64;
/** Shorter lines make records far below the limit of a record, whatever is in them. */
const SMALL_LINE_BYTES = 1_000;
/** Bytes a record may take at most for each byte of its line, and the record's limit with room for what is fixed. */
const RECORD_BYTES_PER_LINE_BYTE = 13;
const RECORD_BYTES_MAX = 1_000_000;

/** Minus zero, which the engine reads as zero. Grouping tells the two apart. */
const MINUS_ZERO = ':[ \\t\\r]*-(?:0(?:\\.0+)?(?:[eE][+-]?[0-9]+)?|[0-9.]+[eE]-[0-9]{3,})[ \\t\\r]*[,}]';
const isMinusZero = ({ path }: LineField): SqlExpr =>
  all([call('ifNull', equals(fieldValue(path, 'number'), plain(0)), bool(false)), contains('-'), matches(MINUS_ZERO)]);

const ROOTS = ['$m', '$l', '$d'];
/** `{"$m": …, "$l": …, "$d": …}`, which is no record but holds one. */
const isEnvelope = (): SqlExpr => {
  const isRoot = any(ROOTS.map((root) => equals(col('k'), str(root))));
  const onlyRoots = call('arrayAll', lambda(['k'], isRoot), keysAt([]));
  return all([infix('OR', contains('"$'), ESCAPED), above(call('length', keysAt([])), 0), onlyRoots]);
};

const BEGINS = '{"';
const begins = call('startsWith', LINE, str(BEGINS));
/** An object, and none that holds an OTLP request. A byte order mark is nothing to the engine, and a fault otherwise. */
const isPlainObject = (): SqlExpr =>
  infix(
    'OR',
    infix('AND', begins, not(call('startsWith', LINE, str('{"resourceLogs"')))),
    infix('AND', matches('^[ \\t\\r]*\\{'), not(matches('^[ \\t\\r]*\\{[ \\t\\r]*"resourceLogs"[ \\t\\r]*:'))),
  );

/** Deeper than a record may be: brackets are counted one by one only where there are many. */
const isDeep = (): SqlExpr => {
  const bare = call('replaceRegexpAll', LINE, str('"(?:[^"\\\\]|\\\\.)*"'), str(''));
  const brackets = call('extractAll', bare, str('[\\[\\]{}]'));
  const step = call('if', any([equals(col('b'), str('{')), equals(col('b'), str('['))]), plain(1), plain(-1));
  const depth = call('arrayMax', call('arrayCumSum', call('arrayMap', lambda(['b'], step), brackets)));
  return infix('AND', above(infix('+', count('{'), count('[')), DEPTH_MAX), above(depth, DEPTH_MAX));
};

/**
 * A record that may be larger than one may be. It holds the path of every value, so that long keys above many values
 * count once for each of them.
 */
const isLarge = (): SqlExpr => {
  const length = call('length', LINE);
  const paths = call('if', above(count('{'), 1), infix('*', plain(2), infix('*', length, count(':'))), plain(0));
  const most = infix('+', infix('*', plain(RECORD_BYTES_PER_LINE_BYTE), length), paths);
  return infix('AND', above(length, SMALL_LINE_BYTES), above(most, RECORD_BYTES_MAX));
};

/**
 * True for a line that is a record, false for a blank one; throws in the engine (`LINE_REFUSED`) for every line of which
 * a scan might tell otherwise than loading it would. What costs more is asked only of lines that look suspicious.
 */
export const lineGuards = ({ fields, heads }: LineReads): readonly SqlExpr[] => {
  const holders = heads.flatMap(({ holder }) => (holder === null ? [] : [holder]));
  const read = [...new Map([...fields, ...holders].map((field) => [JSON.stringify(field.path), field])).values()];
  const values = read.flatMap(({ path, type }) => (type === 'absent' ? [] : [fieldValue(path, type)]));
  const isObject = any([...values.map((value) => call('isNotNull', value)), isKind([], ['Object'])]);
  const faults = any([
    ...read.map(isOther),
    ...read.map(({ path }) => isRepeated(path)),
    ...read.filter(({ type }) => type === 'number').map(isMinusZero),
    ...heads.map(isOtherHead),
    isEnvelope(),
    isDeep(),
    isLarge(),
  ]);
  const isRecord = all([isPlainObject(), isObject, not(faults)]);
  const isBlank = matches('^[ \\t\\r]*$');
  return [
    equals(refuseWhen(not(infix('OR', isRecord, isBlank)), LINE_REFUSED), plain(0)),
    infix('OR', begins, not(isBlank)),
  ];
};
