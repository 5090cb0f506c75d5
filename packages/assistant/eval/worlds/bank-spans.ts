import { dealingOf, fails, type Moment, serviceOf } from './bank-moments.ts';
import type { BankService, Dealing } from './bank-service.ts';
import { attributes, otlpSpan, spanIds, type Values, type Work } from './otlp-span.ts';
import type { Dice } from './seeded.ts';

const databaseWork = (random: Dice, system: string): Work => {
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'INSERT', 'UPDATE']);
  const table = random.pick(['accounts', 'accounts', 'postings', 'customers', 'cards']);
  const of = { 'db.system.name': system, 'db.operation.name': operation, 'db.collection.name': table };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const topicWork = (random: Dice, topic: string): Work => {
  const sends = random.chance(0.45);
  const of = {
    'messaging.system': 'kafka',
    'messaging.destination.name': topic,
    'messaging.operation.type': sends ? 'send' : 'process',
    'messaging.kafka.partition': random.between(0, 6),
    'messaging.message.body.size': random.between(120, 9_000),
  };
  return { kind: sends ? 4 : 5, name: `${sends ? 'send' : 'process'} ${topic}`, of };
};

const rpcWork = (random: Dice, service: string, failing: boolean): Work => {
  const method = random.pick(['Get', 'Get', 'List', 'Check']);
  const of = {
    'rpc.system': 'grpc',
    'rpc.service': service,
    'rpc.method': method,
    'rpc.grpc.status_code': failing ? random.pick([4, 13, 14]) : 0,
  };
  return { kind: 3, name: `${service}/${method}`, of };
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

const serverWork = (random: Dice, routes: readonly string[], failing: boolean): Work => {
  const [method, route] = [random.pick(['GET', 'GET', 'POST', 'POST', 'PUT']), random.pick(routes)];
  const of = {
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': failing ? random.pick([500, 500, 503]) : random.pick([200, 200, 200, 201, 404, 429]),
  };
  return { kind: 2, name: `${method} ${route}`, of };
};

/** What a span does: serves a request, asks a database or another service, handles a message, or works on its own. */
const workOf = (random: Dice, { planted }: Moment, service: BankService, failing: boolean): Work => {
  const roll = random.roll();
  if (planted === 'clearing') return callWork(random, service.calls as string, failing);
  if (service.database && roll < 0.25) return databaseWork(random, service.database);
  if (service.topic && roll < 0.45) return topicWork(random, service.topic);
  if (service.rpc && roll < 0.45) return rpcWork(random, service.rpc, failing);
  if (service.calls && roll < 0.6) return callWork(random, service.calls, failing);
  if (service.routes.length === 0 || roll > 0.95)
    return { kind: 1, name: random.pick(['render', 'encrypt', 'reconcile']), of: {} };
  return serverWork(random, service.routes, failing);
};

const tradeOf = (name: string, dealing: Dealing): Values => {
  if (name === 'card-auth') return { card_scheme: dealing.scheme };
  return name === 'transfers' || name === 'fraud-scoring' ? { transfer_type: dealing.transferType } : {};
};

/** One line of OTLP/JSON with one span of a service. */
export const bankSpan = (random: Dice, moment: Moment, traceId: string): object => {
  const { ms, name } = moment;
  const service = serviceOf(name);
  const dealing = dealingOf(random, moment);
  const failing = fails(random, moment, dealing);
  const work = workOf(random, moment, service, failing);
  const usual = random.between(200, work.kind >= 4 ? 500_000 : 300_000) * (dealing.slow ? 5 : 1);
  const micros = usual + (moment.planted === 'clearing' ? 10_000_000 : 0);
  const resource = attributes({
    'service.name': name,
    'service.namespace': service.app,
    'service.version': dealing.version,
    'k8s.namespace.name': service.app,
    'k8s.pod.name': `${name}-${random.between(0, 4)}`,
    'cloud.region': dealing.region,
    'deployment.environment.name': random.pick(['production', 'production', 'production', 'staging']),
  });
  const [type = ''] = random.pick(service.error).split(': ');
  const first = service.error[0]?.split(': ')[0] as string;
  return otlpSpan({
    traceId,
    ...spanIds(random, work.kind),
    work,
    startMs: ms,
    micros,
    failing,
    resource,
    more: {
      ...(random.chance(0.8) ? { 'enduser.id': dealing.customer } : {}),
      ...tradeOf(name, dealing),
      ...(failing ? { 'error.type': moment.planted === undefined ? type : first } : {}),
    },
  });
};
