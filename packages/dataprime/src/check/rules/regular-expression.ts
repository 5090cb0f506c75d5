import type { Span } from '@clearspan/text';
import { translateRegex } from '../../regex/translate-regex.ts';
import { error, type Scope, sourceText } from '../scope.ts';

/** Tells what in a regular expression the engine cannot run, where it stands. `span` is that of all of it, with its marks. */
export const regularExpression = (scope: Scope, pattern: string, span: Span): void => {
  const result = translateRegex(pattern);
  if (result.ok) return;
  // With escaped slashes the places in the pattern are not those in the text.
  const isPlain = sourceText(scope, span) === `/${pattern}/`;
  const at = isPlain ? { start: span.start + 1 + result.at, end: span.end - 1 } : span;
  error(scope, 'DP2014', `expected a regular expression the engine can run, found ${result.what}`, at);
};

/** Whether the engine can run the pattern. */
export const isRunnable = (pattern: string): boolean => translateRegex(pattern).ok;

/** The pattern as the engine reads it; one it cannot run, which is told elsewhere, as it is. */
export const toRe2 = (pattern: string): string => {
  const result = translateRegex(pattern);
  return result.ok ? result.re2 : pattern;
};
