import type { CapturedTelemetry } from '@clearspan/instrumentation/capture';

export type CapturedSpan = ReturnType<CapturedTelemetry['spans']>[number];

/** The spans of one trace as a tree, two spaces a level, in the order they began. */
export const spanTree = (spans: readonly CapturedSpan[]): string => {
  const ids = new Set(spans.map((span) => span.spanContext().spanId));
  const startOf = ({ startTime: [seconds, nanos] }: CapturedSpan): number => seconds * 1e6 + nanos / 1e3;
  const below = (parent: string | null, depth: number): string =>
    spans
      .filter(({ parentSpanContext }) => {
        const id = parentSpanContext?.spanId;
        return parent === null ? id === undefined || !ids.has(id) : id === parent;
      })
      .toSorted((a, b) => startOf(a) - startOf(b))
      .map((span) => `${'  '.repeat(depth)}${span.name}\n${below(span.spanContext().spanId, depth + 1)}`)
      .join('');
  return below(null, 0);
};
