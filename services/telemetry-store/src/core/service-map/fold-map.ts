import type { MapEdge, MapNode } from '@clearspan/contracts';

type Row = readonly unknown[];
type Figures = Pick<MapNode, 'calls' | 'errors' | 'error_rate' | 'avg_us' | 'max_us'>;
type NodeType = MapNode['type'];

const NANOS_PER_MICRO = 1000;

/** Counts, and durations in nanoseconds. */
const figuresOf = (calls: number, errors: number, durationSum: number, durationMax: number): Figures => ({
  calls,
  errors,
  error_rate: calls === 0 ? 0 : errors / calls,
  avg_us: calls === 0 ? null : durationSum / calls / NANOS_PER_MICRO,
  max_us: calls === 0 ? null : durationMax / NANOS_PER_MICRO,
});

const micros = (nanos: unknown, calls: number): number | null =>
  calls === 0 || typeof nanos !== 'number' ? null : nanos / NANOS_PER_MICRO;

const serviceNode = ([name, calls, errors, sum, max, quantiles]: Row): MapNode => {
  const [p50, , p95, p99] = (quantiles ?? []) as readonly unknown[];
  const count = Number(calls);
  return {
    name: String(name),
    type: 'service',
    system: null,
    ...figuresOf(count, Number(errors), Number(sum), Number(max)),
    p50_us: micros(p50, count),
    p95_us: micros(p95, count),
    p99_us: micros(p99, count),
  };
};

interface ReadEdge {
  readonly edge: MapEdge;
  readonly system: string;
  readonly durationSum: number;
}

const readEdge = ([source, sourceType, target, targetType, system, calls, errors, sum, max]: Row): ReadEdge => ({
  edge: {
    source: String(source),
    source_type: sourceType as NodeType,
    target: String(target),
    target_type: targetType as NodeType,
    ...figuresOf(Number(calls), Number(errors), Number(sum), Number(max)),
  },
  system: String(system),
  durationSum: Number(sum),
});

/** What services call that is none: its figures are those of the calls. */
const inferredNode = (name: string, type: NodeType, edges: readonly ReadEdge[]): MapNode => {
  const into = edges.filter(({ edge }) => edge.target === name && edge.target_type === type);
  const total = (of: (read: ReadEdge) => number): number => into.reduce((sum, read) => sum + of(read), 0);
  const system = edges.find((read) => read.system !== '' && touches(read.edge, name, type))?.system ?? null;
  const longest = Math.max(0, ...into.map(({ edge }) => (edge.max_us ?? 0) * NANOS_PER_MICRO));
  return {
    name,
    type,
    system,
    ...figuresOf(
      total(({ edge }) => edge.calls),
      total(({ edge }) => edge.errors),
      total((read) => read.durationSum),
      longest,
    ),
    p50_us: null,
    p95_us: null,
    p99_us: null,
  };
};

const touches = (edge: MapEdge, name: string, type: NodeType): boolean =>
  (edge.source === name && edge.source_type === type) || (edge.target === name && edge.target_type === type);

const UNSEEN = [0, 0, 0, 0, []];

/** Nodes and edges of a map: every service with spans or edges, and everything that is called. */
export const foldMap = (services: readonly Row[], rows: readonly Row[]): { nodes: MapNode[]; edges: MapEdge[] } => {
  const edges = rows.map(readEdge);
  const nodes = new Map(services.map((row) => [`service ${String(row[0])}`, serviceNode(row)]));
  for (const { edge } of edges) {
    for (const [name, type] of [
      [edge.source, edge.source_type],
      [edge.target, edge.target_type],
    ] as const) {
      const key = `${type} ${name}`;
      if (nodes.has(key)) continue;
      nodes.set(key, type === 'service' ? serviceNode([name, ...UNSEEN]) : inferredNode(name, type, edges));
    }
  }
  return { nodes: [...nodes.values()], edges: edges.map(({ edge }) => edge) };
};
