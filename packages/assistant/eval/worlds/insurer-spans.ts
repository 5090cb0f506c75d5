import { type Moment, releaseOf, serviceOf } from './insurer-moments.ts';
import type { Call, InsurerService } from './insurer-service.ts';
import { attributes, otlpSpan, type Work } from './otlp-span.ts';
import type { Dice } from './seeded.ts';
import type { Level } from './seeded-log.ts';

/** One service's part in a trace. */
export interface Visit {
  readonly name: string;
  readonly ms: number;
  readonly micros: number;
  readonly level: Level;
  readonly code: string;
  readonly call: Call;
  readonly work: Work;
  readonly trace: string;
  /** What happens to the trace on purpose, where it begins. */
  readonly planted?: Moment['planted'];
}

const databaseWork = (random: Dice, { database, tables = [] }: InsurerService): Work => {
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE']);
  const table = random.pick(tables);
  const of = { 'db.system.name': database as string, 'db.operation.name': operation, 'db.collection.name': table };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const queueWork = (queue: string, sends: boolean): Work => {
  const operation = sends ? 'send' : 'process';
  const of = {
    'messaging.system': 'kafka',
    'messaging.destination.name': queue,
    'messaging.operation.type': operation,
  };
  return { kind: sends ? 4 : 5, name: `${operation} ${queue}`, of };
};

const callWork = (random: Dice, host: string, failing: boolean): Work => {
  const method = random.pick(['GET', 'POST', 'POST']);
  const status = failing ? random.pick([502, 503, 504]) : random.pick([200, 200, 202]);
  const of = { 'http.request.method': method, 'server.address': host, 'http.response.status_code': status };
  return { kind: 3, name: method, of };
};

const statusOf = (random: Dice, level: Level, planted: Moment['planted'], said: string): number => {
  if (said === 'rate limit exceeded') return 429;
  if (level === 'error' || level === 'critical') return planted === 'bank' ? 504 : random.pick([500, 500, 502, 503]);
  return level === 'warning' ? random.pick([400, 403, 404, 409, 422]) : random.pick([200, 200, 200, 201, 204]);
};

interface Outcome {
  readonly name: string;
  readonly level: Level;
  readonly planted: Moment['planted'];
  readonly said: string;
}

/** What a service does in a trace: it serves a request, or handles a message where it serves none. */
export const workOf = (random: Dice, { name, level, planted, said }: Outcome): Work => {
  const service = serviceOf(name);
  const takesMessage = service.queue !== undefined && planted === undefined && random.chance(0.25);
  if (service.routes.length === 0 || takesMessage) return queueWork(service.queue as string, false);
  const isFirst = planted === 'storm' || planted === 'ring' || planted === 'release';
  const method = isFirst ? 'POST' : random.pick(['GET', 'GET', 'GET', 'POST', 'POST', 'PUT', 'DELETE']);
  const route = isFirst ? (service.routes[0] as string) : random.pick(service.routes);
  const status = statusOf(random, level, planted, said);
  const of = { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status };
  return { kind: 2, name: `${method} ${route}`, of };
};

interface Part {
  readonly work: Work;
  readonly id: string;
  readonly parent: string;
  readonly startMs: number;
  readonly micros: number;
  readonly failing: boolean;
}

const spanOf = (random: Dice, { name, ms, code, call, trace }: Visit, part: Part): object =>
  otlpSpan({
    traceId: trace,
    spanId: part.id,
    parentSpanId: part.parent,
    work: part.work,
    startMs: part.startMs,
    micros: part.micros,
    failing: part.failing,
    resource: attributes({
      'service.name': name,
      'service.namespace': serviceOf(name).app,
      'service.version': releaseOf(name, ms),
      'cloud.region': call.country === 'PL' ? 'eu-east' : 'eu-west',
      'host.name': `${name}-${random.between(0, 3)}`,
    }),
    more: {
      'customer.id': call.customer,
      'policy.product': call.product,
      'geo.country.iso_code': call.country,
      ...(name === 'broker-gateway' ? { 'broker.id': call.broker } : {}),
      ...(part.failing ? { 'error.type': code } : {}),
    },
  });

/** The spans of a visit: its own, and what it asks of a database, a queue or another host. */
export const visitSpans = (random: Dice, visit: Visit, id: string, parent: string): readonly object[] => {
  const { name, ms, micros, level, work, planted } = visit;
  const service = serviceOf(name);
  const failing = level === 'error' || level === 'critical';
  const spans = [spanOf(random, visit, { work, id, parent, startMs: ms, micros, failing })];
  const add = (of: Work, share: number, isBad: boolean): void => {
    const took = 150 + Math.floor(micros * share);
    const startMs = ms + random.between(1, 12);
    const part = { work: of, id: random.hex(16), parent: id, startMs, micros: took, failing: isBad };
    spans.push(spanOf(random, visit, part));
  };
  if (service.database && random.chance(0.6))
    add(databaseWork(random, service), random.roll() * 0.6, failing && random.chance(0.4));
  if (service.calls && (planted === 'bank' || random.chance(0.5)))
    add(callWork(random, service.calls, failing), planted === 'bank' ? 0.9 : random.roll() * 0.5, failing);
  if (service.queue && work.kind === 2 && random.chance(0.3)) add(queueWork(service.queue, true), 0.02, false);
  return spans;
};
