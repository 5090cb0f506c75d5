import { applyFix } from '../diagnostics/apply-fix.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parse } from '../parse/parse.ts';

/** More mistakes than this are left as they are. */
export const mendRoundsMax = 50;

export interface Mended {
  readonly text: string;
  /** What is still wrong with the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was mended, in this order; each span is one of the text as it was then. */
  readonly applied: readonly Diagnostic[];
}

/**
 * Applies the fixes of syntax errors, the first one in the text each time, until none is left. A fix may rest on a
 * guess (`fliter` is taken for `filter`), so what comes out is a proposal.
 */
export const mend = (text: string): Mended => {
  const applied: Diagnostic[] = [];
  let current = text;
  for (let round = 0; ; round++) {
    const { diagnostics } = parse(current);
    const next = diagnostics.find(({ severity, fix }) => severity === 'error' && fix !== undefined);
    if (next?.fix === undefined || round === mendRoundsMax) return { text: current, diagnostics, applied };
    applied.push(next);
    current = applyFix(current, next.fix);
  }
};
