import { call, iff, infix, int, plain, SQL_NULL, str, wholeNumber } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { BOOL, NUMBER, REGEXP, STRING } from '../types/type.ts';
import { ANY, define, literal, optional, param, TEXT, variadic } from './define.ts';
import type { FunctionDef, LowerCall } from './function-def.ts';
import { matchOfRow } from './row-pattern.ts';
import { splitText } from './split-text.ts';
import { lowerTextSearch } from './text-search.ts';

const string = define('string');
const number = (sql: SqlExpr): SqlExpr => call('toFloat64', sql);
const arg = (c: LowerCall, index: number): SqlExpr => c.args[index] ?? SQL_NULL;
const WHITE_SPACE = str(' \t\n\r\f\v');

/** UTF-8 bytes of a code point, by the rules of RFC 3629. */
const chr = (c: LowerCall): SqlExpr => {
  const point = wholeNumber(arg(c, 0));
  const lead = (base: bigint, divisor: bigint): SqlExpr => infix('+', int(base), call('intDiv', point, int(divisor)));
  const follow = (divisor: bigint): SqlExpr =>
    infix('+', int(128n), infix('%', call('intDiv', point, int(divisor)), int(64n)));
  const below = (limit: bigint): SqlExpr => infix('<', point, int(limit));
  return call(
    'multiIf',
    below(0n),
    SQL_NULL,
    below(128n),
    call('char', point),
    below(2048n),
    call('char', lead(192n, 64n), follow(1n)),
    infix('AND', infix('>=', point, int(0xd800n)), below(0xe000n)),
    SQL_NULL,
    below(65536n),
    call('char', lead(224n, 4096n), follow(64n), follow(1n)),
    below(1114112n),
    call('char', lead(240n, 262144n), follow(4096n), follow(64n), follow(1n)),
    SQL_NULL,
  );
};

const codepoint = (c: LowerCall): SqlExpr => {
  const text = arg(c, 0);
  const byte = (at: number): SqlExpr => call('toInt64', call('ascii', call('substring', text, plain(at), plain(1))));
  const bits = (at: number, keep: bigint, shift: bigint): SqlExpr =>
    infix('*', call('bitAnd', byte(at), int(keep)), int(shift));
  const sum = (...parts: readonly SqlExpr[]): SqlExpr => parts.reduce((a, b) => infix('+', a, b));
  return number(
    call(
      'multiIf',
      infix('!=', call('lengthUTF8', text), plain(1)),
      SQL_NULL,
      infix('=', call('length', text), plain(1)),
      byte(1),
      infix('=', call('length', text), plain(2)),
      sum(bits(1, 31n, 64n), bits(2, 63n, 1n)),
      infix('=', call('length', text), plain(3)),
      sum(bits(1, 15n, 4096n), bits(2, 63n, 64n), bits(3, 63n, 1n)),
      sum(bits(1, 7n, 262144n), bits(2, 63n, 4096n), bits(3, 63n, 64n), bits(4, 63n, 1n)),
    ),
  );
};

const nth = (parts: SqlExpr, index: SqlExpr): SqlExpr =>
  iff(
    infix('<', wholeNumber(index), plain(1)),
    SQL_NULL,
    call('arrayElementOrNull', parts, call('greatest', wholeNumber(index), int(1n))),
  );

const matches = (c: LowerCall): SqlExpr => {
  const [text, pattern] = [arg(c, 0), arg(c, 1)];
  const [before, after] = c.matchesWholeText ? ['\\A(?:', ')\\z'] : ['', ''];
  return pattern.kind === 'string'
    ? call('match', text, str(before + pattern.value + after))
    : matchOfRow(text, (read) => call('concat', str(before), read, str(after)), pattern);
};

const notNegative = (count: SqlExpr): SqlExpr => call('greatest', wholeNumber(count), int(0n));
/** A position before the text is its beginning, a length below zero is none: the engine would count from the end. */
const substr = (c: LowerCall): SqlExpr => {
  const from = infix('+', notNegative(arg(c, 1)), plain(1));
  return c.args.length > 2
    ? call('substringUTF8', arg(c, 0), from, notNegative(arg(c, 2)))
    : call('substringUTF8', arg(c, 0), from);
};
/** The engine refuses to repeat beyond a million times; no text of that length can be computed here. */
const padLengthMax = 1_000_000;
/** Written with `repeat`, as the engine's own padding takes no computed filling. */
const pad =
  (side: 'left' | 'right') =>
  (c: LowerCall): SqlExpr => {
    const [text, count] = [arg(c, 0), notNegative(arg(c, 1))];
    const first = call('substringUTF8', arg(c, 2), plain(1), plain(1));
    const fill = iff(infix('=', first, str('')), str(' '), first);
    const wanted = call('least', count, int(BigInt(padLengthMax)));
    const missing = infix('-', wanted, call('toInt64', call('lengthUTF8', text)));
    const filling = call('repeat', fill, call('greatest', missing, int(0n)));
    const cut = call('substringUTF8', text, plain(1), count);
    const padded = side === 'left' ? call('concat', filling, cut) : call('concat', cut, filling);
    return iff(infix('<=', count, int(BigInt(padLengthMax))), padded, SQL_NULL);
  };
const PAD = [param('value', STRING), param('charCount', NUMBER), param('fillWith', STRING)];
const strict = { nulls: 'strict' } as const;
const one =
  (name: string) =>
  (c: LowerCall): SqlExpr =>
    call(name, arg(c, 0));

/** Functions of §6.3 but for encoding. */
export const STRING_FUNCTIONS: readonly FunctionDef[] = [
  string('byteLength', [param('value', STRING)], NUMBER, 'Number of UTF-8 bytes.', ["byteLength('é')", 2], (c) =>
    number(call('length', arg(c, 0))),
  ),
  string('chr', [param('number', NUMBER)], STRING, 'The character of a code point.', ['chr(65)', 'A'], chr, strict),
  string(
    'codepoint',
    [param('string', STRING)],
    NUMBER,
    'The code point of a text of one character; null for any other text.',
    ["codepoint('A')", 65],
    codepoint,
  ),
  string(
    'concat',
    [param('value', TEXT), variadic(param('values', TEXT))],
    STRING,
    'The arguments as one text.',
    ["concat('a', 1)", 'a1'],
    (c) => call('concat', ...c.args),
  ),
  string(
    'contains',
    [param('string', STRING), param('substring', STRING)],
    BOOL,
    'Whether the text holds the other, case-sensitive.',
    ["'abc'.contains('bc')", true],
    (c) => infix('>', call('position', arg(c, 0), arg(c, 1)), plain(0)),
  ),
  string(
    'startsWith',
    [param('string', STRING), param('prefix', STRING)],
    BOOL,
    'Whether the text begins with the other.',
    ["'abc'.startsWith('ab')", true],
    (c) => call('startsWith', arg(c, 0), arg(c, 1)),
  ),
  string(
    'endsWith',
    [param('string', STRING), param('suffix', STRING)],
    BOOL,
    'Whether the text ends with the other.',
    ["'abc'.endsWith('c')", true],
    (c) => call('endsWith', arg(c, 0), arg(c, 1)),
  ),
  string(
    'indexOf',
    [param('string', STRING), param('substring', STRING)],
    NUMBER,
    'Position of the first occurrence, from 0; -1 when there is none.',
    ["indexOf('abc', 'c')", 2],
    (c) => number(infix('-', call('toInt64', call('positionUTF8', arg(c, 0), arg(c, 1))), plain(1))),
  ),
  string('length', [param('value', STRING)], NUMBER, 'Number of characters (code points).', ["length('abc')", 3], (c) =>
    number(call('lengthUTF8', arg(c, 0))),
  ),
  string('trim', [param('value', STRING)], STRING, 'Without white space at both ends.', ["trim(' a ')", 'a'], (c) =>
    call('trimBoth', arg(c, 0), WHITE_SPACE),
  ),
  string(
    'ltrim',
    [param('value', STRING)],
    STRING,
    'Without white space at the beginning.',
    ["ltrim(' a ')", 'a '],
    (c) => call('trimLeft', arg(c, 0), WHITE_SPACE),
  ),
  string('rtrim', [param('value', STRING)], STRING, 'Without white space at the end.', ["rtrim(' a ')", ' a'], (c) =>
    call('trimRight', arg(c, 0), WHITE_SPACE),
  ),
  string(
    'toLowerCase',
    [param('value', STRING)],
    STRING,
    'In lower case.',
    ["'Ab'.toLowerCase()", 'ab'],
    one('lowerUTF8'),
  ),
  string(
    'toUpperCase',
    [param('value', STRING)],
    STRING,
    'In upper case.',
    ["'Ab'.toUpperCase()", 'AB'],
    one('upperUTF8'),
  ),
  string(
    'matches',
    [param('string', STRING), param('regexp', REGEXP)],
    BOOL,
    'Whether the whole text matches the regular expression.',
    ["'ab1'.matches(/ab\\d/)", true],
    matches,
  ),
  string('pad', PAD, STRING, 'Same as padLeft.', ["pad('7', 3, '0')", '007'], pad('left'), strict),
  string(
    'padLeft',
    PAD,
    STRING,
    'Filled on the left to a number of characters; a longer text is cut at its end.',
    ["padLeft('7', 3, '0')", '007'],
    pad('left'),
    strict,
  ),
  string(
    'padRight',
    PAD,
    STRING,
    'Filled on the right to a number of characters; a longer text is cut at its end.',
    ["padRight('7', 3, '0')", '700'],
    pad('right'),
    strict,
  ),
  string(
    'splitParts',
    [param('string', STRING), param('delimiter', STRING), param('index', NUMBER)],
    STRING,
    'One part of the text split at a delimiter, counted from 1; null beyond the last.',
    ["splitParts('a-b', '-', 2)", 'b'],
    (c) => nth(splitText(arg(c, 0), arg(c, 1)), arg(c, 2)),
    strict,
  ),
  string(
    'regexpSplitParts',
    [param('string', STRING), literal(param('delimiter', REGEXP)), param('index', NUMBER)],
    STRING,
    'One part of the text split at a regular expression, counted from 1; null beyond the last.',
    ["regexpSplitParts('a  b', / +/, 2)", 'b'],
    (c) => nth(call('splitByRegexp', arg(c, 1), arg(c, 0)), arg(c, 2)),
    strict,
  ),
  string(
    'substr',
    [param('value', STRING), param('from', NUMBER), optional(param('length', NUMBER))],
    STRING,
    'Part of the text from a position counted from 0.',
    ["substr('abcd', 1, 2)", 'bc'],
    substr,
    strict,
  ),
  string(
    'substring',
    [param('value', STRING), param('from', NUMBER), optional(param('length', NUMBER))],
    STRING,
    'Same as substr.',
    ["substring('abcd', 1, 2)", 'bc'],
    substr,
    { nulls: 'strict', deprecated: 'substr' },
  ),
  string(
    'textSearch',
    [param('target', ANY), literal(param('phrase', STRING))],
    BOOL,
    'Whether the words of the phrase stand in the target in order, as whole words, in any case.',
    ["textSearch('a-b c', 'b c')", true],
    lowerTextSearch,
    strict,
  ),
];
