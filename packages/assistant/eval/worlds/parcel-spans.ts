import { attributes, otlpSpan, spanIds, type Values, type Work } from './otlp-span.ts';
import { fails, type Moment, serviceOf, shipmentOf } from './parcel-moments.ts';
import type { ParcelService, Shipment } from './parcel-service.ts';
import type { Dice } from './seeded.ts';

const databaseWork = (random: Dice, system: string): Work => {
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  const table = random.pick(['shipments', 'shipments', 'scans', 'accounts', 'invoices']);
  const of = { 'db.system.name': system, 'db.operation.name': operation, 'db.collection.name': table };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const topicWork = (random: Dice, topic: string): Work => {
  const sends = random.chance(0.4);
  const of = {
    'messaging.system': 'rabbitmq',
    'messaging.destination.name': topic,
    'messaging.operation.type': sends ? 'send' : 'process',
    'messaging.message.body.size': random.between(150, 30_000),
  };
  return { kind: sends ? 4 : 5, name: `${sends ? 'send' : 'process'} ${topic}`, of };
};

const callWork = (random: Dice, failing: boolean): Work => {
  const method = random.pick(['GET', 'POST']);
  const of = {
    'http.request.method': method,
    'server.address': random.pick(['maps.geodata.example', 'sms.textline.example', 'api.customs.example']),
    'http.response.status_code': failing ? random.pick([500, 502, 504]) : random.pick([200, 200, 200, 429]),
  };
  return { kind: 3, name: method, of };
};

const CALLS_OUT: ReadonlySet<string> = new Set(['route-optimizer', 'notifier', 'customs']);

/** What a span does: serves a request, asks a database or another company, handles a message, or works on its own. */
const workOf = (random: Dice, name: string, service: ParcelService, failing: boolean): Work => {
  const roll = random.roll();
  if (service.database && roll < 0.28) return databaseWork(random, service.database);
  if (service.topic && roll < 0.55) return topicWork(random, service.topic);
  if (CALLS_OUT.has(name) && roll < 0.7) return callWork(random, failing);
  if (service.routes.length === 0 || roll > 0.94)
    return { kind: 1, name: random.pick(['validate', 'compress', 'geocode']), of: {} };
  const [method, route] = [random.pick(['GET', 'GET', 'POST', 'PUT']), random.pick(service.routes)];
  const of = {
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': failing ? random.pick([500, 502, 504]) : random.pick([200, 200, 200, 201, 404, 422]),
  };
  return { kind: 2, name: `${method} ${route}`, of };
};

const tradeOf = (name: string, shipment: Shipment): Values => {
  if (name === 'customs') return { carrier: shipment.carrier };
  return name === 'sorting' || name === 'route-optimizer' || name === 'driver-app' ? { depot: shipment.depot } : {};
};

/** One line of OTLP/JSON with one span of a service. */
export const parcelSpan = (random: Dice, moment: Moment, traceId: string): object => {
  const { ms, name } = moment;
  const service = serviceOf(name);
  const shipment = shipmentOf(random, moment);
  const failing = fails(random, moment, shipment);
  const work = workOf(random, name, service, failing);
  const micros = random.between(250, work.kind >= 4 ? 800_000 : 350_000) * (shipment.slow ? 4 : 1);
  const resource = attributes({
    'service.name': name,
    'service.namespace': service.app,
    'service.version': shipment.build,
    'k8s.pod.name': `${name}-${random.between(0, 3)}`,
    'cloud.region': shipment.zone,
    'deployment.environment.name': random.pick(['prod', 'prod', 'prod', 'test']),
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
      ...(random.chance(0.8) ? { 'account.id': shipment.account } : {}),
      ...tradeOf(name, shipment),
      ...(failing ? { 'error.type': moment.planted === 'renderer' ? 'LabelRenderTimeout' : type } : {}),
    },
  });
};
