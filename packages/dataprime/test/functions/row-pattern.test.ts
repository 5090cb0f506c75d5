import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine, type Envelope } from '../harness/engine.ts';
import { runQuery } from '../harness/run-query.ts';

/** Patterns between blanks. */
const written = (text: string): readonly string[] => text.trim().split(/\s+/);

const READ: readonly string[] = [
  '',
  'GET /cart.*',
  '[ -~]',
  '('.repeat(16) + ')'.repeat(16),
  ...written(String.raw`
    a . abc a.c a* a+? a?? a|b a||b | () (|a) ^a$ ^* é+ a] }
    \d+ \. \[ \\ \x41 \x{263a} \pL \p{Lu} \bGET\b \n
    [abc] [^abc] [a-z0-9_-]+ []a] [^]a] [-a] [a.] [\]] [\d.]+ [[:alpha:]_]
    (a) (?:a) (?i)get (?i:get) (?P<n>a) (?<n>a) ((a)(b(c))) (a|b)* (\() ([)]) [(]
    a{2} a{2,} a{2,3} a{1000} (a{3}){3} (\d{1,3}\.){3}\d{1,3} {"a":.*} a{ a{b} a{,3}
    \d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z (5[0-9]{2}|4(29|08))`),
];

const UNREADABLE: readonly string[] = [
  'a'.repeat(1001),
  '('.repeat(50) + ')'.repeat(50),
  '\u0002(',
  ...written(String.raw`
    ( ) a) (a a)(b ((a) [ [a [] [^] \ a\ (? (?x) (?<a (?!a) (?=a)
    * +a ? a** a*?? a+* |* (*) (|+) {2} a{2}{3} a{3,2} a{1001} a{99999}
    (a{100}){100} ((a{31}){31}){31} (a{2}){40}
    [z-a] [a^-Z] [i-\[] [a-\d] \8 \k \q \é [\q] \p{x} [[:alhpa:]]`),
];

/** What regular expressions are written with: of what it makes at random most is none, and much is one. */
const SIGNS = Array.from('abz09 é"[](){}|*+?.^$\\-:,<>');
const PIECES = [...SIGNS, ...written(String.raw`(?: (?i [^ {2} {1,3} {40} \d [a-z] \p{L}`)];
const anyPattern = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));
const patternsMax = 10_000;

describe('a regular expression of a row', () => {
  let engine: Engine;
  const patterns = [
    ...READ,
    ...UNREADABLE,
    ...fc.sample(anyPattern, { numRuns: patternsMax, seed: Number(process.env.SEED ?? 7) }),
  ];
  const envelope = (p: string, at: number): Envelope => ({
    $m: { timestamp: '2024-05-01T00:00:00Z', logid: String(at).padStart(5, '0') },
    $l: {},
    $d: { p, text: 'aab' },
  });
  let told: readonly unknown[];
  beforeAll(() => {
    engine = createEngine();
    const rowsAtOnce = 500;
    for (let at = 0; at < patterns.length; at += rowsAtOnce)
      engine.insertLogs(patterns.slice(at, at + rowsAtOnce).map((p, index) => envelope(p, at + index)));
    const rows = runQuery(engine, 'orderby $m.logid | limit 15000 | choose text.matches(p:regexp) as found');
    told = rows.map(({ d }) => d.found ?? null);
  });
  afterAll(() => engine.close());

  it.each(READ)('%j is read', (pattern) => expect(told[patterns.indexOf(pattern)]).not.toBeNull());

  it.each(UNREADABLE)('%j is null', (pattern) => expect(told[patterns.indexOf(pattern)]).toBeNull());

  it('what is written at random ends no query, and some of it is read', () => {
    expect(told).toHaveLength(patterns.length);
    expect(told.filter((found) => found !== null).length).toBeGreaterThan(patternsMax / 20);
    expect(told.filter((found) => found === true).length).toBeGreaterThan(0);
  });
});
