/**
 * The only place where values become SQL text. A string that left this file cannot end its own literal: quotes,
 * backslashes and control characters are escaped, and surrogates that UTF-8 cannot carry become U+FFFD.
 */
const ESCAPES: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\0',
};

/** C0 controls and DEL are one byte of UTF-8; C1 controls are two bytes and harmless, so they stay as they are. */
const escapeControl = (char: string): string => {
  const code = char.charCodeAt(0);
  return code > 0x7f ? char : `\\x${code.toString(16).padStart(2, '0').toUpperCase()}`;
};

/** Quotes, backslashes and every character below the blank, and DEL. */
const UNSAFE = /['\\\p{Cc}]/gu;

/** A single-quoted ClickHouse string literal of any text. */
export const stringLiteral = (value: string): string =>
  `'${value.toWellFormed().replace(UNSAFE, (char) => ESCAPES[char] ?? escapeControl(char))}'`;

/** A Float64 literal. Values no literal can write (infinities, NaN) are written as what they mean: NULL. */
export const numberLiteral = (value: number): string => {
  if (!Number.isFinite(value)) return 'NULL';
  const text = Object.is(value, -0) ? '0' : String(value);
  return /[.e]/.test(text)
    ? `toFloat64(${text})`
    : Math.abs(value) <= Number.MAX_SAFE_INTEGER
      ? `${text}.`
      : `toFloat64(${text})`;
};

const INT64_MAX = 9_223_372_036_854_775_807n;
const INT64_MIN = -9_223_372_036_854_775_808n;

/** An Int64 literal; NULL outside the range of Int64. */
export const intLiteral = (value: bigint): string =>
  value > INT64_MAX || value < INT64_MIN
    ? 'NULL'
    : value === INT64_MIN
      ? "toInt64('-9223372036854775808')"
      : `toInt64(${value})`;

/** A small whole number, bare. Anything else is a fault of the compiler. */
export const plainLiteral = (value: number): string => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`expected a whole number, found ${value}`);
  return String(value);
};

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_.]*$/;

/** A name of the compiler's own: a column, a table, a function. Anything else is a fault of the compiler. */
export const identifier = (name: string): string => {
  if (!IDENTIFIER.test(name)) throw new RangeError('expected an identifier of the storage layout');
  return name;
};
