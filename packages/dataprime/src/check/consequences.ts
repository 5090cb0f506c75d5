import type { Span } from '@clearspan/text';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Errors that leave a gap in the tree: nothing, or only a part of what was meant, stands there. */
const GAPS: ReadonlySet<DiagnosticCode> = new Set(['DP1001', 'DP1002', 'DP1003', 'DP1005', 'DP1006', 'DP1007']);

/** A gap with the blanks before it: what ends there was cut off by it. */
const withBlanks = (text: string, { start, end }: Span): Span => {
  let at = start;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  return { start: at, end };
};

const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

const placeOf = ({ start, end }: Span): string => `${start} ${end}`;

/**
 * Leaves out what only follows from something told already: faults of names and types at a gap in the text, and hints
 * on what holds an error. One fault has one diagnostic.
 */
export const withoutConsequences = (
  text: string,
  parsed: readonly Diagnostic[],
  checked: readonly Diagnostic[],
): readonly Diagnostic[] => {
  const gaps = parsed
    .filter(({ code, severity }) => severity === 'error' && GAPS.has(code))
    .map(({ span }) => withBlanks(text, span));
  const apart = checked.filter(({ span }) => !gaps.some((gap) => touches(span, gap)));
  const errors = [...parsed, ...apart].filter(({ severity }) => severity === 'error');
  const refused = new Set(apart.filter(({ code }) => code === 'DP2017').map(({ span }) => placeOf(span)));
  return apart.filter(({ code, span }) => {
    if (code === 'DP3004') return !errors.some((error) => holds(span, error.span));
    return code === 'DP2017' || !refused.has(placeOf(span));
  });
};
