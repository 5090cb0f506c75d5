import { callOf, type Moment, serviceOf } from './campus-moments.ts';
import type { Call, CampusService } from './campus-service.ts';
import { attributes, otlpSpan, type Values, type Work } from './otlp-span.ts';
import type { Dice } from './seeded.ts';

interface Step {
  readonly name: string;
  readonly work: Work;
  /** The place of its parent among the steps before it. */
  readonly under: number;
  readonly failing: boolean;
  readonly micros: number;
}

const served = (random: Dice, routes: readonly string[], failing: boolean): Work => {
  const [method, route] = [random.pick(['GET', 'GET', 'POST', 'PUT']), random.pick(routes)];
  const status = failing ? random.pick([500, 500, 502, 503]) : random.pick([200, 200, 200, 201, 204, 404]);
  const of = { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status };
  return { kind: 2, name: `${method} ${route}`, of };
};

const asked = (random: Dice, { database = 'postgresql', tables = ['jobs'] }: CampusService): Work => {
  const [operation, table] = [random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE']), random.pick(tables)];
  const of = { 'db.system.name': database, 'db.operation.name': operation, 'db.collection.name': table };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const called = (random: Dice, host: string, failing: boolean): Work => {
  const of = {
    'http.request.method': 'POST',
    'server.address': host,
    'http.response.status_code': failing ? 503 : random.pick([200, 200, 202]),
  };
  return { kind: 3, name: 'POST', of };
};

const handled = (queue: string): Work => ({
  kind: 5,
  name: `process ${queue}`,
  of: { 'messaging.system': 'rabbitmq', 'messaging.destination.name': queue, 'messaging.operation.type': 'process' },
});

/** The databases that are asked, and the host that is called, by a step. */
const below = (random: Dice, name: string, under: number, failing: boolean): Step[] => {
  const service = serviceOf(name);
  const steps: Step[] = Array.from({ length: service.database ? random.between(0, 6) : 0 }, () => ({
    name,
    work: asked(random, service),
    under,
    failing: false,
    micros: random.chance(0.03) ? random.between(1_600_000, 5_000_000) : random.between(300, 60_000),
  }));
  if (service.calls && (failing || random.chance(0.5)))
    steps.push({
      name,
      work: called(random, service.calls, failing),
      under,
      failing,
      micros: random.between(20_000, 600_000),
    });
  return steps;
};

const stepsOf = (random: Dice, { name, planted }: Moment, failing: boolean): readonly Step[] => {
  const { routes, queue } = serviceOf(name);
  const long = (planted === 'stall' ? random.between(2_000_000, 7_000_000) : 0) + random.between(20_000, 700_000);
  if (queue)
    return [{ name, work: handled(queue), under: -1, failing, micros: long }, ...below(random, name, 0, failing)];
  const gate: Step = {
    name: 'front-gate',
    work: served(random, routes, failing),
    under: -1,
    failing,
    micros: long + 9_000,
  };
  if (name === 'front-gate') return [gate];
  const pays = name === 'payment-bridge';
  const own: Step[] = pays
    ? [
        {
          name: 'checkout',
          work: served(random, ['/checkout'], failing),
          under: 0,
          failing: failing && random.chance(0.7),
          micros: long + 4_000,
        },
      ]
    : [];
  const under = own.length;
  return [
    gate,
    ...own,
    { name, work: served(random, routes, failing), under, failing, micros: long },
    ...below(random, name, under + 1, failing),
  ];
};

const resourceOf = (random: Dice, name: string, call: Call, own: string): object[] =>
  attributes({
    'service.name': name,
    'service.namespace': serviceOf(name).app,
    'service.version': name === own ? call.release : serviceOf(name).release,
    'cloud.region': call.region,
    'host.name': `${name}-${random.between(0, 4)}`,
  });

/** The spans of one request or job, each a line of OTLP/JSON. */
export const campusSpans = (random: Dice, moment: Moment, traceId: string): readonly object[] => {
  const call = callOf(random, moment);
  const failing = random.chance(moment.planted === 'provider' ? 0.92 : 0.06);
  const codes = serviceOf(moment.name).events.flatMap(({ code, level }) => (code && level === 'error' ? [code] : []));
  const code = moment.planted === 'provider' ? 'PROVIDER_DOWN' : random.pick(codes);
  const more: Values = { 'student.id': call.student, 'school.slug': call.school, 'course.slug': call.course };
  const steps = stepsOf(random, moment, failing);
  const ids = steps.map(() => random.hex(16));
  return steps.map((step, index) =>
    otlpSpan({
      traceId,
      spanId: ids[index] as string,
      parentSpanId: ids[step.under] ?? '',
      work: step.work,
      startMs: moment.ms + index * 3,
      micros: step.micros,
      failing: step.failing,
      resource: resourceOf(random, step.name, call, moment.name),
      more: { ...more, ...(step.failing ? { 'error.type': code } : {}) },
    }),
  );
};
