import { type JsonTree, parseJson } from '../rows/json-tree.ts';

type Tree = { readonly [key: string]: JsonTree };

const FIRST_PAIR = /^\s*[A-Za-z_@][\w.@/-]*=/;
/** A key, and its value: quoted, or up to the next blank. A quotation mark inside a bare value is no logfmt. */
const PAIR = /\s*([A-Za-z_@][\w.@/-]*)=(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([^\s"]*))(?=\s|$)/y;
/** One pair can be anything: `x=y` of a formula, the query of an address. */
const PAIRS_MIN = 2;
/** A longer line is no record anyway. */
const LINE_UNITS_MAX = 1_048_576;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const unescaped = (text: string): string =>
  text.includes('\\') ? text.replace(/\\(.)/g, (_, char: string) => ESCAPES[char] ?? char) : text;

/** What is written bare as JSON writes numbers and truth values is one; all else is text. */
const bareValue = (text: string): JsonTree => {
  if (text === 'true' || text === 'false') return text === 'true';
  return NUMBER.test(text) ? parseJson(text) : text;
};

/**
 * The pairs of a line of logfmt: `ts=2026-01-05T08:00:00Z level=info msg="request done" status=200`. Null for a line that
 * has anything else in it, or fewer than two pairs. The last of two equal keys counts, as in JSON.
 */
export const readLogfmt = (line: string): Tree | null => {
  if (line.length > LINE_UNITS_MAX || !FIRST_PAIR.test(line)) return null;
  const pairs: [string, JsonTree][] = [];
  const end = line.trimEnd().length;
  PAIR.lastIndex = 0;
  while (PAIR.lastIndex < end) {
    const match = PAIR.exec(line);
    if (match === null) return null;
    const [, key = '', quoted, bare = ''] = match;
    pairs.push([key, quoted === undefined ? bareValue(bare) : unescaped(quoted)]);
  }
  // Unlike an assignment this makes a key of `__proto__` too.
  return pairs.length < PAIRS_MIN ? null : Object.fromEntries(pairs);
};
