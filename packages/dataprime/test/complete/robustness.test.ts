import { applyFix, completeAt, hoverAt, parse, printQuery, signatureAt } from '@clearspan/dataprime';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyQuery } from '../arbitrary-query.ts';
import { runnableQuery } from '../harness/arbitrary-text.ts';
import { OPTIONS } from './harness.ts';

const PIECES =
  '| ( ) (| [ ] { " / // /* @ $ $d . , : == && source filter groupby join extract last into as case count() a.b 5m x 1 é😀 tags[ in(';
const noise = fc
  .array(fc.constantFrom(...PIECES.split(' '), ' ', '\n', '\\', "'", '`'), { maxLength: 24 })
  .map((pieces) => pieces.join(''));

const anyText = fc.oneof(
  noise,
  runnableQuery,
  anyQuery.map((query) => printQuery(query)),
  fc.string({ maxLength: 60 }),
);

describe('tools on any text', () => {
  it('never throw, and what completion replaces holds the cursor', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, at) => {
        const offset = at % (text.length + 1);
        const { span, items } = completeAt(text, offset, OPTIONS);
        expect(span.start).toBeLessThanOrEqual(offset);
        expect(span.end).toBeGreaterThanOrEqual(offset);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(items.length).toBeLessThanOrEqual(200);
        const hover = hoverAt(text, offset, OPTIONS);
        expect(hover === null || (hover.span.start <= offset && offset <= hover.span.end)).toBe(true);
        const signature = signatureAt(text, offset);
        expect(signature === null || signature.parameters.length >= 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never makes a command, a clause or a key that cannot be read', () => {
    const text = 'source logs | filter status | groupby path aggregate sum(status) as n | orderby n | limit 3';
    for (let offset = 0; offset <= text.length; offset += 1) {
      const { span, items } = completeAt(text.slice(0, offset), offset, OPTIONS);
      for (const item of items.filter(({ kind }) => ['command', 'clause', 'key'].includes(kind))) {
        const after = applyFix(text.slice(0, offset), { title: '', span, text: item.insert });
        const end = span.start + item.insert.trimEnd().length;
        const before = parse(after).diagnostics.filter((d) => d.severity === 'error' && d.span.start < end);
        expect(before, after).toEqual([]);
      }
    }
  });

  it('takes any offset', () => {
    expect(completeAt('filter a', -5).items.length).toBeGreaterThan(0);
    expect(completeAt('filter a', 500).span.end).toBe(8);
    expect(completeAt('x'.repeat(70_000), 70_000).items).toEqual([]);
  });
});
