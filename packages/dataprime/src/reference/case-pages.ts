import type { CaseForm } from '../ast/expr.ts';

/** What people are told of a form of `case`. Texts are Markdown. */
export interface CasePage {
  readonly summary: string;
  readonly syntax: string;
  readonly notes: readonly string[];
  readonly queries: readonly string[];
}

const DEFAULT = 'The default arm `_` may be left out: the value is null then where no arm holds.';
const ONE_TYPE = 'The values of all arms are of one type.';

export const CASE_PAGES: Readonly<Record<CaseForm, CasePage>> = {
  case: {
    summary: 'The value of the first arm whose condition is true.',
    syntax: 'case { condition -> value, …, _ -> otherwise }',
    notes: [`Arms are tried in their order; a null condition is false. ${DEFAULT}`, ONE_TYPE],
    queries: [
      "choose path, status, case { status >= 500 -> 'failed', status > 0 -> 'answered', _ -> 'unknown' } as outcome",
    ],
  },
  case_contains: {
    summary: 'The value of the first arm whose text is part of the subject.',
    syntax: "case_contains { subject, 'text' -> value, …, _ -> otherwise }",
    notes: [`As [contains](../functions/string/contains.md): exact, with case. ${DEFAULT}`, ONE_TYPE],
    queries: ["choose msg, case_contains { msg, 'failed' -> 'failure', 'slow' -> 'slowness', _ -> 'other' } as kind"],
  },
  case_equals: {
    summary: 'The value of the first arm that equals the subject.',
    syntax: 'case_equals { subject, value -> value, …, _ -> otherwise }',
    notes: [DEFAULT, ONE_TYPE],
    queries: [
      "distinct path | choose path, case_equals { path, '/pay' -> 'money', '/cart' -> 'goods' } as kind | orderby path",
    ],
  },
  case_greaterthan: {
    summary: 'The value of the first arm whose number is below the subject.',
    syntax: 'case_greaterthan { subject, number -> value, …, _ -> otherwise }',
    notes: [
      `Write the largest number first: the subject is compared with one after the other, by \`>\`. ${DEFAULT}`,
      ONE_TYPE,
    ],
    queries: [
      "choose duration_ms, case_greaterthan { duration_ms, 1000 -> 'slow', 100 -> 'fair', _ -> 'fast' } as speed",
    ],
  },
  case_lessthan: {
    summary: 'The value of the first arm whose number is above the subject.',
    syntax: 'case_lessthan { subject, number -> value, …, _ -> otherwise }',
    notes: [
      `Write the smallest number first: the subject is compared with one after the other, by \`<\`. ${DEFAULT}`,
      ONE_TYPE,
    ],
    queries: ["choose duration_ms, case_lessthan { duration_ms, 100 -> 'fast', 1000 -> 'fair', _ -> 'slow' } as speed"],
  },
};
