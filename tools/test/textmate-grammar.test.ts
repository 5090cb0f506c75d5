import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS, type CommandName, FUNCTIONS, format, type HighlightKind, highlight } from '@clearspan/dataprime';
import { beforeAll, expect, test } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { GRAMMAR_FILE, grammarText } from '../textmate-grammar.ts';
import { type Coloured, coloursOf, loadGrammar } from './textmate-tokens.ts';

const GOLDEN = join(import.meta.dirname, '../../packages/dataprime/test/golden');

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

/** Pieces of one colour with their text: `command filter`. */
const pieces = (text: string, colours: readonly (Coloured | null)[]): readonly string[] => {
  const found: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && colours[end] === colours[start]) end++;
    const colour = colours[start] ?? null;
    if (colour !== null) found.push(`${colour} ${text.slice(start, end)}`);
    start = end;
  }
  return found;
};

const asColour = (kind: HighlightKind): Coloured | null => {
  if (kind === 'error') return null;
  return kind === 'operator' || kind === 'punctuation' ? 'mark' : kind;
};

const highlighted = (text: string): readonly (Coloured | null)[] => {
  const colours = Array.from<Coloured | null>({ length: text.length }).fill(null);
  for (const { start, end, kind } of highlight(text)) colours.fill(asColour(kind), start, end);
  return colours.map((colour, at) => (/\s/.test(text[at] ?? '') ? null : colour));
};

const grammarPieces = (text: string): readonly string[] => pieces(text, coloursOf(grammar, text));
const highlightPieces = (text: string): readonly string[] => pieces(text, highlighted(text));

test('the committed grammar is what the tables of the language give', () => {
  expect(readFileSync(GRAMMAR_FILE, 'utf8')).toBe(grammarText());
});

test.each([
  ['keywords only where they are ones', 'count | groupby count aggregate count() as n // c\n| filter last > desc'],
  ['a regular expression and a division', 'filter a / b / 2 > 1 && msg ~ /x[/]\\/ y/ && f(/a/) && (a) / [b][0] / 1h'],
  ['slashes and stars that are comments', 'filter a // b / c\n/* source /x/ */ | limit 5 # five'],
  ['a minus and a sign', 'filter a - 5 > -5 && b -5 < -1h && max(-1, a)-2 == 1 - -1'],
  ['intervals, numbers and times', "source logs between @'now' - 1h30m and @1700000000 | filter 1.5e3 < 3 && t > 5ms"],
  ['a time of a template', 'filter $m.timestamp > @`2024-01-{day}` && @(a + b) < now()'],
  [
    'templates with expressions, templates inside',
    'create x from `a {b:num} \\{ {concat(`q{c / 2}`, /r/)} z` | limit 1',
  ],
  ['strings with escapes and other marks', `filter a == 'it\\'s | filter "x"' && b == "/* no */ \\" |" | limit 5`],
  ['severities and constants', 'filter $m.severity >= WARNING && ok == true && x != null'],
  ['paths of all sorts', "choose $d.a.b['c.d'][0], $l.serviceName as s, $p.timeRange.startTime, a.b.toLowerCase()"],
  ['a query in a query', 'join left (source spans last 1h | filter a == 1) on left=>id == right=>b.c into d | limit 1'],
  ['a query in an expression', 'filter path.in((| source spans | choose x |)) || b | count into n'],
  ['cases', "create a from case { x > 1 -> 'a', y -> z / 2, _ -> null } | filter case_equals { a, 1 -> true } "],
  [
    'casts and types',
    'convert a:number, b:string | filter c:num / 2 > 1 | extract m into k using kv() datatypes q:bool',
  ],
  ['arguments by name', "extract msg into k using regexp(e=/(?<a>x)/) | redact msg matching /a b/ to 'to'"],
  [
    'a data set with a path',
    'source default/logs last 1h | union (source spans timeshifted -1d) | stitch (count) into a',
  ],
  ['sets of keys', 'multigroupby (a as b, c), (d) agg avg(e) as f, count() | order by f desc | top 3 a by b'],
  ['a command on several lines', 'source logs\n| groupby\n    a,\n    b\n  calc\n    sum(c / d) as e\n| orderby e asc'],
  ['words of other alphabets', 'filter größe == 1 && $d.名前 / 2 > 1'],
])('as the highlighter: %s', (_, text) => {
  expect(grammarPieces(text)).toEqual(highlightPieces(text));
});

test.each([
  ['as it is written', (text: string) => text],
  ['formatted', (text: string) => format(text).text],
])('as the highlighter, for every query of the corpus, %s', (_, laidOut) => {
  const files = readdirSync(GOLDEN).filter((name) => name.endsWith('.dp'));
  expect(files.length).toBeGreaterThan(100);
  const different = files.flatMap((name) => {
    const text = laidOut(readFileSync(join(GOLDEN, name), 'utf8'));
    const [told, known] = [grammarPieces(text), highlightPieces(text)];
    const at = told.findIndex((piece, index) => piece !== known[index]);
    return at < 0 ? [] : [`${name}: ${told.slice(at, at + 2).join(', ')} is not ${known.slice(at, at + 2).join(', ')}`];
  });
  expect(different).toEqual([]);
});

test('every command in every spelling, and every function', () => {
  for (const spelling of (Object.keys(COMMANDS) as CommandName[]).flatMap((name) => COMMANDS[name]))
    expect(grammarPieces(`limit 1 | ${spelling} x`).slice(3, -1)).toEqual(
      spelling.split(' ').map((word) => `command ${word}`),
    );
  for (const { example } of FUNCTIONS) {
    const text = `create x from ${example.text}`;
    expect(grammarPieces(text)).toEqual(highlightPieces(text));
  }
});
