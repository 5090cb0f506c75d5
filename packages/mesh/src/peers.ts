import { BREAKER_DEFAULTS, type BreakerLimits } from '@clearspan/resilience';
import { Pool } from 'undici';
import type { CallRequest } from './call-request.ts';
import { createServiceRecord, type RecordClock, type ServiceRecord } from './service-record.ts';

/** One service this process may call: where it is, the connections to it, and what is known of it. */
export interface Peer {
  readonly base: URL;
  readonly pool: Pool;
  readonly record: ServiceRecord;
}

const CONNECTIONS_MAX = 64;
const CONNECT_MS_MAX = 2_000;
const KEEP_ALIVE_MS = 30_000;
const STREAM_IDLE_MS_MAX = 30_000;

export const createPeers = (
  services: Readonly<Record<string, string | undefined>>,
  limits: Partial<BreakerLimits>,
  clock: RecordClock,
): ReadonlyMap<string, Peer> =>
  new Map(
    Object.entries(services)
      .filter((pair): pair is [string, string] => pair[1] !== undefined)
      .map(([name, address]) => {
        const base = new URL(address);
        const pool = new Pool(base.origin, {
          connections: CONNECTIONS_MAX,
          connect: { timeout: CONNECT_MS_MAX },
          keepAliveTimeout: KEEP_ALIVE_MS,
          // The clock of each call ends it. An answer that is streamed has no deadline, but must not stand still.
          headersTimeout: 0,
          bodyTimeout: STREAM_IDLE_MS_MAX,
        });
        return [name, { base, pool, record: createServiceRecord(address, { ...BREAKER_DEFAULTS, ...limits }, clock) }];
      }),
  );

export const urlOf = (base: URL, { path, query }: CallRequest<string>): URL => {
  const url = new URL(base.pathname.replace(/\/$/, '') + path, base);
  for (const [name, values] of Object.entries(query ?? {}))
    for (const value of [values].flat()) url.searchParams.append(name, value);
  return url;
};
