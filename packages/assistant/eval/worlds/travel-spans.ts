import { attributes, otlpSpan, spanIds, type Values, type Work } from './otlp-span.ts';
import type { Dice } from './seeded.ts';
import { fails, type Moment, serviceOf, tripOf } from './travel-moments.ts';
import type { TravelService, Trip } from './travel-service.ts';

const databaseWork = (random: Dice, system: string): Work => {
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE']);
  const table = random.pick(['bookings', 'offers', 'customers', 'payments']);
  const of = {
    'db.system.name': system,
    'db.operation.name': operation,
    'db.collection.name': table,
    'db.response.returned_rows': random.between(0, 300),
  };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const queueWork = (random: Dice, queue: string): Work => {
  const sends = random.chance(0.35);
  const of = {
    'messaging.system': 'kafka',
    'messaging.destination.name': queue,
    'messaging.operation.type': sends ? 'send' : 'process',
    'messaging.message.body.size': random.between(200, 40_000),
  };
  return { kind: sends ? 4 : 5, name: `${sends ? 'send' : 'process'} ${queue}`, of };
};

const callWork = (random: Dice, failing: boolean): Work => {
  const method = random.pick(['GET', 'POST']);
  const of = {
    'http.request.method': method,
    'server.address': random.pick(['api.skylink.example', 'api.roomhub.example', 'staybase.example']),
    'http.response.status_code': failing ? random.pick([502, 503, 504]) : random.pick([200, 200, 200, 429]),
  };
  return { kind: 3, name: method, of };
};

/** What a span does: serves a request, asks a database or a supplier, handles a message, or works on its own. */
const workOf = (random: Dice, name: string, service: TravelService, failing: boolean): Work => {
  const roll = random.roll();
  if (service.database && roll < 0.3) return databaseWork(random, service.database);
  if (service.queue && roll < 0.6) return queueWork(random, service.queue);
  if (name === 'supplier-gateway' && roll < 0.7) return callWork(random, failing);
  if (service.paths.length === 0 || roll > 0.94)
    return { kind: 1, name: random.pick(['serialize', 'price', 'validate']), of: {} };
  const [method, path] = [random.pick(['GET', 'GET', 'POST', 'PUT']), random.pick(service.paths)];
  const of = {
    'http.request.method': method,
    'http.route': path,
    'http.response.status_code': failing ? random.pick([500, 503, 504]) : random.pick([200, 200, 200, 200, 404, 429]),
  };
  return { kind: 2, name: `${method} ${path}`, of };
};

const tradeOf = (name: string, trip: Trip): Values => {
  if (name === 'payments') return { 'payment.provider': trip.provider };
  if (name === 'ticketing' || name === 'refunds') return { airline: trip.airline };
  return name === 'web-bff' || name === 'booking-api' ? { channel: trip.channel } : {};
};

/** One line of OTLP/JSON with one span of a service. */
export const travelSpan = (random: Dice, moment: Moment, traceId: string): object => {
  const { ms, name } = moment;
  const service = serviceOf(name);
  const trip = tripOf(random, moment);
  const failing = fails(random, moment, trip);
  const work = workOf(random, name, service, failing);
  const micros = random.between(300, work.kind >= 4 ? 900_000 : 400_000) * (trip.slow ? 4 : 1);
  const resource = attributes({
    'service.name': name,
    'service.namespace': service.app,
    'service.version': trip.version,
    'host.name': `${name}-${random.between(0, 3)}`,
    'cloud.region': trip.region,
    'deployment.environment.name': random.pick(['production', 'production', 'production', 'staging']),
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
      ...(random.chance(0.8) ? { 'user.id': trip.user } : {}),
      ...tradeOf(name, trip),
      ...(failing ? { 'error.type': moment.planted === 'gateway' ? 'GatewayTimeout' : type } : {}),
    },
  });
};
