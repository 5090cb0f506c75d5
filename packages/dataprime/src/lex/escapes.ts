import type { Span } from '@clearspan/text';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['"', '"'],
  ['`', '`'],
  ['\\', '\\'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['f', '\f'],
  ['b', '\b'],
  ['{', '{'],
  ['}', '}'],
]);
const NAMED: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\f', '\\f'],
  ['\b', '\\b'],
  ['\\', '\\\\'],
]);

export interface EscapedText {
  readonly value: string;
  /** Escapes without a meaning, relative to the raw text. Their backslash is kept. */
  readonly unknown: readonly Span[];
}

/** The value of what stands between quotes. */
export const readEscapes = (raw: string): EscapedText => {
  if (!raw.includes('\\')) return { value: raw, unknown: [] };
  const unknown: Span[] = [];
  const value = raw.replace(/\\([\s\S])/g, (whole, char: string, offset: number) => {
    const meant = ESCAPES.get(char);
    if (meant === undefined) unknown.push({ start: offset, end: offset + 2 });
    return meant ?? whole;
  });
  return { value, unknown };
};

/** Text between single quotes. */
export const quote = (value: string): string => `'${value.replace(/[\n\r\t\f\b\\']/g, escapeOf)}'`;

/** Text between double quotes, the documented spelling of unusual dataset names. */
export const doubleQuote = (value: string): string => `"${value.replace(/[\n\r\t\f\b\\"]/g, escapeOf)}"`;

/** A stretch of text inside an interpolated string. */
export const escapeTemplate = (value: string): string => value.replace(/[\n\r\t\f\b\\`{}]/g, escapeOf);

const escapeOf = (char: string): string => NAMED.get(char) ?? `\\${char}`;
