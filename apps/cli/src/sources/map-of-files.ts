import type { CatalogDataset, MapEdge, MapNode, ServiceMap, TimeRange } from '@clearspan/contracts';
import type { Call } from './call.ts';
import type { Outcome, QuerySource } from './query-source.ts';

type Row = Readonly<Record<string, unknown>>;

const EDGES_MAX = 2_000;
const NODES_MAX = 1_000;

const FIGURES =
  "count() as calls, count_if($m.statusCode == 'ERROR') as errors, avg($m.duration) as avg_us, max($m.duration) as max_us";
const QUANTILES = [50, 95, 99].map((n) => `percentile(0.${n}, $m.duration) as p${n}_us`).join(', ');

const SERVICES = `source spans | groupby $l.serviceName as name aggregate count() as spans | orderby name | limit ${NODES_MAX}`;
const ASKED = `source spans | filter $m.kind == 'SERVER' || $m.kind == 'CONSUMER'
  | groupby $l.serviceName as name aggregate ${FIGURES}, ${QUANTILES} | limit ${NODES_MAX}`;
const CALLS = `source spans
  | join left (source spans | choose $d.spanID as id, $d.traceID as trace, $l.serviceName as caller) on left=>parentId == right=>id into up
  | filter up.trace == $d.traceID && up.caller != $l.serviceName
  | groupby up.caller as source, $l.serviceName as target aggregate ${FIGURES}
  | orderby calls desc | limit ${EDGES_MAX}`;

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const figuresOf = (row: Row): Pick<MapEdge, 'calls' | 'errors' | 'error_rate' | 'avg_us' | 'max_us'> => {
  const [calls, errors] = [numberOf(row.calls), numberOf(row.errors)];
  const error_rate = calls === 0 ? 0 : errors / calls;
  return { calls, errors, error_rate, avg_us: numberOrNull(row.avg_us), max_us: numberOrNull(row.max_us) };
};

const nodeOf = (name: string, asked: Row): MapNode => ({
  name,
  type: 'service',
  system: null,
  ...figuresOf(asked),
  p50_us: numberOrNull(asked.p50_us),
  p95_us: numberOrNull(asked.p95_us),
  p99_us: numberOrNull(asked.p99_us),
});

const edgeOf = (row: Row): MapEdge => ({
  source: String(row.source),
  source_type: 'service',
  target: String(row.target),
  target_type: 'service',
  ...figuresOf(row),
});

/**
 * Who calls whom in the spans of files: a span calls for its service when its parent is one of another service. Databases
 * and whatever else sends no spans are known to the store alone.
 */
export const mapOfFiles = async (
  query: QuerySource['query'],
  spans: Pick<CatalogDataset, 'oldest' | 'newest'>,
  window: TimeRange | undefined,
  call?: Call,
): Promise<Outcome<ServiceMap>> => {
  const read: Row[][] = [];
  for (const text of [SERVICES, ASKED, CALLS]) {
    const outcome = await query({ query: text, ...(window ? { window } : {}) }, call);
    if (!outcome.ok) return outcome;
    read.push(outcome.value.rows.map(({ $d = {} }) => $d));
  }
  const [services = [], asked = [], calls = []] = read;
  const figures = new Map(asked.map((row) => [row.name, row]));
  return {
    ok: true,
    value: {
      from: window?.from ?? spans.oldest ?? '',
      to: window?.to ?? spans.newest ?? '',
      nodes: services.map(({ name }) => nodeOf(String(name), figures.get(name) ?? {})),
      edges: calls.map(edgeOf),
      pending_minutes: 0,
      truncated: calls.length === EDGES_MAX,
    },
  };
};
