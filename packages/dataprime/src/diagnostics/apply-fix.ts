import type { Fix } from './diagnostic.ts';

/** The text with the fix in it. The spans of other diagnostics are those of the text before: read it again. */
export const applyFix = (text: string, { span, text: replacement }: Fix): string =>
  text.slice(0, span.start) + replacement + text.slice(span.end);
