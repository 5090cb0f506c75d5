import type { LineField } from './line-field.ts';
import { all, any, call, col, infix, plain, str } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';

/** The text of a line, and what is asked of it. */
export const LINE: SqlExpr = col('line');

export const not = (condition: SqlExpr): SqlExpr => call('not', condition);
export const equals = (left: SqlExpr, right: SqlExpr): SqlExpr => infix('=', left, right);
export const above = (left: SqlExpr, limit: number): SqlExpr => infix('>', left, plain(limit));
export const count = (text: string): SqlExpr => call('countSubstrings', LINE, str(text));
export const contains = (text: string): SqlExpr => above(call('position', LINE, str(text)), 0);
export const matchesText = (text: SqlExpr, pattern: string): SqlExpr => call('match', text, str(pattern));
export const matches = (pattern: string): SqlExpr => matchesText(LINE, pattern);
export const keysAt = (path: readonly string[]): SqlExpr => call('JSONExtractKeys', LINE, ...path.map(str));

/** The kind of value at a path; `Null` for nothing, for null, and everywhere in a line that is no JSON. */
const kindAt = (path: readonly string[]): SqlExpr => call('JSONType', LINE, ...path.map(str));
export const isKind = (path: readonly string[], names: readonly string[]): SqlExpr =>
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
export const ESCAPED: SqlExpr = contains('\\u00');
const mentions = (path: readonly string[]): SqlExpr => count(JSON.stringify(path.at(-1) ?? ''));

/**
 * A value of another type, which the schema could have told of. Where the key stands once in the text it is the key of
 * the value, and the character behind it tells the type; parsing the line again is for the rest.
 */
export const isOther = ({ path, type }: LineField): SqlExpr => {
  if (type === 'absent') return not(isKind(path, ['Null']));
  const { kinds, begins } = VALUES[type];
  const key = JSON.stringify(path.at(-1) ?? '');
  const behind = call('substring', LINE, infix('+', call('position', LINE, str(key)), plain(key.length)), plain(3));
  const present = call('isNotNull', fieldValue(path, type));
  const plainly = all([present, equals(mentions(path), plain(1)), not(ESCAPED), begins(behind)]);
  return not(any([plainly, isKind(path, kinds), infix('AND', not(present), isKind(path, ['Null']))]));
};

/** A key that stands twice in one object: `JSON.parse` takes the last, the engine the first. */
const isTwice = (path: readonly string[]): SqlExpr => {
  const twice = call('countEqual', keysAt(path.slice(0, -1)), str(path.at(-1) ?? ''));
  return infix('AND', infix('OR', above(mentions(path), 1), ESCAPED), above(twice, 1));
};

/** Whether a key on the way to a value, or its own, stands twice in its object. */
export const isRepeated = (path: readonly string[]): SqlExpr =>
  any(path.map((_, index) => isTwice(path.slice(0, index + 1))));
