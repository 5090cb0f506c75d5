import type { TraceResponse, TraceSpan } from '@clearspan/contracts';

/** A span with its place in the picture. */
export interface WaterfallRow {
  readonly span: TraceSpan;
  readonly depth: number;
  /** Start and length as shares of the whole, 0 to 1. */
  readonly offset: number;
  readonly length: number;
  /** Microseconds from the start of the trace. */
  readonly startUs: number;
  /** True where the parent is named and not here: its place in the tree is not known. */
  readonly orphan: boolean;
  readonly children: number;
}

/** Names that HTTP gives to spans, which say nothing of what was done: `POST`, `POST /api/*`. */
const HTTP_NAME = /^[A-Z]+( |$)/;

/** What a trace is about: its first span with a name of its own, else its root. */
export const titleOf = (trace: TraceResponse): string => {
  const names = waterfall(trace).map((row) => row.span.name);
  return names.find((name) => !HTTP_NAME.test(name)) ?? names[0] ?? 'Trace';
};

const ISO = /^(.*T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/** Nanoseconds since the epoch, exact: a Date ends at the millisecond. */
export const isoNanos = (iso: string): bigint => {
  const parts = ISO.exec(iso);
  if (!parts) return BigInt(Math.round((Date.parse(iso) || 0) * 1e6));
  const seconds = Date.parse(`${parts[1]}${parts[3]}`);
  return BigInt(seconds) * 1_000_000n + BigInt((parts[2] ?? '').padEnd(9, '0') || '0');
};

const byStart = (a: { at: bigint }, b: { at: bigint }): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/**
 * Depth first, siblings by start. Spans without their parent stand at the outermost level. A ring of parents, which
 * only broken telemetry has, is cut where it is met: every span comes exactly once.
 */
export const waterfall = (trace: TraceResponse): readonly WaterfallRow[] => {
  const nodes = trace.spans.map((span) => ({ span, at: isoNanos(span.start) })).sort(byStart);
  const ids = new Set(nodes.map((n) => n.span.span_id));
  const under = new Map<string | null, typeof nodes>();
  for (const node of nodes) {
    const { parent_id, span_id } = node.span;
    const key = parent_id !== null && parent_id !== span_id && ids.has(parent_id) ? parent_id : null;
    const siblings = under.get(key);
    if (siblings) siblings.push(node);
    else under.set(key, [node]);
  }
  const first = nodes[0]?.at ?? 0n;
  const endUs = nodes.reduce((end, n) => Math.max(end, Number(n.at - first) / 1e3 + n.span.duration_us), 1);
  const rows: WaterfallRow[] = [];
  const met = new Set<string>();
  const walk = (from: typeof nodes): void => {
    const stack = from.toReversed().map((node) => ({ node, depth: 0 }));
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { node, depth } = next;
      if (met.has(node.span.span_id)) continue;
      met.add(node.span.span_id);
      const children = under.get(node.span.span_id) ?? [];
      const startUs = Number(node.at - first) / 1e3;
      rows.push({
        span: node.span,
        depth,
        offset: startUs / endUs,
        length: node.span.duration_us / endUs,
        startUs,
        orphan: node.span.parent_id !== null && !ids.has(node.span.parent_id),
        children: children.length,
      });
      for (const child of children.toReversed()) stack.push({ node: child, depth: depth + 1 });
    }
  };
  walk(under.get(null) ?? []);
  walk(nodes);
  return rows;
};
