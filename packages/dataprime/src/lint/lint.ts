import type { Checked } from '../check/checked.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Parsed } from '../parse/parse.ts';
import type { LintInput, LintOptions } from './rule.ts';
import { RULES } from './rules.ts';

const findingsMax = 100;

/**
 * What is legal and probably not what is wanted, in the order of the text; none of it is an error. Says nothing of a
 * query with errors: those come first.
 */
export const lint = (checked: Checked, parsed: Parsed, options: LintOptions = {}): readonly Diagnostic[] => {
  const { query } = checked;
  if (query === null) return [];
  const input: LintInput = { query, stages: query.stages, parsed, options };
  return RULES.flatMap(({ code, severity, find }) =>
    find(input).map((finding): Diagnostic => ({ code, severity, ...finding })),
  )
    .toSorted((a, b) => a.span.start - b.span.start)
    .slice(0, findingsMax);
};
