import { attributes, otlpSpan, spanIds, type Values, type Work } from './otlp-span.ts';
import { chargeOf, fails, type Moment, serviceOf } from './power-moments.ts';
import type { Charge, PowerService } from './power-service.ts';
import type { Dice } from './seeded.ts';

const TABLES: Readonly<Record<string, readonly string[]>> = {
  postgresql: ['sessions', 'sessions', 'invoices', 'tariffs', 'drivers'],
  timescaledb: ['readings', 'readings', 'meters'],
};

const databaseWork = (random: Dice, system: string): Work => {
  if (system === 'redis') {
    const command = random.pick(['GET', 'GET', 'SET', 'HGETALL']);
    return { kind: 3, name: command, of: { 'db.system.name': system, 'db.operation.name': command } };
  }
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  const table = random.pick(TABLES[system] as readonly string[]);
  const of = { 'db.system.name': system, 'db.operation.name': operation, 'db.collection.name': table };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const queueWork = (random: Dice, queue: string): Work => {
  const sends = random.chance(0.5);
  const of = {
    'messaging.system': 'rabbitmq',
    'messaging.destination.name': queue,
    'messaging.operation.type': sends ? 'send' : 'process',
    'messaging.message.body.size': random.between(90, 6_000),
  };
  return { kind: sends ? 4 : 5, name: `${queue} ${sends ? 'send' : 'process'}`, of };
};

const callWork = (random: Dice, host: string, failing: boolean): Work => {
  const method = random.pick(['GET', 'POST', 'POST']);
  const of = {
    'http.request.method': method,
    'server.address': host,
    'http.response.status_code': failing ? random.pick([502, 504, 504]) : random.pick([200, 200, 200, 201]),
  };
  return { kind: 3, name: method, of };
};

const serverWork = (random: Dice, moment: Moment, charge: Charge, failing: boolean): Work => {
  const [method, route] = [
    random.pick(['GET', 'GET', 'POST', 'POST', 'PUT']),
    random.pick(serviceOf(moment.name).paths),
  ];
  const refused =
    moment.planted === 'cards' && charge.isRefused ? 402 : random.pick([200, 200, 200, 200, 201, 404, 429]);
  const of = {
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': failing ? random.pick([500, 500, 503]) : refused,
  };
  return { kind: 2, name: `${method} ${route}`, of };
};

/** What a span does: serves a request, asks a database or another company, handles a message, or works on its own. */
const workOf = (random: Dice, moment: Moment, service: PowerService, charge: Charge, failing: boolean): Work => {
  const roll = random.roll();
  if (moment.planted === 'partner') return callWork(random, service.calls as string, failing);
  if (service.database && roll < 0.25) return databaseWork(random, service.database);
  if (service.queue && roll < 0.45) return queueWork(random, service.queue);
  if (service.calls && roll < 0.6) return callWork(random, service.calls, failing);
  if (service.paths.length === 0 || roll > 0.95)
    return { kind: 1, name: random.pick(['validate', 'compress', 'aggregate']), of: {} };
  return serverWork(random, moment, charge, failing);
};

/** What the teams put on their spans themselves. */
const ownOf = (name: string, { station, city, partner, driver, method }: Charge): Values => {
  if (name === 'station-gateway') return { 'station.id': station, city };
  if (name === 'roaming-hub') return { partner };
  if (name === 'payment-bridge') return { 'driver.id': driver, 'payment.method': method };
  return name === 'session-manager' || name === 'driver-portal' ? { 'driver.id': driver } : {};
};

/** One line of OTLP/JSON with one span of a service. */
export const powerSpan = (random: Dice, moment: Moment, traceId: string): object => {
  const { ms, name } = moment;
  const service = serviceOf(name);
  const charge = chargeOf(random, moment);
  const failing = fails(random, moment, charge);
  const work = workOf(random, moment, service, charge, failing);
  const usual = random.between(300, work.kind >= 4 ? 600_000 : 250_000) * charge.factor;
  const resource = attributes({
    'service.name': name,
    'service.namespace': service.app,
    'service.version': charge.build,
    'host.name': `${name}-${random.between(0, 3)}`,
    'deployment.environment.name': random.pick(['live', 'live', 'live', 'live', 'test']),
  });
  const codes = service.error.map((text) => text.slice(0, text.indexOf(': ')));
  return otlpSpan({
    traceId,
    ...spanIds(random, work.kind),
    work,
    startMs: ms,
    micros: usual + (moment.planted === 'partner' ? 8_000_000 : 0),
    failing,
    resource,
    more: {
      ...ownOf(name, charge),
      ...(failing ? { 'error.type': moment.planted === undefined ? random.pick(codes) : (codes[0] as string) } : {}),
    },
  });
};
