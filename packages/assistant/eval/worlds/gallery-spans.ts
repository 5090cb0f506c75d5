import { serviceOf } from './gallery-moments.ts';
import type { Visit } from './gallery-visits.ts';
import { attributes, otlpSpan, type Work } from './otlp-span.ts';
import type { Dice } from './seeded.ts';

/** One span of a visit, without what all of them have. */
interface Piece {
  readonly name: string;
  readonly work: Work;
  readonly parent: string;
  readonly fromMs: number;
  readonly micros: number;
  readonly failing: boolean;
  readonly code?: string;
}

const serverWork = (method: string, route: string, status: number): Work => ({
  kind: 2,
  name: `${method} ${route}`,
  of: { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status },
});

const databaseWork = (random: Dice, { service }: Visit): Work => {
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  const table = random.pick(service.tables as readonly string[]);
  const of = {
    'db.system.name': service.database as string,
    'db.operation.name': operation,
    'db.collection.name': table,
  };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const topicWork = (random: Dice, topic: string, sends: boolean): Work => {
  const type = sends ? 'send' : 'process';
  const of = {
    'messaging.system': 'kafka',
    'messaging.destination.name': topic,
    'messaging.operation.type': type,
    'messaging.message.body.size': random.between(150, 9_000),
  };
  return { kind: sends ? 4 : 5, name: `${type} ${topic}`, of };
};

const callWork = (random: Dice, host: string, failing: boolean): Work => {
  const method = random.pick(['GET', 'GET', 'PUT', 'POST']);
  const status = failing ? random.pick([502, 503, 504]) : random.pick([200, 200, 204]);
  const of = { 'http.request.method': method, 'server.address': host, 'http.response.status_code': status };
  return { kind: 3, name: method, of };
};

const write = (random: Dice, visit: Visit, piece: Piece): { readonly id: string; readonly line: string } => {
  const { call } = visit;
  const { app, version } = serviceOf(piece.name);
  const id = random.hex(16);
  const line = otlpSpan({
    traceId: visit.trace,
    spanId: id,
    parentSpanId: piece.parent,
    work: piece.work,
    startMs: Math.floor(piece.fromMs),
    micros: Math.max(100, Math.floor(piece.micros)),
    failing: piece.failing,
    resource: attributes({
      'service.name': piece.name,
      'service.namespace': app,
      'service.version': version,
      'cloud.region': call.datacenter,
      'host.name': `${piece.name}-${random.between(0, 4)}`,
    }),
    more: {
      'user.id': call.member,
      'member.tier': call.tier,
      'app.platform': call.platform,
      'app.version': call.appVersion,
      ...(piece.failing && piece.code !== undefined ? { 'error.type': piece.code } : {}),
    },
  });
  return { id, line: JSON.stringify(line) };
};

/** What comes before the span of the service: the gateway, or the service that tells a worker. */
const before = (
  random: Dice,
  visit: Visit,
  fromMs: number,
): readonly { readonly id: string; readonly line: string }[] => {
  const { service, isForwarded, method, route, status, failing, micros } = visit;
  if (isForwarded) {
    const work = serverWork(method, route, failing ? 502 : status);
    const code = 'UPSTREAM_FAILED';
    const around = micros + random.between(2_000, 40_000);
    return [
      write(random, visit, {
        name: 'mobile-gateway',
        work,
        parent: '',
        fromMs: fromMs - 1,
        micros: around,
        failing,
        code,
      }),
    ];
  }
  const { toldBy, topic } = service;
  if (toldBy === undefined || topic === undefined) return [];
  const { routes, pace } = serviceOf(toldBy);
  const asked = serverWork('POST', routes[0] as string, 201);
  const took = pace * (400 + random.between(0, 1_500));
  const root = write(random, visit, {
    name: toldBy,
    work: asked,
    parent: '',
    fromMs: fromMs - 40,
    micros: took,
    failing: false,
  });
  const work = topicWork(random, topic, true);
  const sent = {
    name: toldBy,
    work,
    parent: root.id,
    fromMs: fromMs - 20,
    micros: random.between(300, 9_000),
    failing: false,
  };
  return [root, write(random, visit, sent)];
};

const after = (random: Dice, visit: Visit, parent: string, fromMs: number): readonly string[] => {
  const { service, micros, failing, moment } = visit;
  const lines: string[] = [];
  const add = (work: Work, share: number, fails: boolean): void => {
    const piece = {
      name: moment.name,
      work,
      parent,
      fromMs: fromMs + 1,
      micros: micros * share,
      failing: fails,
      code: visit.code,
    };
    lines.push(write(random, visit, piece).line);
  };
  const isIndex = service.database === 'elasticsearch';
  if (service.database && (isIndex || random.chance(0.7)))
    add(databaseWork(random, visit), isIndex ? 0.8 : 0.1 + random.roll() * 0.4, failing && isIndex);
  const isOutside = moment.planted === 'origin' || moment.planted === 'payments' || moment.planted === 'store';
  if (service.calls && (isOutside || random.chance(0.35))) {
    const fails = failing && (isOutside || random.chance(0.5));
    add(callWork(random, service.calls, fails), 0.3 + random.roll() * 0.4, fails);
  }
  if (service.topic && service.toldBy === undefined && !failing && random.chance(0.4))
    add(topicWork(random, service.topic, true), 0.02, false);
  if (random.chance(0.12))
    add({ kind: 1, name: random.pick(['resize', 'rankItems', 'checkQuota', 'signLink']), of: {} }, 0.2, false);
  return lines;
};

/** The spans of a visit, as lines of OTLP/JSON. */
export const gallerySpans = (random: Dice, visit: Visit): readonly string[] => {
  const { moment, service, micros, failing, code, method, route, status } = visit;
  const fromMs = Math.floor(moment.ms - micros / 1000);
  const above = before(random, visit, fromMs);
  const isWorker = service.toldBy !== undefined;
  const work = isWorker ? topicWork(random, service.topic as string, false) : serverWork(method, route, status);
  const own = write(random, visit, {
    name: moment.name,
    work,
    parent: above.at(-1)?.id ?? '',
    fromMs,
    micros,
    failing,
    code,
  });
  return [...above.map(({ line }) => line), own.line, ...after(random, visit, own.id, fromMs)];
};
