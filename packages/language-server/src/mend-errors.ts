import { applyFix, type Fix } from '@clearspan/dataprime';
import { findingsOf } from './findings.ts';
import type { Knowledge } from './knowledge.ts';
import { sourceText } from './source-text.ts';

/** A mended error may uncover the next one; more rounds than this are left to the next time. */
const roundsMax = 10;

/** Fixes in the order of the text; of two that overlap, or stand at the same place, the first one. */
export const disjointFixes = (fixes: readonly Fix[]): readonly Fix[] => {
  const kept: Fix[] = [];
  for (const fix of fixes.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = kept.at(-1)?.span;
    const isFree = last === undefined || (fix.span.start >= last.end && fix.span.start > last.start);
    if (isFree) kept.push(fix);
  }
  return kept;
};

/**
 * The text with the fixes of its errors, as far as they do not overlap; then again, until no error has a fix. Warnings
 * and findings about cost stay: their fixes change what is asked.
 */
export const mendErrors = (text: string, knowledge: Knowledge): string => {
  let current = text;
  for (let round = 0; round < roundsMax; round++) {
    const errors = findingsOf(sourceText(current), knowledge).filter(({ severity }) => severity === 'error');
    const fixes = disjointFixes(errors.flatMap(({ fix }) => (fix === undefined ? [] : [fix])));
    if (fixes.length === 0) break;
    // From the end, so that the places before stay what they are.
    current = fixes.toReversed().reduce(applyFix, current);
  }
  return current;
};
