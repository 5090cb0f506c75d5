import type { Dice } from './seeded.ts';

export type Values = Readonly<Record<string, string | number | boolean>>;

/** What one span is about: its kind as OTLP numbers it, its name, and what its library would write on it. */
export interface Work {
  readonly kind: number;
  readonly name: string;
  readonly of: Values;
}

interface Span extends SpanIds {
  readonly traceId: string;
  readonly work: Work;
  readonly startMs: number;
  readonly micros: number;
  readonly failing: boolean;
  readonly resource: object[];
  /** Beside those of its work. */
  readonly more: Values;
}

interface SpanIds {
  readonly spanId: string;
  readonly parentSpanId: string;
}

const wrapped = (value: string | number | boolean): object => {
  if (typeof value === 'number') return { intValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
};

/** Values as OTLP/JSON writes attributes; every number is a whole one. */
export const attributes = (values: Values): object[] =>
  Object.entries(values).map(([key, value]) => ({ key, value: wrapped(value) }));

/** Ids of a span; more than half of those that serve a request begin their trace. */
export const spanIds = (random: Dice, kind: number): SpanIds => ({
  spanId: random.hex(16),
  parentSpanId: kind === 2 && random.chance(0.6) ? '' : random.hex(16),
});

/** One line of OTLP/JSON with one span. */
export const otlpSpan = ({
  traceId,
  spanId,
  parentSpanId,
  work,
  startMs,
  micros,
  failing,
  resource,
  more,
}: Span): object => {
  const span = {
    traceId,
    spanId,
    parentSpanId,
    name: work.name,
    kind: work.kind,
    startTimeUnixNano: `${startMs}000000`,
    endTimeUnixNano: String(BigInt(startMs) * 1_000_000n + BigInt(micros) * 1000n),
    status: { code: failing ? 2 : 0 },
    attributes: attributes({ ...work.of, ...more }),
  };
  return { resourceSpans: [{ resource: { attributes: resource }, scopeSpans: [{ spans: [span] }] }] };
};
