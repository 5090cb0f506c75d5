import type { LogPattern, PatternsQuery, PatternsResponse } from '@clearspan/contracts';
import { type CallerError, callerError, callerErrors } from '../query/caller-errors.ts';
import { conditioned, JOINED } from '../query/one-condition.ts';
import type { QueryRunner } from '../query/query-runner.ts';
import { shownWindow, timeRangeOf, type Window } from '../window.ts';
import { type MergedPattern, mergeTemplates, type TemplateRow } from './merge-templates.ts';

export interface PatternLimits {
  /** Templates, by subsystem and severity, that are looked at. */
  readonly templatesMax: number;
  readonly examplesMax: number;
  readonly exampleCharsMax: number;
  readonly templateIdsMax: number;
}

export type PatternsOutcome =
  | { readonly kind: 'found'; readonly answer: PatternsResponse }
  | { readonly kind: 'invalid'; readonly errors: readonly CallerError[] };

/** Where texts stand: bodies of OpenTelemetry, and the usual keys of lines. */
const TEXT = 'firstNonNull($d.logRecord.body:string, $d.msg:string, $d.message:string, $d.log:string, $d.text:string)';
const STAGES = [
  'filter $m.templateid != null',
  `groupby $m.templateid as template, $l.subsystemname as subsystem, $m.severity as severity aggregate count() as n, any_value(${TEXT}) as example, min($m.timestamp) as first, max($m.timestamp) as last`,
  'orderby n desc',
];

type Counts = LogPattern['severities'];

const countsBy = (rows: readonly TemplateRow[], key: 'subsystem' | 'severity'): Counts => {
  const counts = new Map<string | null, number>();
  for (const row of rows) counts.set(row[key], (counts.get(row[key]) ?? 0) + row.count);
  return [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count);
};

const inOrder = (times: readonly string[]): readonly string[] => times.toSorted((a, b) => (a < b ? -1 : 1));

const patternOf = ({ words, rows }: MergedPattern, records: number, limits: PatternLimits): LogPattern => {
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  return {
    pattern: words.join(' '),
    count,
    share: records === 0 ? 0 : count / records,
    first: inOrder(rows.map(({ first }) => first))[0] ?? '',
    last: inOrder(rows.map(({ last }) => last)).at(-1) ?? '',
    subsystems: countsBy(rows, 'subsystem'),
    severities: countsBy(rows, 'severity'),
    examples: [...new Set(rows.map(({ example }) => example))].slice(0, limits.examplesMax),
    template_ids: [...new Set(rows.map(({ templateId }) => templateId))].slice(0, limits.templateIdsMax),
  };
};

/** Log records by the shape of their texts. Rejects with a `StoreError`. */
export const readPatterns = async (
  runner: QueryRunner,
  { filter, limit }: PatternsQuery,
  window: Window,
  limits: PatternLimits,
  signal: AbortSignal,
): Promise<PatternsOutcome> => {
  const head = conditioned('logs', filter);
  if (!head.ok) return { kind: 'invalid', errors: [callerError(head.message)] };
  const text = [head.text, ...STAGES, `limit ${limits.templatesMax}`].join(JOINED);
  const timeRange = timeRangeOf(window);
  const outcome = await runner.run({ text, nowNanos: timeRange.toNanos, timeRange, limit: null }, signal);
  if (outcome.kind === 'invalid')
    return { kind: 'invalid', errors: callerErrors(outcome.diagnostics, head.conditionAt) };
  const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const rows = outcome.result.rows.map(
    ({ d }): TemplateRow => ({
      templateId: textOrNull(d.template) ?? '',
      subsystem: textOrNull(d.subsystem),
      severity: textOrNull(d.severity),
      count: Number(d.n),
      example: (textOrNull(d.example) ?? '').slice(0, limits.exampleCharsMax),
      first: textOrNull(d.first) ?? '',
      last: textOrNull(d.last) ?? '',
    }),
  );
  const records = rows.reduce((sum, { count }) => sum + count, 0);
  const patterns = mergeTemplates(rows)
    .map((pattern) => patternOf(pattern, records, limits))
    .toSorted((a, b) => b.count - a.count);
  return {
    kind: 'found',
    answer: {
      ...shownWindow(window),
      records,
      patterns: patterns.slice(0, limit),
      truncated: patterns.length > limit || rows.length >= limits.templatesMax,
    },
  };
};
