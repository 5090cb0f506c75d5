import { fails, type Moment, serviceOf, versionAt } from './kitchen-moments.ts';
import type { KitchenService, Order } from './kitchen-service.ts';
import { attributes, otlpSpan, spanIds, type Work } from './otlp-span.ts';
import type { Dice } from './seeded.ts';

const OPERATIONS = {
  redis: ['GET', 'GET', 'SET', 'DEL'],
  mongodb: ['find', 'find', 'insert', 'update'],
  postgresql: ['SELECT', 'SELECT', 'INSERT', 'UPDATE'],
} as const;

const databaseWork = (random: Dice, { database, tables = [] }: KitchenService): Work => {
  const operation = random.pick(OPERATIONS[database ?? 'redis']);
  const table = random.pick(tables);
  const of = { 'db.system.name': database as string, 'db.operation.name': operation, 'db.collection.name': table };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const queueWork = (queue: string, sends: boolean): Work => {
  const of = {
    'messaging.system': 'kafka',
    'messaging.destination.name': queue,
    'messaging.operation.type': sends ? 'send' : 'process',
  };
  return { kind: sends ? 4 : 5, name: `${sends ? 'send' : 'process'} ${queue}`, of };
};

const callWork = (random: Dice, host: string, failing: boolean): Work => {
  const method = random.pick(['GET', 'POST', 'POST']);
  const of = {
    'http.request.method': method,
    'server.address': host,
    'http.response.status_code': failing ? random.pick([502, 503, 504]) : random.pick([200, 200, 202]),
  };
  return { kind: 3, name: method, of };
};

const serverWork = (random: Dice, { planted }: Moment, routes: readonly string[], failing: boolean): Work => {
  const name = planted === 'flood' ? (routes[0] as string) : random.pick(routes);
  const [method = '', route = ''] = name.split(' ');
  const usual = failing ? random.pick([500, 500, 503]) : random.pick([200, 200, 201, 204, 404]);
  const of = {
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': planted === 'flood' ? 429 : usual,
  };
  return { kind: 2, name, of };
};

const workOf = (random: Dice, { name, planted, ...moment }: Moment, failing: boolean): Work => {
  const service = serviceOf(name);
  const { routes, queue, calls } = service;
  const roll = random.roll();
  if (calls && (planted === 'provider' || planted === 'maps')) return callWork(random, calls[0] as string, failing);
  if (planted === undefined && service.database && roll < 0.3) return databaseWork(random, service);
  if (planted === undefined && queue && roll < 0.5) return queueWork(queue, name === 'order-api');
  if (calls && roll < 0.75) return callWork(random, random.pick(calls), failing);
  if (routes.length > 0 && (planted !== undefined || roll < 0.94))
    return serverWork(random, { name, ...moment, ...(planted ? { planted } : {}) }, routes, failing);
  return { kind: 1, name: random.pick(['scoreCouriers', 'validate', 'serialize']), of: {} };
};

/** One line of OTLP/JSON with one span of a service. */
export const kitchenSpan = (random: Dice, moment: Moment, order: Order): object => {
  const { ms, name, planted } = moment;
  const service = serviceOf(name);
  const failing = fails(random, moment, order.zone);
  const work = workOf(random, moment, failing);
  const isSlow = planted === 'provider' || planted === 'maps';
  const isSlower = work.of['server.address'] === 'maps.geolane.example' ? 3 : 1;
  const usual = random.between(300, 340_000) * isSlower + (random.chance(0.02) ? 1_500_000 : 0);
  const code = service.says.find(({ level }) => level === 'error')?.code ?? '';
  return otlpSpan({
    traceId: order.traceId,
    ...spanIds(random, work.kind),
    work,
    startMs: ms,
    micros: usual + (isSlow ? random.between(4_000_000, 9_000_000) : 0),
    failing,
    resource: attributes({
      'service.name': name,
      'service.namespace': service.app,
      'service.version': versionAt(moment),
      'host.name': `${name}-${random.between(0, 4)}`,
    }),
    more: {
      'order.id': order.id,
      zone: order.zone,
      ...(failing ? { 'error.type': planted === 'release' ? 'TOKEN_STALE' : code } : {}),
    },
  });
};
