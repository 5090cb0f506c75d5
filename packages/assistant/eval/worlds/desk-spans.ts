import { callOf, fails, isSlowTable, type Moment, serviceOf } from './desk-moments.ts';
import type { DeskService } from './desk-service.ts';
import { attributes, otlpSpan, spanIds, type Work } from './otlp-span.ts';
import type { Dice } from './seeded.ts';

const databaseWork = (random: Dice, { planted }: Moment, { database, tables = [] }: DeskService): Work => {
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  const table = planted === 'table' ? 'ticket_events' : random.pick(tables);
  const of = { 'db.system.name': database as string, 'db.operation.name': operation, 'db.collection.name': table };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const queueWork = (random: Dice, queue: string, sends: boolean): Work => {
  const of = {
    'messaging.system': 'rabbitmq',
    'messaging.destination.name': queue,
    'messaging.operation.type': sends ? 'send' : 'process',
    'messaging.message.body.size': random.between(200, 12_000),
  };
  return { kind: sends ? 4 : 5, name: `${sends ? 'send' : 'process'} ${queue}`, of };
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

const serverWork = (random: Dice, { planted }: Moment, routes: readonly string[], failing: boolean): Work => {
  const [method, route] = [random.pick(['GET', 'GET', 'POST', 'PATCH']), random.pick(routes)];
  const usual = failing ? random.pick([500, 500, 503]) : random.pick([200, 200, 200, 201, 204, 404]);
  const of = {
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': planted === 'flood' ? 429 : usual,
  };
  return { kind: 2, name: `${method} ${route}`, of };
};

/** What a span does: serves a request, asks a database or another service, handles a message, or works on its own. */
const workOf = (random: Dice, moment: Moment, service: DeskService, failing: boolean): Work => {
  const roll = random.roll();
  if (moment.planted === 'table') return databaseWork(random, moment, service);
  if (moment.planted === 'provider') return callWork(random, service.calls as string, failing);
  if (moment.planted === 'flood') return serverWork(random, moment, service.routes, failing);
  if (service.database && roll < 0.3) return databaseWork(random, moment, service);
  if (service.queue && roll < 0.5) return queueWork(random, service.queue, moment.name === 'api');
  if (service.calls && roll < 0.65) return callWork(random, service.calls, failing);
  if (service.routes.length === 0 || roll > 0.95)
    return { kind: 1, name: random.pick(['serialize', 'renderTemplate', 'checkPermissions']), of: {} };
  return serverWork(random, moment, service.routes, failing);
};

/** One line of OTLP/JSON with one span of a service. */
export const deskSpan = (random: Dice, moment: Moment, traceId: string): object => {
  const { ms, name, planted } = moment;
  const service = serviceOf(name);
  const call = callOf(random, moment);
  const failing = fails(random, moment, call);
  const work = workOf(random, moment, service, failing);
  const drag = isSlowTable(ms) && work.of['db.collection.name'] === 'ticket_events' ? 9 : 1;
  const micros = random.between(300, 320_000) * drag + (planted === 'provider' ? 12_000_000 : 0);
  const resource = attributes({
    'service.name': name,
    'service.namespace': service.app,
    'service.version': call.version,
    'cloud.region': call.region,
    'host.name': `${name}-${random.between(0, 3)}`,
  });
  const [code = ''] = (planted === undefined ? random.pick(service.error) : (service.error[0] as string)).split(': ');
  return otlpSpan({
    traceId,
    ...spanIds(random, work.kind),
    work,
    startMs: ms,
    micros,
    failing,
    resource,
    more: {
      ...(random.chance(0.8) || planted === 'flood' ? { 'user.id': call.user } : {}),
      'workspace.id': call.workspace,
      'workspace.plan': call.plan,
      ...(failing ? { 'error.type': planted === 'table' ? 'DB_TIMEOUT' : code } : {}),
    },
  });
};
