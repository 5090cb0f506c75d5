import { parse, printExpr, printQuery } from '@clearspan/dataprime';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyExpr, anyQuery } from './arbitrary-query.ts';
import { strip } from './strip.ts';

describe('print and parse', () => {
  it('reads an expression back as the same tree', () => {
    fc.assert(
      fc.property(anyExpr, (expr) => {
        const text = `filter ${printExpr(expr)}`;
        const { query, diagnostics } = parse(text);
        expect(diagnostics, text).toEqual([]);
        const [stage] = query.stages;
        expect(strip(stage?.kind === 'filter' ? stage.condition : null, { parens: true }), text).toEqual(
          strip(expr, { parens: true }),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('reads a query back as the same tree', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const text = printQuery(query);
        const parsed = parse(text);
        expect(parsed.diagnostics, text).toEqual([]);
        expect(strip(parsed.query, { parens: true }), text).toEqual(strip(query, { parens: true }));
        expect(printQuery(parsed.query)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps written parentheses when asked to', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const text = printQuery(query, { parens: 'written' });
        const parsed = parse(text);
        expect(printQuery(parsed.query, { parens: 'written' })).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
