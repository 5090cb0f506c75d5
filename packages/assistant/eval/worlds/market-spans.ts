import { callOf, dragOf, fails, type Moment, serviceOf, versionOf } from './market-moments.ts';
import type { Call, MarketService } from './market-service.ts';
import { attributes, otlpSpan, type Values, type Work } from './otlp-span.ts';
import type { Dice } from './seeded.ts';

/** What one service did of a request, for its record. */
export interface Visit {
  readonly name: string;
  readonly ms: number;
  readonly micros: number;
  readonly failing: boolean;
  /** The method and the route, where it answered a request. */
  readonly request?: readonly [string, string];
  readonly call: Call;
  readonly moment: Moment;
  readonly traceId: string;
}

export interface Trace {
  readonly visits: readonly Visit[];
  readonly spans: readonly object[];
}

interface Going {
  readonly random: Dice;
  readonly moment: Moment;
  readonly call: Call;
  readonly traceId: string;
  readonly visits: Visit[];
  readonly spans: object[];
}

interface Ended {
  readonly micros: number;
  readonly failing: boolean;
}

const errorOf = (service: MarketService, index: number): string =>
  (service.error[index] as string).split(': ')[0] ?? '';

interface Made extends Ended {
  readonly name: string;
  readonly work: Work;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly startMs: number;
  readonly error: string;
}

const put = ({ moment, call, random, traceId, spans }: Going, made: Made): void => {
  const { name, failing, error, ...rest } = made;
  const resource: Values = {
    'service.name': name,
    'service.namespace': serviceOf(name).app,
    'service.version': versionOf(name, moment.ms),
    'cloud.region': call.region,
    'host.name': `${name}-${random.between(0, 3)}`,
  };
  const more: Values = { 'user.id': call.user, ...(failing ? { 'error.type': error } : {}) };
  spans.push(otlpSpan({ ...rest, traceId, failing, resource: attributes(resource), more }));
};

const databaseWork = (random: Dice, { database, tables = [] }: MarketService): Work => {
  const [operation, table] = [random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE']), random.pick(tables)];
  const of = { 'db.system.name': database as string, 'db.operation.name': operation, 'db.collection.name': table };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const topicWork = (topic: string, sends: boolean): Work => ({
  kind: sends ? 4 : 5,
  name: `${sends ? 'publish' : 'process'} ${topic}`,
  of: {
    'messaging.system': 'kafka',
    'messaging.destination.name': topic,
    'messaging.operation.type': sends ? 'publish' : 'process',
  },
});

const clientWork = (host: string, status: number): Work => ({
  kind: 3,
  name: 'POST',
  of: { 'http.request.method': 'POST', 'server.address': host, 'http.response.status_code': status },
});

const downstreamOf = ({ random, moment }: Going, { calls = [] }: MarketService): string | undefined => {
  if (moment.planted === 'acquirer') return calls.length > 0 ? 'payment-gateway' : undefined;
  return calls.length > 0 && random.chance(0.75) ? random.pick(calls) : undefined;
};

/** The work inside of a service: its database, another company, what it sends on, and other services. */
const inside = (going: Going, name: string, parentSpanId: string, failing: boolean): Ended => {
  const { random, moment, call } = going;
  const service = serviceOf(name);
  const drag = dragOf(name, moment.ms, call);
  const error = errorOf(service, 0);
  let all = 0;
  const made = (work: Work, micros: number, bad: boolean, spanId: string = random.hex(16)): void => {
    put(going, { name, work, spanId, parentSpanId, startMs: moment.ms + 1, micros, failing: bad, error });
    all += micros;
  };
  if (service.database && random.chance(0.6)) {
    made(databaseWork(random, service), random.between(300, 120_000) * drag, failing && drag > 1);
  }
  if (service.asks && random.chance(0.7)) {
    const late = moment.planted === 'acquirer' && failing;
    made(
      clientWork(service.asks, failing ? random.pick([502, 503, 504]) : 200),
      random.between(20_000, 400_000) + (late ? 9_000_000 : 0),
      failing,
    );
  }
  if (service.topic && service.routes.length > 0 && random.chance(0.5)) {
    made(topicWork(service.topic, true), random.between(500, 9000), false);
  }
  const downstream = downstreamOf(going, service);
  if (downstream === undefined) return { micros: all, failing };
  const spanId = random.hex(16);
  const ended = visit(going, downstream, spanId);
  made(clientWork(downstream, ended.failing ? 502 : 200), ended.micros + 900, ended.failing, spanId);
  return { micros: all, failing: failing || (ended.failing && random.chance(0.5)) };
};

const statusOf = (random: Dice, { planted }: Moment, failing: boolean): number => {
  if (planted === 'guessing') return 401;
  if (failing) return planted === 'acquirer' ? 504 : random.pick([500, 500, 502, 503]);
  return random.pick([200, 200, 200, 200, 201, 204, 404]);
};

const visit = (going: Going, name: string, parentSpanId: string): Ended => {
  const { random, moment, call, traceId, visits } = going;
  const service = serviceOf(name);
  const spanId = random.hex(16);
  const done = inside(going, name, spanId, fails(random, name, moment, call));
  const micros = done.micros + random.between(900, 180_000) * dragOf(name, moment.ms, call);
  const { failing } = done;
  const isWorker = service.routes.length === 0;
  const method = moment.planted === 'guessing' ? 'POST' : random.pick(['GET', 'GET', 'POST', 'POST', 'PUT']);
  const route = isWorker || moment.planted !== undefined ? (service.routes[0] ?? '') : random.pick(service.routes);
  const of = {
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': statusOf(random, moment, failing),
  };
  const work: Work = isWorker ? topicWork(service.topic as string, false) : { kind: 2, name: `${method} ${route}`, of };
  const usual = errorOf(service, moment.planted === undefined && random.chance(0.5) ? 1 : 0);
  const error = moment.planted === 'locks' ? 'LockTimeout' : usual;
  put(going, { name, work, spanId, parentSpanId, startMs: moment.ms, micros, failing, error });
  visits.push({
    name,
    ms: moment.ms + Math.floor(micros / 1000),
    micros,
    failing,
    ...(isWorker ? {} : { request: [method, route] as const }),
    call,
    moment,
    traceId,
  });
  return { micros, failing };
};

/** A request with the spans of all that it led to; those of a worker begin with a message. */
export const marketTrace = (random: Dice, moment: Moment, known?: Partial<Call> & { readonly id: string }): Trace => {
  const { id = random.hex(32), ...same } = known ?? {};
  const going: Going = {
    random,
    moment,
    call: { ...callOf(random, moment), ...same },
    traceId: id,
    visits: [],
    spans: [],
  };
  visit(going, moment.name, serviceOf(moment.name).routes.length === 0 ? random.hex(16) : '');
  return going;
};
