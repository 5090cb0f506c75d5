import { fails, type Moment, serviceOf, traitsOf, versionOf } from './arena-moments.ts';
import type { ArenaService } from './arena-service.ts';
import { attributes, otlpSpan, spanIds, type Work } from './otlp-span.ts';
import type { Dice } from './seeded.ts';

const databaseWork = (random: Dice, system: string): Work => {
  const [statement, table] = [
    random.pick(['SELECT', 'SELECT', 'INSERT', 'UPDATE', 'DELETE']),
    random.pick(['players', 'orders', 'scores', 'items']),
  ];
  const of = {
    'db.system.name': system,
    'db.operation.name': statement,
    'db.collection.name': table,
    rows: random.between(0, 800),
  };
  return { kind: 3, name: `${statement} ${table}`, of };
};

const queueWork = (random: Dice, queue: string): Work => {
  const sends = random.chance(0.35);
  const of = {
    'messaging.system': 'kafka',
    'messaging.destination.name': queue,
    payload_bytes: random.between(200, 90_000),
    attempt: random.between(1, 5),
  };
  return { kind: sends ? 4 : 5, name: `${sends ? 'publish' : 'consume'} ${queue}`, of };
};

/** What a span does: serves a request, asks a database, handles a message of a queue, or works on its own. */
const workOf = (random: Dice, service: ArenaService, failing: boolean): Work => {
  const roll = random.roll();
  if (service.database && roll < 0.35) return databaseWork(random, service.database);
  if (service.queue && roll < 0.7) return queueWork(random, service.queue);
  if (service.paths.length === 0 || roll > 0.93)
    return { kind: 1, name: random.pick(['serialize', 'simulate', 'validate']), of: {} };
  const [method, path] = [random.pick(['GET', 'GET', 'POST', 'DELETE']), random.pick(service.paths)];
  const status = failing ? random.pick([500, 503, 504]) : random.pick([200, 200, 200, 200, 404, 429]);
  const of = {
    'http.request.method': method,
    'http.route': path,
    'http.response.status_code': status,
    cache_hit: random.chance(0.4),
  };
  return { kind: 2, name: `${method} ${path}`, of };
};

/** One line of OTLP/JSON with one span of a service. */
export const arenaSpan = (random: Dice, moment: Moment, traceId: string): object => {
  const { ms, name } = moment;
  const service = serviceOf(name);
  const traits = traitsOf(random, moment);
  const failing = fails(random, moment, traits);
  const work = workOf(random, service, failing);
  const micros = random.between(300, work.kind >= 4 ? 800_000 : 260_000) * (traits.late ? 4 : 1);
  const resource = attributes({
    'service.name': name,
    'service.namespace': service.app,
    'service.version': versionOf(name, ms),
    'host.name': `${name}-${random.between(0, 3)}`,
    'deployment.environment.name': random.pick(['prod', 'prod', 'prod', 'staging']),
  });
  const [type = ''] = (service.error.length === 0 ? '' : random.pick(service.error)).split(': ');
  return otlpSpan({
    traceId,
    ...spanIds(random, work.kind),
    work,
    startMs: ms,
    micros,
    failing,
    resource,
    more: {
      region: traits.region,
      ...(random.chance(0.7) ? { 'player.id': traits.player } : {}),
      ...(name === 'matchmaker' || name === 'game-server' ? { 'match.mode': traits.mode } : {}),
      ...(name === 'wallet' ? { provider: traits.provider } : {}),
      ...(failing ? { 'error.type': type } : {}),
    },
  });
};
