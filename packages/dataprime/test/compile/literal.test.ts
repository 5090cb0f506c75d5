import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intLiteral, numberLiteral } from '../../src/compile/literal.ts';
import { parse, stringLiteral } from '../../src/index.ts';
import { createGoldenEngine, type Engine } from '../harness/engine.ts';
import { compileText, runQuery } from '../harness/run-query.ts';

/** Everything that could end a literal or start a statement, mixed with any text. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '\\',
        '"',
        '`',
        '\n',
        '\r',
        '\0',
        '\u2028',
        ';',
        '--',
        '/*',
        '*/',
        '{x:String}',
        '$1',
        '%',
        '\\x27',
        '\ud800',
        '\udfff',
        ' ',
        'DROP TABLE otel.logs',
        '\u007f',
        '\t',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('the literal encoder', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createGoldenEngine();
  });
  afterAll(() => engine.close());

  it('writes any text so that the engine reads the same text', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 20 }), (texts) => {
        const [row] = engine.query(`SELECT ${texts.map((text) => `base64Encode(${stringLiteral(text)})`).join(', ')}`);
        expect(row).toEqual(texts.map((text) => Buffer.from(text.toWellFormed(), 'utf8').toString('base64')));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every quote inside: the text of a literal is one token', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(stringLiteral(text)).toMatch(/^'(?:[^'\\\n\r\0]|\\[\\'bfnrt0]|\\x[0-9A-F]{2})*'$/u);
      }),
      { numRuns: 500 },
    );
  });

  it('writes any double and any 64-bit integer exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 20 }),
        (numbers) => {
          const [row] = engine.query(`SELECT ${numbers.map((number) => numberLiteral(number)).join(', ')}`);
          expect(row).toEqual(numbers.map((number) => number + 0));
        },
      ),
      { numRuns: 60 },
    );
    const edges = [0n, -1n, 9_223_372_036_854_775_807n, -9_223_372_036_854_775_808n, 1_714_521_600_000_000_001n];
    expect(engine.query(`SELECT ${edges.map(intLiteral).join(', ')}`)).toEqual([edges.map(String)]);
  });

  it('is where every text of a query goes: strings, keys, aliases, phrases and patterns', () => {
    const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
    fc.assert(
      fc.property(
        hostile.filter((text) => text.length > 0 && text !== 'n' && !/[\n\r]/.test(text)),
        (text) => {
          const query = `source logs | filter $d[${quote(text)}] == ${quote(text)} || msg ~ ${quote(text)} || msg.contains(${quote(text)}) | create $d[${quote(text)}].x from ${quote(text)} | groupby $l[${quote(text)}] as $d[${quote(text)}] aggregate count() as n`;
          if (parse(query).diagnostics.some(({ severity }) => severity === 'error')) return;
          const { sql } = compileText(query);
          const withoutLiterals = sql.replace(/'(?:[^'\\]|\\.)*'/gs, "''");
          expect(withoutLiterals).toMatch(/^[\w\s(),.=<>!*/+[\]'%-]*$/);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('finds a record by any text, and only that record', () => {
    const texts = [
      "it's",
      '\\',
      "' OR 1=1 --",
      "x'); DROP TABLE otel.logs; --",
      "\\'",
      'a\u0000b',
      'ünï',
      '{x:String}',
    ];
    engine.insertLogs(texts.map((v) => ({ $m: { timestamp: '2024-06-01T00:00:01.000000000Z' }, $l: {}, $d: { v } })));
    const source = "source logs between @'2024-06-01' and @'2024-06-02'";
    for (const text of texts) {
      const quoted = `'${text.replace(/[\\']/g, '\\$&')}'`;
      expect(runQuery(engine, `${source} | filter v == ${quoted} | choose v`)).toEqual([
        { m: {}, l: {}, d: { v: text } },
      ]);
    }
    expect(runQuery(engine, `${source} | count`)[0]?.d).toEqual({ _count: texts.length });
  });
});
