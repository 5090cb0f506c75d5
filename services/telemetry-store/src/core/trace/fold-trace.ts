import type { TraceResponse } from '@clearspan/contracts';
import type { ReadSpan } from './read-span-row.ts';

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** Why a trace is not whole; undefined when it is. */
const whyIncomplete = (spans: readonly ReadSpan[], truncated: boolean): string | undefined => {
  if (truncated) return `only the first ${many(spans.length, 'span')} are returned`;
  const ids = new Set(spans.map(({ span }) => span.span_id));
  const orphans = spans.filter(({ span }) => span.parent_id !== null && !ids.has(span.parent_id));
  if (orphans.length > 0) return `the parent of ${many(orphans.length, 'span')} was not received`;
  return spans.some(({ span }) => span.parent_id === null) ? undefined : 'no root span was received';
};

/** The answer for a trace of at least one span. `spans` are by start; `truncated` when there were more. */
export const foldTrace = (traceId: string, spans: readonly ReadSpan[], truncated: boolean): TraceResponse => {
  const first = spans[0] as ReadSpan;
  let end = first.endNanos;
  for (const { endNanos } of spans) if (endNanos > end) end = endNanos;
  const reason = whyIncomplete(spans, truncated);
  return {
    trace_id: traceId,
    spans: spans.map(({ span }) => span),
    services: [...new Set(spans.map(({ span }) => span.service))],
    start: first.span.start,
    duration_us: Number(end - first.startNanos) / 1000,
    complete: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
    truncated,
  };
};
