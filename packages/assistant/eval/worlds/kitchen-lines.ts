import { fails, type Moment, moments, orderAt, serviceOf, versionAt } from './kitchen-moments.ts';
import type { Order, Said } from './kitchen-service.ts';
import { kitchenSpan } from './kitchen-spans.ts';
import { type Dice, dice, iso, type SeededLines } from './seeded.ts';
import { type Level, SEVERITIES, written } from './seeded-log.ts';

const FLOODED: Said = { level: 'warning', weight: 1, text: 'too many requests' };
const STALE: Said = { level: 'error', weight: 1, code: 'TOKEN_STALE', text: 'offer token is stale' };

const ofLevel = (random: Dice, name: string, level: Level): Said =>
  random.pick(
    serviceOf(name)
      .says.filter((said) => said.level === level)
      .flatMap((said) => Array.from({ length: said.weight }, () => said)),
  );

const saidAt = (random: Dice, { planted, name }: Moment, failing: boolean): Said => {
  const { says } = serviceOf(name);
  if (planted === 'flood') return FLOODED;
  if (planted === 'airport') return says.find(({ level }) => level === 'warning') as Said;
  if (!failing) return ofLevel(random, name, random.chance(0.2) ? 'warning' : 'info');
  if (planted === 'release') return random.chance(0.6) ? STALE : ofLevel(random, name, 'error');
  return planted === undefined ? ofLevel(random, name, 'error') : (says.find(({ level }) => level === 'error') as Said);
};

const statusOf = (random: Dice, { planted }: Moment, level: Level): number => {
  if (planted === 'flood') return 429;
  if (level === 'error') return planted === 'provider' ? 504 : random.pick([500, 500, 502, 503]);
  return level === 'warning' ? random.pick([400, 403, 404, 409, 422]) : random.pick([200, 200, 200, 201, 204]);
};

/** Services that answer requests tell of one; the others tell how long their work took. */
const requestOf = (random: Dice, moment: Moment, level: Level): object => {
  const { routes } = serviceOf(moment.name);
  const took = random.between(5, 420) + (moment.planted === 'provider' || moment.planted === 'maps' ? 6_000 : 0);
  if (routes.length === 0) return { durationMs: took * (random.chance(0.1) ? 4 : 1) };
  const [method, route] = (moment.planted === 'flood' ? (routes[0] as string) : random.pick(routes)).split(' ');
  return { method, route, status: statusOf(random, moment, level), latencyMs: took };
};

const logOf = (random: Dice, moment: Moment, order: Order): object => {
  const { ms, name, planted } = moment;
  const service = serviceOf(name);
  const said = saidAt(random, moment, fails(random, moment, order.zone));
  const level = said.level === 'error' && random.chance(0.1) ? 'critical' : said.level;
  return {
    $m: { timestamp: iso(ms), severity: SEVERITIES[level] },
    $l: { applicationname: service.app, subsystemname: name },
    $d: {
      message: written(random, said.text),
      ...(said.code === undefined ? {} : { errorCode: said.code }),
      ...service.ids(order),
      ...said.of?.(random, order),
      ...(planted === 'airport' || random.chance(0.95) ? { zone: order.zone } : {}),
      ...requestOf(random, moment, said.level),
      pod: `${name}-${random.between(0, 4)}`,
      version: versionAt(moment),
      ...(random.chance(0.93) ? { traceId: order.traceId } : {}),
    },
  };
};

/** Two orders that are asked for by name have been cancelled and paid. */
const knownLogs = (): readonly object[] => {
  const of = (orderId: string, ms: number, severity: Level, name: string, more: object): object => ({
    $m: { timestamp: iso(ms), severity: SEVERITIES[severity] },
    $l: { applicationname: serviceOf(name).app, subsystemname: name },
    $d: { orderId, ...more, pod: `${name}-1`, version: serviceOf(name).version },
  });
  const noon = Date.UTC(2026, 10, 18, 12, 4);
  return [
    of('ord-40422', noon, 'info', 'order-api', { message: 'order placed', total: 31.4, zone: 'harbour' }),
    of('ord-40422', noon + 240_000, 'warning', 'order-api', {
      message: 'order cancelled',
      cancelledBy: 'restaurant',
      cancelReason: 'restaurant_closed',
      zone: 'harbour',
    }),
    of('ord-40417', noon + 300_000, 'error', 'payment-api', {
      message: 'cardwise did not answer within 9 s',
      errorCode: 'PROVIDER_TIMEOUT',
      amount: 27.9,
      zone: 'harbour',
    }),
  ];
};

const USUAL = 9_000;

/** A company that delivers food: flat records, and spans as OTLP/JSON. */
export const kitchenLines = (): SeededLines => {
  const random = dice(61_207);
  const all = moments(random, USUAL);
  const logs = all.map((moment, index) => logOf(random, moment, orderAt(random, moment, index / all.length)));
  const traced = moments(random, USUAL);
  const spans = traced.map((moment, index) =>
    JSON.stringify(kitchenSpan(random, moment, orderAt(random, moment, index / traced.length))),
  );
  return { logs: [...logs, ...knownLogs()].map((log) => JSON.stringify(log)), spans };
};
