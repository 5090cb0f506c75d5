import { eventually } from './eventually.ts';
import { type Samples, sumOf } from './prometheus-text.ts';
import { SHOP_SERVICES, type Shop } from './shop.ts';

type Labels = Readonly<Record<string, string | number>>;

/** A time in which a test, or the traffic it has started, was alone in the shop. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
  /** A figure at the end. */
  readonly figure: (service: string, name: string, labels?: Labels) => number;
  /** How much it grew. */
  readonly grown: (service: string, name: string, labels?: Labels) => number;
}

/** Of all three services; what else they are asked, nobody in the shop asks. */
const ROUTES = ['/', '/api/data', '/db/query'].concat(
  ['', '/api', '/db'].flatMap((prefix) => [`${prefix}/user/:id`, `${prefix}/product/:id`]),
);

const samplesOfAll = async (shop: Shop): Promise<ReadonlyMap<string, Samples>> =>
  new Map(await Promise.all(SHOP_SERVICES.map(async (service) => [service, await shop.samples(service)] as const)));

/**
 * Opens a window; what came before must be at rest. The returned function closes it once so many requests of the
 * frontend are counted, which is after they are answered.
 */
export const openWindow = async (shop: Shop): Promise<(requests: number) => Promise<Window>> => {
  const before = await samplesOfAll(shop);
  const from = new Date();
  const read = (samples: ReadonlyMap<string, Samples>, service: string, name: string, labels?: Labels): number =>
    sumOf(samples.get(service) ?? new Map(), name, labels);
  return async (requests) => {
    const after = await eventually(`${requests} requests of the frontend`, async () => {
      const samples = await samplesOfAll(shop);
      const counted = [samples, before].map((all) => read(all, 'frontend-service', 'frontend_requests_total'));
      return (counted[0] ?? 0) - (counted[1] ?? 0) === requests ? samples : undefined;
    });
    return {
      from,
      to: new Date(),
      figure: (service, name, labels) => read(after, service, name, labels),
      grown: (service, name, labels) => read(after, service, name, labels) - read(before, service, name, labels),
    };
  };
};

const SPANS =
  "source spans | filter $l.applicationName == 'storefront' && $m.kind == 'SERVER' | countby $l.subsystemName as service into requests";
const LINES =
  "source logs | filter logRecord.body == 'request answered' || logRecord.body == 'request failed' | countby $l.subsystemname as service into requests";

/** Waits until the store has the span and the line of the log of each request that the services have counted. */
export const telemetryOf = async (shop: Shop, window: Window): Promise<void> => {
  const counted = SHOP_SERVICES.map((service) =>
    ROUTES.map((route) => window.grown(service, 'http_server_request_duration_seconds_count', { route })).reduce(
      (total, requests) => total + requests,
    ),
  );
  for (const query of [SPANS, LINES])
    await eventually(`${counted.join(', ')} requests of ${query}`, async () => {
      const rows = await shop.query(query, window);
      const stored = new Map(rows.map(({ $d }) => [$d.service as string, Number($d.requests)]));
      return SHOP_SERVICES.every((service, i) => (stored.get(service) ?? 0) === counted[i]) ? true : undefined;
    });
};
