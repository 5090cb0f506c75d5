import { isBadRelease, type Moment, serviceOf, visitOf } from './newsroom-moments.ts';
import type { NewsroomService, Visit } from './newsroom-service.ts';
import { attributes, otlpSpan, type Work } from './otlp-span.ts';
import { type Dice, dice } from './seeded.ts';

const databaseWork = (random: Dice, { database, collections = [] }: NewsroomService): Work => {
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE']);
  const collection = random.pick(collections);
  const of = { 'db.system.name': database as string, 'db.operation.name': operation, 'db.collection.name': collection };
  return { kind: 3, name: `${operation} ${collection}`, of };
};

const queueWork = (queue: string, sends: boolean): Work => ({
  kind: sends ? 4 : 5,
  name: `${sends ? 'send' : 'process'} ${queue}`,
  of: {
    'messaging.system': 'kafka',
    'messaging.destination.name': queue,
    'messaging.operation.type': sends ? 'send' : 'process',
  },
});

const callWork = (random: Dice, peer: string, failing: boolean): Work => {
  const method = random.pick(['GET', 'POST']);
  const status = failing ? random.pick([502, 503, 504]) : 200;
  const of = { 'http.request.method': method, 'peer.service': peer, 'http.response.status_code': status };
  return { kind: 3, name: method, of };
};

const serverWork = (random: Dice, { planted }: Moment, service: NewsroomService, failing: boolean): Work => {
  const isCheckout = planted === 'gateway';
  const route = isCheckout ? '/checkout' : random.pick(service.routes);
  const method =
    isCheckout || (route === '/checkout' && random.chance(0.8)) ? 'POST' : random.pick(['GET', 'GET', 'POST']);
  const bad = isCheckout ? 504 : random.pick([500, 500, 502, 503]);
  const status = failing ? bad : random.pick([200, 200, 200, 204, 404]);
  const of = { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status };
  return { kind: 2, name: `${method} ${route}`, of };
};

/** What a span does: serves a request, asks a database or another service, handles a message, or works on its own. */
const workOf = (random: Dice, moment: Moment, service: NewsroomService, failing: boolean): Work => {
  const roll = random.roll();
  if (moment.planted === 'gateway' && roll < 0.6) return serverWork(random, moment, service, failing);
  if (service.database && roll < 0.28) return databaseWork(random, service);
  if (service.queue && roll < 0.5) return queueWork(service.queue, moment.name === 'cms');
  if (service.calls.length > 0 && roll < 0.68) return callWork(random, random.pick(service.calls), failing);
  if (service.routes.length === 0 || roll > 0.95)
    return { kind: 1, name: random.pick(['encode', 'sign', 'checkRights']), of: {} };
  return serverWork(random, moment, service, failing);
};

const aboutOf = (service: NewsroomService, visit: Visit, code: string): Readonly<Record<string, string>> => ({
  ...(service.ofReader
    ? { 'reader.id': visit.reader, 'reader.plan': visit.plan, 'reader.country': visit.country }
    : {}),
  ...(service.ofStory ? { 'story.slug': visit.slug, 'story.section': visit.section } : {}),
  ...(visit.failing ? { 'error.type': code } : {}),
});

/** The first of three spans is the root of their trace and the parent of the others. */
const idOf = (index: number): string => dice(900_000 + index).hex(16);

/** One line of OTLP/JSON with one span of a service. */
export const newsroomSpan = (random: Dice, moment: Moment, index: number, traceId: string): object => {
  const { ms, name, planted } = moment;
  const service = serviceOf(name);
  const visit = visitOf(random, moment);
  const work = workOf(random, moment, service, visit.failing);
  const [least, most] = service.took;
  const drag = isBadRelease(moment) ? 4 : 1;
  const usual = random.between(least * 250, most * 1000) * drag * (random.chance(0.03) ? 6 : 1);
  const micros = usual + (planted === 'gateway' ? 9_000_000 : 0);
  const [code] =
    planted === undefined ? random.pick(service.problems) : (service.problems[0] as readonly [string, string]);
  return otlpSpan({
    traceId,
    spanId: idOf(index),
    parentSpanId: index % 3 === 0 ? '' : idOf(index - (index % 3)),
    work,
    startMs: ms,
    micros,
    failing: visit.failing,
    resource: attributes({
      'service.name': name,
      'service.namespace': service.app,
      'service.version': visit.release,
      'host.name': `${name}-${random.between(0, 3)}`,
    }),
    more: aboutOf(service, visit, code),
  });
};
