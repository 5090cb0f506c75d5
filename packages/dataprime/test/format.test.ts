import { format, type Parsed, parse, printQuery } from '@clearspan/dataprime';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTokens } from '../src/parse/parse.ts';
import { anyQuery } from './arbitrary-query.ts';
import { strip } from './strip.ts';

const formatted = (text: string): string => {
  const result = format(text);
  expect(result.diagnostics).toEqual([]);
  return `\n${result.text}\n`;
};

const commentsOf = ({ comments }: Parsed): readonly string[] => comments.map(({ text }) => text.trimEnd());

/** A text with other blanks, line breaks and comments between its tokens. */
const scattered = (text: string, gaps: readonly string[]): string => {
  let last = 0;
  const parts = parseTokens(text).tokens.map(({ start, end, kind }, index) => {
    const blank = text.slice(last, start);
    last = end;
    // The text of an interpolated string is not ours to change, and `}` is a part of it.
    const isInside = kind === 'template' && text[start] === '}';
    const gap = isInside ? '' : (gaps[index % gaps.length] ?? '');
    return `${blank}${blank === '' && gap !== '/* b */' ? '' : gap}${text.slice(start, end)}`;
  });
  return parts.join('');
};

const gap = fc.constantFrom('', '', '', '\n', '  ', ' // a\n', '\n# own\n', '/* b */', '\n/* c\n d */\n', ' /* e */\n');

describe('format', () => {
  it('keeps a short query on one line', () => {
    expect(format('source   logs|limit 5').text).toBe('source logs | limit 5');
  });

  it('puts each stage on a line of its own', () => {
    expect(
      formatted(
        `source logs last 1h | filter $data.status=='a' && $metadata.severity==ERROR | groupby user aggregate count() as n | orderby n desc`,
      ),
    ).toMatchInlineSnapshot(`
      "
      source logs last 1h
      | filter $d.status == 'a' && $m.severity == ERROR
      | groupby user aggregate count() as n
      | orderby n desc
      "
    `);
  });

  it('breaks what is too long at its loosest structure', () => {
    expect(
      formatted(
        `source logs | filter $l.applicationname == 'checkout' && ($d.status >= 500 || $d.error != null) && $d.duration:number > 1000 && !($d.path ~ 'health') | groupby $l.applicationname as application, $l.subsystemname as subsystem aggregate count() as requests, percentile(0.95, $d.duration:number) as p95, max($d.duration:number) as slowest | create label from case { requests > 100000 -> 'very busy indeed', requests > 1000 -> 'busy', _ -> 'quiet as a mouse' } | choose application, label`,
      ),
    ).toMatchInlineSnapshot(`
      "
      source logs
      | filter $l.applicationname == 'checkout'
          && ($d.status >= 500 || $d.error != null)
          && $d.duration:number > 1000
          && !($d.path ~ 'health')
      | groupby $l.applicationname as application, $l.subsystemname as subsystem
          aggregate count() as requests,
            percentile(0.95, $d.duration:number) as p95,
            max($d.duration:number) as slowest
      | create label from case {
          requests > 100000 -> 'very busy indeed',
          requests > 1000 -> 'busy',
          _ -> 'quiet as a mouse'
        }
      | choose application, label
      "
    `);
  });

  it('opens up queries inside queries', () => {
    expect(
      formatted(
        `source logs | join left (source spans | filter $l.serviceName == 'checkout' | groupby $d.traceID as trace aggregate count() as spans) on left=>$d.trace_id == right=>$d.trace into spans | filter user.inArray((| source customers | filter plan == 'enterprise' && region == 'eu-west-1' | distinct id |))`,
      ),
    ).toMatchInlineSnapshot(`
      "
      source logs
      | join left (
          source spans
          | filter $l.serviceName == 'checkout'
          | groupby $d.traceID as trace aggregate count() as spans
        ) on left=>$d.trace_id == right=>$d.trace into spans
      | filter user.inArray(
          (| source customers | filter plan == 'enterprise' && region == 'eu-west-1' | distinct id |)
        )
      "
    `);
  });

  it('keeps comments where they are', () => {
    expect(
      formatted(`// errors of the last hour
source logs last 1h # everything
// only ours
| filter $l.applicationname == 'a' // the shop
  && /* for now */ $m.severity >= ERROR
| choose a, // first
  b
// the end`),
    ).toMatchInlineSnapshot(`
      "
      // errors of the last hour
      source logs last 1h # everything
      // only ours
      | filter $l.applicationname == 'a' // the shop
          && /* for now */ $m.severity >= ERROR
      | choose a, // first
          b
      // the end
      "
    `);
  });

  it('writes one spelling for several', () => {
    expect(
      formatted(`filter $data["a b"] == "it's" && - 5 < $labels.x && @"now" > $metadata.timestamp`),
    ).toMatchInlineSnapshot(`
      "
      filter $d['a b'] == 'it\\'s' && -5 < $l.x && @'now' > $m.timestamp
      "
    `);
    expect(formatted('source system/"odd name"')).toBe('\nsource system/"odd name"\n');
  });

  it('leaves a text with syntax errors alone', () => {
    const text = 'source logs  | filter a = 1';
    const result = format(text);
    expect(result.text).toBe(text);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['DP1008']);
  });

  it('formats nothing to nothing', () => {
    expect(format('').text).toBe('');
    expect(format(' // only a comment ').text).toBe('// only a comment');
  });

  it('keeps the tree and every comment, and has nothing left to do afterwards', () => {
    fc.assert(
      fc.property(anyQuery, fc.array(gap, { minLength: 1, maxLength: 30 }), (query, gaps) => {
        const text = scattered(printQuery(query, { parens: 'written' }), gaps);
        const before = parse(text);
        fc.pre(!before.diagnostics.some(({ severity }) => severity === 'error'));
        const once = format(text).text;
        const after = parse(once);
        expect(strip(after.query), once).toEqual(strip(before.query));
        expect(commentsOf(after)).toEqual(commentsOf(before));
        expect(format(once).text).toBe(once);
      }),
      { numRuns: 400 },
    );
  });
});
