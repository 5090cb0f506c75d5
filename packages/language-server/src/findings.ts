import {
  type CheckedQuery,
  check,
  compile,
  type Diagnostic,
  lint,
  otelStorage,
  parse,
  plan,
} from '@clearspan/dataprime';
import type { Knowledge } from './knowledge.ts';
import type { SourceText } from './source-text.ts';

/** Any window does: what a query may be does not depend on when it is asked. */
const CONTEXT = { nowNanos: 0n, timeRange: { fromNanos: 0n, toNanos: 1_000_000_000n }, rowsMax: 1 };

const compileErrors = (query: CheckedQuery): readonly Diagnostic[] => {
  const result = compile(plan(query), otelStorage, CONTEXT);
  return result.ok ? [] : [{ ...result.error, severity: 'error' }];
};

/** Everything that is to say about a query, as `clearspan check --lint` says it. Without an error, it runs. */
export const findingsOf = ({ text, isTooLong }: SourceText, knowledge: Knowledge): readonly Diagnostic[] => {
  const parsed = parse(text);
  if (isTooLong) return parsed.diagnostics;
  const { schema, cardinality } = knowledge;
  const checked = check(parsed, { schema });
  const { query, diagnostics } = checked;
  const isWrong = diagnostics.some(({ severity }) => severity === 'error');
  const findings = lint(checked, parsed, cardinality === null || cardinality === undefined ? {} : { cardinality });
  return [...diagnostics, ...(query === null || isWrong ? [] : compileErrors(query)), ...findings];
};
