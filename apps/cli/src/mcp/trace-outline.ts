import type { TraceResponse, TraceSpan } from '@clearspan/contracts';
import { rfc3339Nanos } from '@clearspan/telemetry-store';

/** A span where it stands in its trace. */
export interface OutlinedSpan {
  readonly span: TraceSpan;
  readonly depth: number;
  /** Milliseconds after the start of the trace. */
  readonly startMs: number;
  readonly durationMs: number;
  /** What of it no child took. */
  readonly selfMs: number;
}

export interface TraceOutline {
  readonly spans: readonly OutlinedSpan[];
  readonly errors: number;
  /** Spans that are not shown. */
  readonly leftOut: number;
}

/** Nanoseconds. */
interface Interval {
  readonly from: number;
  readonly to: number;
}

const NANOS_PER_MS = 1_000_000;
const NANOS_PER_MICRO = 1_000;
/** Deeper spans are shown as deep as this. */
const DEPTH_MAX = 100;

const rounded = (nanos: number): number => Math.round(nanos / NANOS_PER_MICRO) / (NANOS_PER_MS / NANOS_PER_MICRO);

/** How much of an interval others cover. */
const covered = (whole: Interval, parts: readonly Interval[]): number => {
  let [sum, reached] = [0, whole.from];
  for (const { from, to } of parts.toSorted((a, b) => a.from - b.from)) {
    const end = Math.min(to, whole.to);
    sum += Math.max(0, end - Math.max(from, reached));
    reached = Math.max(reached, end);
  }
  return sum;
};

/** Children of each span; under null, spans whose parent is not there. A span has one place, also when ids repeat. */
const childrenOf = (spans: readonly TraceSpan[]): ReadonlyMap<string | null, readonly TraceSpan[]> => {
  const ids = new Set(spans.map(({ span_id }) => span_id));
  const children = new Map<string | null, TraceSpan[]>();
  for (const span of spans) {
    const { parent_id: id, span_id } = span;
    const parent = id !== null && id !== span_id && ids.has(id) ? id : null;
    const held = children.get(parent);
    if (held === undefined) children.set(parent, [span]);
    else held.push(span);
  }
  return children;
};

/** A span and what called it, up to what is chosen already; null when that is more than may be. */
const upwards = (
  span: TraceSpan,
  byId: ReadonlyMap<string, TraceSpan>,
  chosen: ReadonlySet<TraceSpan>,
  spansMax: number,
): ReadonlySet<TraceSpan> | null => {
  const line = new Set<TraceSpan>();
  let at: TraceSpan | undefined = span;
  while (at !== undefined && !chosen.has(at) && !line.has(at)) {
    line.add(at);
    if (chosen.size + line.size > spansMax) return null;
    at = at.parent_id === null ? undefined : byId.get(at.parent_id);
  }
  return line;
};

/** The failed spans, then the longest ones, each with all that called it, as many as may be. */
const chosenOf = (spans: readonly TraceSpan[], spansMax: number): ReadonlySet<TraceSpan> => {
  if (spans.length <= spansMax) return new Set(spans);
  const byId = new Map(spans.map((span) => [span.span_id, span]));
  const failedFirst = (a: TraceSpan, b: TraceSpan): number =>
    Number(b.status === 'error') - Number(a.status === 'error') || b.duration_us - a.duration_us;
  const chosen = new Set<TraceSpan>();
  for (const span of spans.toSorted(failedFirst))
    for (const one of upwards(span, byId, chosen, spansMax) ?? []) chosen.add(one);
  return chosen;
};

/** A trace, whose spans are by start, as a tree of bounded size: depth first. */
export const outlineTrace = ({ spans }: TraceResponse, spansMax: number): TraceOutline => {
  const first = rfc3339Nanos(spans[0]?.start ?? '1970-01-01T00:00:00Z');
  const intervalOf = ({ start, duration_us }: TraceSpan): Interval => {
    const from = Number(rfc3339Nanos(start) - first);
    return { from, to: from + duration_us * NANOS_PER_MICRO };
  };
  const children = childrenOf(spans);
  const chosen = chosenOf(spans, spansMax);
  const outlined: OutlinedSpan[] = [];
  const seen = new Set<TraceSpan>();
  // The next one is at the end.
  const waiting = [...(children.get(null) ?? [])].toReversed().map((span) => ({ span, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { span, depth } = next;
    if (seen.has(span)) continue;
    seen.add(span);
    const below = children.get(span.span_id) ?? [];
    waiting.push(...below.toReversed().map((child) => ({ span: child, depth: Math.min(DEPTH_MAX, depth + 1) })));
    if (!chosen.has(span)) continue;
    const whole = intervalOf(span);
    const self = whole.to - whole.from - covered(whole, below.map(intervalOf));
    outlined.push({
      span,
      depth,
      startMs: rounded(whole.from),
      durationMs: rounded(whole.to - whole.from),
      selfMs: rounded(self),
    });
  }
  return {
    spans: outlined,
    errors: spans.filter(({ status }) => status === 'error').length,
    leftOut: spans.length - outlined.length,
  };
};
