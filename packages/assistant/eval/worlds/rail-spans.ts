import { attributes, otlpSpan, spanIds, type Work } from './otlp-span.ts';
import { fails, isSlow, journeyOf, type Moment, serviceOf } from './rail-moments.ts';
import type { RailService } from './rail-service.ts';
import type { Dice } from './seeded.ts';

const databaseWork = (random: Dice, { planted }: Moment, { database, tables = [] }: RailService): Work => {
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  const table = planted === 'seats' ? 'SeatInventory' : random.pick(tables);
  const of = { 'db.system.name': database as string, 'db.operation.name': operation, 'db.collection.name': table };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const queueWork = (random: Dice, queue: string): Work => {
  const of = {
    'messaging.system': 'kafka',
    'messaging.destination.name': queue,
    'messaging.operation.type': 'process',
    'messaging.message.body.size': random.between(150, 9_000),
  };
  return { kind: 5, name: `process ${queue}`, of };
};

const callWork = (random: Dice, host: string, failing: boolean): Work => {
  const method = random.pick(['GET', 'POST', 'POST']);
  const of = {
    'http.request.method': method,
    'server.address': host,
    'http.response.status_code': failing ? random.pick([502, 503, 504]) : random.pick([200, 200, 200, 202]),
  };
  return { kind: 3, name: method, of };
};

const serverWork = (random: Dice, { planted }: Moment, { routes }: RailService, failing: boolean): Work => {
  const [method, route] = [random.pick(['GET', 'GET', 'POST', 'PUT']), random.pick(routes)];
  const usual = failing ? random.pick([500, 500, 503]) : random.pick([200, 200, 200, 201, 204, 404]);
  const of = {
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': planted === 'scraper' ? 429 : usual,
  };
  return { kind: 2, name: `${method} ${route}`, of };
};

/** What a span does: serves a request, asks a database or another service, handles a message, or works on its own. */
const workOf = (random: Dice, moment: Moment, service: RailService, failing: boolean): Work => {
  const roll = random.roll();
  if (moment.planted === 'seats') return databaseWork(random, moment, service);
  if (moment.planted === 'acquirer') return callWork(random, service.calls as string, failing);
  if (moment.planted === 'scraper') return serverWork(random, moment, service, failing);
  if (service.database && roll < 0.3) return databaseWork(random, moment, service);
  if (service.queue && roll < 0.6) return queueWork(random, service.queue);
  if (service.calls && roll < 0.65) return callWork(random, service.calls, failing);
  if (service.routes.length === 0 || roll > 0.95)
    return { kind: 1, name: random.pick(['Validate', 'Serialize', 'MatchTimetable']), of: {} };
  return serverWork(random, moment, service, failing);
};

const ERROR_OF: Readonly<Record<string, number>> = { seats: 1, acquirer: 0, gates: 0 };

/** One line of OTLP/JSON with one span of a service. */
export const railSpan = (random: Dice, moment: Moment, traceId: string): object => {
  const { ms, name, planted = '' } = moment;
  const service = serviceOf(name);
  const journey = journeyOf(random, moment);
  const failing = fails(random, moment, journey);
  const work = workOf(random, moment, service, failing);
  const drag = isSlow(ms) && work.of['db.collection.name'] === 'SeatInventory' ? 9 : 1;
  const [type = ''] = (service.error[ERROR_OF[planted] ?? random.between(0, 2)] as string).split(': ');
  return otlpSpan({
    traceId,
    ...spanIds(random, work.kind),
    work,
    startMs: ms,
    micros: random.between(300, 340_000) * drag + (planted === 'acquirer' ? random.between(6, 19) * 1_000_000 : 0),
    failing,
    resource: attributes({
      'service.name': name,
      'service.namespace': service.app,
      'service.version': journey.release,
      'host.name': `${name}-${random.between(0, 3)}`,
    }),
    more: {
      ...(random.chance(0.8) ? { 'passenger.id': journey.passenger } : {}),
      'train.line': journey.line,
      'station.name': journey.station,
      ...(failing ? { 'error.type': type } : {}),
    },
  });
};
