import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyFix, check, type Diagnostic, parse } from '../src/index.ts';

/**
 * `corpus/accept` and `corpus/reject`: what is DataPrime and what is not, with nothing known of the data. Paragraphs:
 * a `//` line that says what the queries below it show, then the queries, one a line; a line that begins with blanks goes
 * on with the query above. Below a rejected query stand its errors, under what they point at, and what the fix of each
 * makes of the query. UPDATE_GOLDEN=1 rewrites them.
 */
const UPDATE = process.env.UPDATE_GOLDEN === '1';

interface Case {
  readonly query: string;
  readonly told: readonly string[];
}
interface Paragraph {
  readonly why: string;
  readonly cases: readonly Case[];
}

const isTold = (line: string): boolean => /^ *\^+ DP\d{4} |^ +=> /.test(line);

const readCases = (lines: readonly string[]): readonly Case[] => {
  const cases: { query: string; told: string[] }[] = [];
  for (const line of lines) {
    const last = cases.at(-1);
    if (last !== undefined && isTold(line)) last.told.push(line);
    else if (last !== undefined && line.startsWith('  ')) last.query += `\n${line}`;
    else cases.push({ query: line, told: [] });
  }
  return cases;
};

const readParagraphs = (file: URL): readonly Paragraph[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n\n')
    .map((block) => {
      const [why = '', ...lines] = block.split('\n');
      return { why, cases: readCases(lines) };
    });

const errorsOf = (query: string): readonly Diagnostic[] =>
  check(parse(query)).diagnostics.filter(({ severity }) => severity === 'error');

/** What the fix makes of the query, on one line. */
const fixed = (query: string, { fix }: Diagnostic): readonly string[] =>
  fix === undefined ? [] : [`      => ${applyFix(query, fix).replaceAll('\n', '⏎').trimEnd()}`];

const shown = (query: string): readonly string[] =>
  errorsOf(query).flatMap((error) => {
    const { code, message, span } = error;
    const line = query.lastIndexOf('\n', span.start - 1) + 1;
    const mark = '^'.repeat(Math.max(1, Math.min(span.end, `${query}\n`.indexOf('\n', span.start)) - span.start));
    return [`${' '.repeat(span.start - line)}${mark} ${code} ${message}`, ...fixed(query, error)];
  });

const directory = (name: string): URL => new URL(`corpus/${name}/`, import.meta.url);

describe('accepted', () => {
  for (const name of readdirSync(directory('accept'))) {
    describe(name, () => {
      for (const { why, cases } of readParagraphs(new URL(name, directory('accept')))) {
        it(why, () => {
          for (const { query } of cases) expect({ query, told: shown(query) }).toEqual({ query, told: [] });
        });
      }
    });
  }

  it('a text of nothing, of blanks or of a comment', () => {
    for (const query of ['', ' \n\t', '// nothing', '/* nothing */']) expect(errorsOf(query)).toEqual([]);
  });
});

const cases = readdirSync(directory('reject'))
  .flatMap((name) => readParagraphs(new URL(name, directory('reject'))))
  .flatMap((paragraph) => paragraph.cases);

describe('fixes', () => {
  const fixes = cases.flatMap(({ query }) =>
    errorsOf(query).flatMap(({ fix }) =>
      fix === undefined ? [] : [{ query, before: errorsOf(query).length, after: applyFix(query, fix) }],
    ),
  );

  it('take an error away and add none', () => {
    const idle = fixes.filter(({ before, after }) => errorsOf(after).length >= before);
    expect(idle.map(({ query, after }) => `${query} => ${after}`)).toEqual([]);
  });

  it('mostly leave nothing to mend', () => {
    const accepted = fixes.filter(({ after }) => errorsOf(after).length === 0);
    expect(accepted.length / fixes.length).toBeGreaterThan(0.9);
    expect(fixes.length / cases.length).toBeGreaterThan(0.25);
  });
});

it('64 groupings of `multigroupby` are accepted, 65 are not', () => {
  const query = (count: number): string =>
    `multigroupby ${Array.from({ length: count }, (_, index) => `(a${index})`).join(', ')} aggregate count()`;
  expect(errorsOf(query(64))).toEqual([]);
  expect(errorsOf(`${query(64).replace(' aggregate', ', (a0) aggregate')}`)).toEqual([]);
  expect(errorsOf(query(65)).map(({ code }) => code)).toEqual(['DP2004']);
});

describe('messages', () => {
  it('say what is expected or unknown and what is found, at a place in the text', () => {
    for (const { query } of cases) {
      for (const { message, span } of errorsOf(query)) {
        expect(message).toMatch(
          /^(expected |unknown |unexpected |malformed |operator |aggregation |two columns |argument )/,
        );
        expect(message).not.toMatch(/unknown \w+ ``|undefined|\[object/);
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(query.length);
      }
    }
  });
});

describe('rejected', () => {
  for (const name of readdirSync(directory('reject'))) {
    const file = new URL(name, directory('reject'));
    const paragraphs = readParagraphs(file);
    if (UPDATE) {
      const text = paragraphs.map(({ why, cases }) =>
        [why, ...cases.flatMap(({ query }) => [query, ...shown(query)])].join('\n'),
      );
      writeFileSync(file, `${text.join('\n\n')}\n`);
    }
    describe(name, () => {
      for (const { why, cases } of paragraphs) {
        it(why, () => {
          for (const { query, told } of cases) {
            expect(errorsOf(query), query).not.toEqual([]);
            if (!UPDATE) expect({ query, told: shown(query) }).toEqual({ query, told });
          }
        });
      }
    });
  }
});
