import { leafTexts, toJson, toText } from '../compile/convert.ts';
import { call, col, infix, lambda, SQL_NULL, str } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { type Value, value } from '../compile/value.ts';
import { isScalar } from '../types/type.ts';
import type { LowerCall } from './function-def.ts';

/** The characters that end a token (§3.5), as the inside of a character class. */
export const SEPARATORS = '\\s=/:@#$*|,;\'"(\\[{})\\]<>._-';
const TOKEN = new RegExp(`[^${SEPARATORS}]+`, 'gu');
export const escapeRegex = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

export const phraseTokens = (phrase: string): readonly string[] => phrase.match(TOKEN) ?? [];

/** The regular expression of a phrase: its tokens whole, in order, one after the other, in any case. Null: no token. */
export const phraseRegex = (phrase: string): string | null => {
  const tokens = phraseTokens(phrase);
  if (tokens.length === 0) return null;
  const body = tokens.map(escapeRegex).join(`[${SEPARATORS}]+`);
  return `(?i)(?:\\A|[${SEPARATORS}])${body}(?:[${SEPARATORS}]|\\z)`;
};

/**
 * Words the engine's own tokenizer must find wherever the phrase stands: the ASCII runs of the phrase. The engine
 * splits at every ASCII character that is not a letter or digit, which includes every separator above.
 */
export const phraseWords = (phrase: string): readonly string[] => [
  ...new Set(
    phraseTokens(phrase)
      .flatMap((token) => token.match(/[A-Za-z0-9\u0080-\u{10ffff}]+/gu) ?? [])
      .filter((word) => /^[A-Za-z0-9]+$/.test(word)),
  ),
];

const FALSE: SqlExpr = { kind: 'bool', value: false };

/** The pattern in one text, with the cheap test for whole words first. */
const inText = (text: SqlExpr, words: readonly string[], regex: string): SqlExpr =>
  [...words.map((word) => call('hasTokenCaseInsensitive', text, str(word))), call('match', text, str(regex))].reduce(
    (left, right) => infix('AND', left, right),
  );

/** The phrase in a value of any type: in a scalar's text, in an element of an array, in any value inside an object. */
export const searchValue = (target: Value, phrase: string): SqlExpr => {
  const regex = phraseRegex(phrase);
  return regex === null ? FALSE : searchPattern(target, phraseWords(phrase), regex);
};

/** A pattern of the engine in a value of any type. `words` are tokens that must stand wherever the pattern is found. */
export const searchPattern = (target: Value, words: readonly string[], regex: string): SqlExpr => {
  const { type } = target;
  if (type.kind === 'object' || type.kind === 'unknown' || (type.kind === 'array' && !isScalar(type.of))) {
    const raw = type.kind === 'array' ? toJson(target).sql : target.sql;
    // A word of letters and digits stands in JSON text as it is, so rows without it need no look inside.
    const present = words.map((word) =>
      infix('>', call('positionCaseInsensitive', raw, str(word)), { kind: 'plain', value: 0 }),
    );
    const found = call('arrayExists', lambda(['x'], call('match', col('x'), str(regex))), leafTexts(raw));
    return [...present, found].reduce((left, right) => infix('AND', left, right));
  }
  if (type.kind === 'array')
    return call(
      'arrayExists',
      lambda(['x'], call('ifNull', inText(toText(value(type.of, col('x'))).sql, words, regex), FALSE)),
      target.sql,
    );
  return inText(toText(target).sql, words, regex);
};

export const lowerTextSearch = (c: LowerCall): SqlExpr => {
  const [target] = c.values;
  const phrase = c.literal('phrase');
  return target == null || typeof phrase !== 'string' ? SQL_NULL : searchValue(target, phrase);
};
