import { attributes, otlpSpan, spanIds, type Values, type Work } from './otlp-span.ts';
import type { Dice } from './seeded.ts';
import { fails, type Moment, serviceOf, viewingOf } from './stream-moments.ts';
import type { StreamService, Viewing } from './stream-service.ts';

const INTERNAL = 1;
const SERVER = 2;
const CLIENT = 3;
const PRODUCER = 4;
const CONSUMER = 5;

const storeWork = (random: Dice, system: string, tables: readonly string[]): Work => {
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'UPDATE', 'INSERT']);
  const table = random.pick(tables);
  const of = {
    'db.system.name': system,
    'db.operation.name': operation,
    'db.collection.name': table,
    'db.response.returned_rows': operation === 'SELECT' ? random.between(0, 500) : 0,
  };
  return { kind: CLIENT, name: `${operation} ${table}`, of };
};

const topicWork = (random: Dice, topic: string): Work => {
  const isSent = random.chance(0.45);
  const verb = isSent ? 'publish' : 'consume';
  const of = {
    'messaging.system': 'kafka',
    'messaging.destination.name': topic,
    'messaging.operation.type': isSent ? 'send' : 'receive',
    'messaging.batch.message_count': random.between(1, 500),
    'messaging.destination.partition.id': String(random.between(0, 12)),
  };
  return { kind: isSent ? PRODUCER : CONSUMER, name: `${verb} ${topic}`, of };
};

const PARTNERS: Readonly<Record<string, string>> = {
  'edge-gateway': 'origin.northcast.example',
  'drm-license': 'keys.lockbox.example',
  'ad-server': 'bids.admarket.example',
  subscriptions: 'api.paywell.example',
};

const partnerWork = (random: Dice, address: string, failing: boolean): Work => {
  const method = random.pick(['GET', 'POST']);
  const of = {
    'http.request.method': method,
    'server.address': address,
    'http.response.status_code': failing ? random.pick([502, 503, 504]) : random.pick([200, 200, 200, 202]),
  };
  return { kind: CLIENT, name: method, of };
};

const serverWork = (random: Dice, routes: readonly string[], failing: boolean): Work => {
  const method = random.pick(['GET', 'GET', 'POST']);
  const route = random.pick(routes);
  const of = {
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': failing ? random.pick([500, 503, 504]) : random.pick([200, 200, 200, 206, 403, 404]),
  };
  return { kind: SERVER, name: `${method} ${route}`, of };
};

/** What a span does: asks a store or a partner, hands on messages, works on its own, or serves a request. */
const workOf = (random: Dice, { name, planted }: Moment, service: StreamService, failing: boolean): Work => {
  // Incidents are of requests, not of what the service keeps.
  const roll = planted === undefined ? random.roll() : 0.45 + random.roll() * 0.55;
  const partner = PARTNERS[name];
  if (service.database && roll < 0.25) return storeWork(random, service.database, service.tables ?? []);
  if (service.topic && roll < 0.45) return topicWork(random, service.topic);
  if (partner !== undefined && roll < 0.62) return partnerWork(random, partner, failing);
  if (service.routes.length === 0)
    return { kind: INTERNAL, name: random.pick(['demux', 'encode chunk', 'encode chunk', 'package']), of: {} };
  return serverWork(random, service.routes, failing);
};

const tradeOf = (name: string, { cdn, title, job, device, country, player }: Viewing): Values => {
  if (name === 'encoder-worker') return { 'app.job.id': job };
  if (name === 'edge-gateway') return { 'app.cdn': cdn, 'app.country': country };
  if (name === 'playback-api')
    return { 'app.cdn': cdn, 'app.country': country, 'app.title': title, 'app.player.version': player };
  return name === 'telemetry-ingest' ? {} : { 'app.country': country, 'app.device.type': device };
};

const flagOf = (random: Dice, flag: string | undefined): Values =>
  flag === undefined || random.chance(0.3)
    ? {}
    : { 'feature_flag.key': flag, 'feature_flag.result.variant': random.pick(['on', 'on', 'off']) };

/** One line of OTLP/JSON with one span of a service. */
export const streamSpan = (random: Dice, moment: Moment, traceId: string): object => {
  const { ms, name, planted } = moment;
  const service = serviceOf(name);
  const viewing = viewingOf(random, moment);
  const failing = fails(random, moment, viewing);
  const work = workOf(random, moment, service, failing);
  const usual = random.between(300, name === 'encoder-worker' ? 9_000_000 : 420_000);
  const resource = attributes({
    'service.name': name,
    'service.namespace': service.app,
    'service.version': viewing.release,
    'host.name': `${name}-${random.pick(['a', 'b', 'c', 'd'])}`,
    'cloud.provider': 'aws',
    'cloud.region': viewing.region,
    'deployment.environment.name': random.pick(['live', 'live', 'live', 'rehearsal']),
  });
  const [, , code = ''] = planted === undefined ? random.pick(service.error) : (service.error[0] ?? []);
  return otlpSpan({
    traceId,
    ...spanIds(random, work.kind),
    work,
    startMs: ms,
    micros: usual * (viewing.slow ? 5 : 1) + (planted === 'drm' ? 12_000_000 : 0),
    failing,
    resource,
    more: {
      ...(service.app === 'watch' && random.chance(0.8) ? { 'app.viewer.id': viewing.viewer } : {}),
      ...tradeOf(name, viewing),
      ...flagOf(random, service.flag),
      ...(failing ? { 'error.type': code } : {}),
    },
  });
};
