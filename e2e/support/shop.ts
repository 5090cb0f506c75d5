import type { TraceResponse, TraceSpan } from '@clearspan/contracts';
import { eventually } from './eventually.ts';
import { get, post } from './http.ts';
import { readSamples, type Samples } from './prometheus-text.ts';
import type { System } from './system.ts';

export const SHOP_SERVICES = ['frontend-service', 'backend-service', 'database-service'] as const;

/** One visit of the shop, as a browser makes it: nothing of a trace is sent along. */
export interface Visit {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back.
  readonly body: any;
  readonly traceId: string;
}

/** A row of an answer. */
export interface Row {
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back.
  readonly $d: any;
}

export interface Shop {
  visit(path: string): Promise<Visit>;
  samples(service: string): Promise<Samples>;
  /** A fault on, adjusted. */
  on(name: string, params?: Readonly<Record<string, number | string>>): Promise<void>;
  off(name: string): Promise<void>;
  /** The trace, once it is whole and has as many spans as before for a moment. */
  trace(traceId: string, whole: (trace: TraceResponse) => boolean): Promise<TraceResponse>;
  query(text: string, window: { readonly from: Date; readonly to: Date }): Promise<readonly Row[]>;
}

/** The shop of a running system, by its own ports and the gateway's. */
export const shopOf = (system: System): Shop => {
  const faults = `${system.url('frontend-service')}/faults`;
  const change = async (body: object): Promise<void> => {
    const { status, body: answer } = await post(faults, body);
    if (status !== 200) throw new Error(`${JSON.stringify(body)}: ${status} ${JSON.stringify(answer)}`);
  };
  return {
    visit: async (path) => {
      const { status, body, headers } = await get(system.url('frontend-service') + path);
      return { status, body, traceId: headers.get('traceparent')?.split('-')[1] ?? '' };
    },
    samples: async (service) => readSamples((await get(`${system.url(service)}/metrics`)).body),
    on: (name, params = {}) => change({ name, params }),
    off: (name) => change({ name, on: false }),
    trace: (traceId, whole) =>
      eventually(`the whole trace ${traceId}`, async () => {
        const { status, body } = await get(`${system.url('api-gateway')}/api/traces/${traceId}`);
        return status === 200 && body.complete && whole(body) ? body : undefined;
      }),
    query: async (text, { from, to }) => {
      const { status, body } = await post(`${system.url('api-gateway')}/api/query`, {
        query: text,
        time_range: { from: from.toISOString(), to: to.toISOString() },
      });
      if (status !== 200) throw new Error(`${text}: ${status} ${JSON.stringify(body)}`);
      return body.rows;
    },
  };
};

/** All spans of a trace as a tree, two spaces a level: `service: name`, in the order they began. */
export const drawTrace = ({ spans }: TraceResponse): string => {
  const childrenOf = new Map<string | null, TraceSpan[]>();
  for (const span of spans) childrenOf.set(span.parent_id, [...(childrenOf.get(span.parent_id) ?? []), span]);
  const below = (id: string | null, depth: number): string =>
    (childrenOf.get(id) ?? [])
      .toSorted((a, b) => a.start.localeCompare(b.start))
      .map((span) => `${'  '.repeat(depth)}${span.service}: ${span.name}\n${below(span.span_id, depth + 1)}`)
      .join('');
  return below(null, 0);
};
