import { all, call, col, iff, infix, lambda, list, plain, SQL_NULL, str, subscript } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';

/**
 * Regular expressions of rows. The engine ends the whole query at one that it cannot read, so each is read before, in
 * SQL: escapes and classes become one letter, then groups from the inside out, until what is left is flat. A pattern
 * that does not come down to letters and repetitions is told as not readable, and so is the rare one that would be.
 */

/** Bytes of a pattern of a row. */
const rowPatternBytesMax = 1000;
/** Rounds of folding: groups that stand deeper inside one another are not read. */
const rowPatternRoundsMax = 16;

/** A character of ASCII that is none of a word. */
const SIGN = '[ -/:-@[-^`{-~]';
const HEX = '[0-9A-Fa-f]';
const ESCAPE = String.raw`\\(?:[dDsSwWbBAznrtfva]|${SIGN}|x${HEX}{2}|x\{${HEX}{1,4}\}|p[LNPSZ]|p\{L[ul]\})`;
const POSIX = String.raw`\[:\^?(?:alpha|digit|alnum|upper|lower|space|punct|blank|cntrl|graph|print|word|xdigit):\]`;
const PLAIN = String.raw`[^\\\[\]-]`;
const item = (plain: string): string => String.raw`(?:${plain}-${PLAIN}|${plain}|\\${SIGN}|\\[dDsSwWnrtfv]|${POSIX})`;
/** At the front `]` and `-` are plain, and `^` is not. */
const CLASS = String.raw`\[(?:\^?[\]-]${item(PLAIN)}*|\^${item(PLAIN)}+|${item(String.raw`[^\\\[\]^-]`)}${item(PLAIN)}*)-?\]`;
/** A range in a class, of which the engine wants the first to be no larger than the last. */
const RANGE = String.raw`([^\\\[])-([^\\\]])`;
const GROUP = String.raw`\((?:\?(?:[imsU]*:|P?<[A-Za-z_]\w*>))?`;
const FLAGS = String.raw`^\(\?[imsU]+\)`;

/** Repetitions are written out by the engine, at most a thousand in one another: so some up to here, and others beyond. */
const [FEW, MANY] = ['\x01', '\x02'];
const SMALL = '(?:[12]?[0-9]|3[01])';
const LARGE = '(?:1000|[0-9]{1,3})';
const times = (count: string): string => String.raw`\{${count}(?:,${count}?)?\}`;

/** `a` repeats nothing inside, `c` a few times, `d` more than can be repeated again. */
const often = String.raw`(?:[*+?]\??)?`;
const A = `a${often}`;
const C = String.raw`a(?:[*+?${FEW}]\??)?|c${often}`;
const D = String.raw`[ac](?:[*+?${FEW}]\??)?|a${MANY}\??|d${often}`;

const STEPS: readonly (readonly [pattern: string, by: string])[] = [
  [FLAGS, ''],
  [`${ESCAPE}|${CLASS}|[${FEW}${MANY}]`, 'a'],
  [times(SMALL), FEW],
  [times(LARGE), MANY],
  [String.raw`\{[0-9]`, '['],
  [GROUP, '('],
  [String.raw`[^()|*+?${FEW}${MANY}\[\\]`, 'a'],
];
const replaced = (text: SqlExpr, [pattern, by]: readonly [string, string]): SqlExpr =>
  call('replaceRegexpAll', text, str(`(?s)${pattern}`), str(by));

/** Groups of the innermost level, each by the letter of what it holds. */
const folded = (text: SqlExpr): SqlExpr =>
  (
    [
      [A, 'a'],
      [C, 'c'],
      [D, 'd'],
    ] as const
  ).reduce((left, [body, letter]) => replaced(left, [String.raw`\((?:${body}|\|)*\)`, letter]), text);

const inOrder = (pairs: SqlExpr, of: (item: SqlExpr) => SqlExpr): SqlExpr =>
  call(
    'arrayAll',
    lambda(['r'], infix('<=', of(subscript(col('r'), plain(1))), of(subscript(col('r'), plain(2))))),
    pairs,
  );

const isReadable = (pattern: SqlExpr): SqlExpr => {
  const classes = call('arrayStringConcat', call('extractAll', pattern, str(`(?s)${ESCAPE}|(${CLASS})`)));
  const counts = call('extractAllGroupsVertical', pattern, str(String.raw`\{([0-9]{1,4}),([0-9]{1,4})\}`));
  const flat = call(
    'arrayFold',
    lambda(['acc', 'i'], folded(col('acc'))),
    call('range', plain(rowPatternRoundsMax)),
    STEPS.reduce(replaced, pattern),
  );
  return all([
    infix('<=', call('length', pattern), plain(rowPatternBytesMax)),
    inOrder(call('extractAllGroupsVertical', classes, str(`(?s)${RANGE}`)), (item) => item),
    inOrder(counts, (item) => call('toUInt16OrZero', item)),
    call('match', flat, str(`^(?:${D}|\\|)*$`)),
  ]);
};

/** `match(text, pattern)` of a pattern that each row has its own of: null where it is not readable. */
export const matchOfRow = (text: SqlExpr, whole: (pattern: SqlExpr) => SqlExpr, pattern: SqlExpr): SqlExpr => {
  const readable = isReadable(col('p'));
  const matched = call('match', text, whole(iff(readable, col('p'), str(''))));
  return subscript(call('arrayMap', lambda(['p'], iff(readable, matched, SQL_NULL)), list([pattern])), plain(1));
};
