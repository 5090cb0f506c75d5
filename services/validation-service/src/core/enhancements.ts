import { applyFix, type Diagnostic, type Fix, format, parse } from '@clearspan/dataprime';

export interface Enhancement {
  readonly title: string;
  readonly query: string;
}

/** Fixes tried at most for one query. */
const FIXES_MAX = 20;

/** Every fix applied, from the end of the text so that earlier spans stay right; overlapping ones are left out. */
const applyAll = (text: string, fixes: readonly Fix[]): string => {
  let result = text;
  let end = Number.POSITIVE_INFINITY;
  for (const fix of fixes.toSorted((a, b) => b.span.start - a.span.start)) {
    if (fix.span.end > end) continue;
    result = applyFix(result, fix);
    end = fix.span.start;
  }
  return result;
};

const fixesOf = (diagnostics: readonly Diagnostic[]): Fix[] =>
  diagnostics.flatMap(({ fix }) => (fix ? [fix] : [])).slice(0, FIXES_MAX);

const hasTimeFrame = (text: string): boolean => {
  const first = parse(text).query.stages[0];
  return first?.kind === 'source' && first.frame !== null;
};

/** Whole queries that say the same better: with every fix applied, and in the canonical form. */
export const enhancements = (text: string, diagnostics: readonly Diagnostic[]): Enhancement[] => {
  const fixes = fixesOf(diagnostics);
  const mended = applyAll(text, fixes);
  const formatted = format(mended);
  const isFormatted = formatted.diagnostics.every(({ severity }) => severity !== 'error');
  return [
    ...(fixes.length
      ? [{ title: fixes.length === 1 ? (fixes[0] as Fix).title : `${fixes.length} fixes applied`, query: mended }]
      : []),
    ...(isFormatted && formatted.text.trim() !== mended.trim()
      ? [{ title: 'formatted', query: formatted.text.trim() }]
      : []),
  ];
};

/** What would mend or improve the query, in words. */
export const suggestions = (text: string, diagnostics: readonly Diagnostic[]): string[] => [
  ...new Set(fixesOf(diagnostics).map(({ title }) => title)),
  ...(hasTimeFrame(text)
    ? []
    : ['name a time frame, for example `source logs last 1h`: without one the caller’s window is read']),
];
