import type { LineField } from './line-field.ts';
import { all, any, bool, call, col, infix, lambda, plain, str } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';

/** What the engine's error says when a line is not what a direct scan can read. */
const LINE_REFUSED = 'clearspan: a line that is not read in place';

const LINE = col('line');
/** Objects and arrays inside one another, as `JSON_DEPTH_MAX` of the telemetry store has it. */
const DEPTH_MAX = 64;
/** Shorter lines make records far below the limit of a record, whatever is in them. */
const SMALL_LINE_BYTES = 1_000;
/** Bytes a record may take at most for each byte of its line, and the record's limit with room for what is fixed. */
const RECORD_BYTES_PER_LINE_BYTE = 13;
const RECORD_BYTES_MAX = 1_000_000;

const not = (condition: SqlExpr): SqlExpr => call('not', condition);
const equals = (left: SqlExpr, right: SqlExpr): SqlExpr => infix('=', left, right);
const above = (left: SqlExpr, limit: number): SqlExpr => infix('>', left, plain(limit));
const count = (text: string): SqlExpr => call('countSubstrings', LINE, str(text));
const contains = (text: string): SqlExpr => above(call('position', LINE, str(text)), 0);
const matches = (pattern: string): SqlExpr => call('match', LINE, str(pattern));
const keysAt = (path: readonly string[]): SqlExpr => call('JSONExtractKeys', LINE, ...path.map(str));

/** The kind of value at a path; `Null` for nothing, for null, and everywhere in a line that is no JSON. */
const kindAt = (path: readonly string[]): SqlExpr => call('JSONType', LINE, ...path.map(str));
const isKind = (path: readonly string[], names: readonly string[]): SqlExpr =>
  any(names.map((name) => equals(kindAt(path), str(name))));

interface ValueKind {
  /** How the engine's `JSONType` calls it. */
  readonly kinds: readonly string[];
  /** The engine's type of the value; a value of another kind is null or converted, and told by its kind. */
  readonly type: string;
  /** Whether the text behind a key begins a value of this kind. */
  readonly begins: (text: SqlExpr) => SqlExpr;
}

const oneOf =
  (...starts: readonly string[]) =>
  (text: SqlExpr): SqlExpr =>
    any(starts.map((start) => call('startsWith', text, str(start))));
const between = (from: string, to: string, text: SqlExpr): SqlExpr =>
  infix('AND', infix('>=', text, str(from)), infix('<', text, str(to)));

const VALUES: Readonly<Record<Exclude<LineField['type'], 'absent'>, ValueKind>> = {
  string: { kinds: ['String'], type: 'Nullable(String)', begins: oneOf(':"', ': "') },
  // Digits and the minus stand together in ASCII, and what else stands there begins no value.
  number: {
    kinds: ['Int64', 'UInt64', 'Double'],
    type: 'Nullable(Float64)',
    begins: (text) => infix('OR', between(':-', '::', text), between(': -', ': :', text)),
  },
  bool: { kinds: ['Bool'], type: 'Nullable(Bool)', begins: oneOf(':t', ':f', ': t', ': f') },
};

/** The value of a field: null where a line has none. */
export const fieldValue = (path: readonly string[], type: Exclude<LineField['type'], 'absent'>): SqlExpr =>
  call('JSONExtract', LINE, ...path.map(str), str(VALUES[type].type));

/** A character of ASCII written by its number: then a key may stand there that its text does not show. */
const ESCAPED = contains('\\u00');
const mentions = (path: readonly string[]): SqlExpr => count(JSON.stringify(path.at(-1) ?? ''));

/**
 * A value of another type, which the schema could have told of. Where the key stands once in the text it is the key of
 * the value, and the character behind it tells the type; parsing the line again is for the rest.
 */
const isOther = ({ path, type }: LineField): SqlExpr => {
  if (type === 'absent') return not(isKind(path, ['Null']));
  const { kinds, begins } = VALUES[type];
  const key = JSON.stringify(path.at(-1) ?? '');
  const behind = call('substring', LINE, infix('+', call('position', LINE, str(key)), plain(key.length)), plain(3));
  const present = call('isNotNull', fieldValue(path, type));
  const plainly = all([present, equals(mentions(path), plain(1)), not(ESCAPED), begins(behind)]);
  return not(any([plainly, isKind(path, kinds), infix('AND', not(present), isKind(path, ['Null']))]));
};

/** A key that stands twice in one object: `JSON.parse` takes the last, the engine the first. */
const isRepeated = (path: readonly string[]): SqlExpr => {
  const twice = call('countEqual', keysAt(path.slice(0, -1)), str(path.at(-1) ?? ''));
  return infix('AND', infix('OR', above(mentions(path), 1), ESCAPED), above(twice, 1));
};

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

/** Every key on the way to a field, once. */
const prefixes = (fields: readonly LineField[]): readonly (readonly string[])[] => {
  const all = fields.flatMap(({ path }) => path.map((_, index) => path.slice(0, index + 1)));
  return [...new Map(all.map((path) => [JSON.stringify(path), path])).values()];
};

/**
 * True for a line that is a record, false for a blank one; throws in the engine (`LINE_REFUSED`) for every line of which
 * a scan might tell otherwise than loading it would. What costs more is asked only of lines that look suspicious.
 */
export const lineGuards = (fields: readonly LineField[]): readonly SqlExpr[] => {
  const values = fields.flatMap(({ path, type }) => (type === 'absent' ? [] : [fieldValue(path, type)]));
  const isObject = any([...values.map((value) => call('isNotNull', value)), isKind([], ['Object'])]);
  const faults = any([
    ...fields.map(isOther),
    ...prefixes(fields).map(isRepeated),
    ...fields.filter(({ type }) => type === 'number').map(isMinusZero),
    isEnvelope(),
    isDeep(),
    isLarge(),
  ]);
  const isRecord = all([isPlainObject(), isObject, not(faults)]);
  const isBlank = matches('^[ \\t\\r]*$');
  return [
    equals(call('throwIf', not(infix('OR', isRecord, isBlank)), str(LINE_REFUSED)), plain(0)),
    infix('OR', begins, not(isBlank)),
  ];
};
