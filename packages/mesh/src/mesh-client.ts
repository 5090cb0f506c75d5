import type { ServiceName } from '@clearspan/contracts';
import { gauge, remainingMs, VERSION } from '@clearspan/instrumentation';
import type { BreakerLimits } from '@clearspan/resilience';
import type { CallError } from './call-error.ts';
import type { CallOutcome, CallRequest, StreamOutcome } from './call-request.ts';
import { type Flight, launch } from './flight.ts';
import { landCall, landStream } from './land.ts';
import { createPeers, type Peer } from './peers.ts';
import type { ServiceStatus } from './service-status.ts';

export interface MeshSettings<Name extends string = ServiceName> {
  /** `service.name` of this process. */
  readonly caller: string;
  /** Where the services are that this process calls. */
  readonly services: Readonly<Partial<Record<Name, string>>>;
  /** A clock that never goes back, in milliseconds. */
  readonly now?: () => number;
  /** In [0, 1). */
  readonly random?: () => number;
  readonly breaker?: Partial<BreakerLimits>;
  readonly responseBytesMax?: number;
}

/** The one client for calls between services: never throws for what a service or the network does. */
export interface MeshClient<Name extends string = ServiceName> {
  call(request: CallRequest<Name>): Promise<CallOutcome>;
  /** As `call`, with the body left unread. `deadlineMs` is for the head of the answer. */
  stream(request: CallRequest<Name>): Promise<StreamOutcome>;
  /** What this client knows of every service it may call, from its own calls. */
  status(): Readonly<Record<string, ServiceStatus>>;
  /** Waits for calls under way, then closes all connections. */
  close(): Promise<void>;
}

const DEADLINE_DEFAULT_MS = 10_000;
const RESPONSE_BYTES_MAX = 16_777_216;

type Refused = { readonly ok: false; readonly error: CallError };

/** A part `.` or `..`, plain or encoded: a URL reads it as a step, to a path that nobody meant to open. */
const STEP = /[/\\](?:\.|%2e){1,2}(?=[/\\]|$)/i;

const refused = (code: 'INVALID_REQUEST' | 'SERVICE_UNAVAILABLE' | 'DEADLINE_EXCEEDED', message: string): Refused => ({
  ok: false,
  error: { code, message },
});

interface Admission {
  readonly peers: ReadonlyMap<string, Peer>;
  readonly agent: string;
  readonly now: () => number;
}

/** The variable that says where a service is: `SHOP_SERVICE_URL` of `shop-service`. */
const urlVariable = (service: string): string => `${service.toUpperCase().replaceAll('-', '_')}_URL`;

/** The checks before anything is sent: a plain path, an address, time left, a breaker that lets it through. */
const admit = (request: CallRequest<string>, { peers, agent, now }: Admission): Flight | Refused => {
  const { service, path } = request;
  if (STEP.test(path)) return refused('INVALID_REQUEST', 'expected a path without the parts `.` and `..`, found one');
  const peer = peers.get(service);
  if (!peer) return refused('SERVICE_UNAVAILABLE', `${service} has no address here: set ${urlVariable(service)}`);
  const allowedMs = Math.min(request.deadlineMs ?? DEADLINE_DEFAULT_MS, remainingMs() ?? Number.POSITIVE_INFINITY);
  if (allowedMs <= 0) return refused('DEADLINE_EXCEEDED', `no time was left to call ${service}`);
  const ticket = peer.record.admit();
  if (ticket) return launch({ request, peer, ticket, allowedMs, agent, now });
  const seconds = Math.max(1, Math.ceil(peer.record.refusesForMs() / 1000));
  return refused('SERVICE_UNAVAILABLE', `${service} failed too often; the next attempt is in ${seconds} s`);
};

/** A client with a breaker and connections of its own for each service; close it to let the process end. */
export const createMeshClient = <Name extends string>(settings: MeshSettings<Name>): MeshClient<Name> => {
  const { now = () => performance.now(), random = Math.random, responseBytesMax = RESPONSE_BYTES_MAX } = settings;
  const peers = createPeers(settings.services, settings.breaker ?? {}, { now, wall: Date.now, random });
  const admission = { peers, agent: `clearspan-${settings.caller}/${VERSION}`, now };
  const stopGauge = gauge(
    'circuit_breaker_state',
    { description: 'Breaker of a service: 0 closed, 1 half-open, 2 open' },
    (set) => {
      for (const [service, { record }] of peers) set(record.breakerLevel(), { service });
    },
  );
  return {
    call: async (request) => {
      const flight = admit(request, admission);
      return 'exchanged' in flight ? landCall(flight, responseBytesMax) : flight;
    },
    stream: async (request) => {
      const flight = admit(request, admission);
      return 'exchanged' in flight ? landStream(flight, responseBytesMax) : flight;
    },
    status: () => Object.fromEntries([...peers].map(([name, { record }]) => [name, record.status()])),
    close: async () => {
      stopGauge();
      await Promise.all([...peers.values()].map(({ pool }) => pool.close()));
    },
  };
};
