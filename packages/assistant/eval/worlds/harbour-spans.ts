import { callOf, fails, type Moment, serviceOf } from './harbour-moments.ts';
import type { Call, HarbourService } from './harbour-service.ts';
import { attributes, otlpSpan, type Values, type Work } from './otlp-span.ts';
import type { Dice } from './seeded.ts';

const databaseWork = (random: Dice, { database, tables = [] }: HarbourService, planted?: string): Work => {
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE']);
  const table = planted === 'table' ? 'gate_moves' : random.pick(tables);
  const of = { 'db.system.name': database as string, 'db.operation.name': operation, 'db.collection.name': table };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const queueWork = (queue: string, sends: boolean): Work => {
  const operation = sends ? 'send' : 'process';
  const of = {
    'messaging.system': 'kafka',
    'messaging.destination.name': queue,
    'messaging.operation.type': operation,
  };
  return { kind: sends ? 4 : 5, name: `${operation} ${queue}`, of };
};

const callWork = (random: Dice, host: string, failing: boolean): Work => {
  const method = random.pick(['GET', 'POST', 'POST']);
  const status = failing ? random.pick([502, 503, 504]) : random.pick([200, 200, 202]);
  const of = { 'http.request.method': method, 'server.address': host, 'http.response.status_code': status };
  return { kind: 3, name: method, of };
};

const serverWork = (random: Dice, service: HarbourService, failing: boolean, planted?: string): Work => {
  const [method, route] = [random.pick(['GET', 'GET', 'POST', 'PUT']), random.pick(service.routes)];
  const usual = failing ? random.pick([500, 500, 503]) : random.pick([200, 200, 200, 201, 204, 404]);
  const status = planted === 'flood' ? 429 : usual;
  const of = { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status };
  return { kind: 2, name: `${method} ${route}`, of };
};

/** Whom or what a span is about. */
const subject = (name: string, call: Call): Values => {
  if (serviceOf(name).app === 'ferry-line') return { 'customer.id': call.customer, 'ferry.route': call.route };
  const isOfTruck = name === 'gate-control' || name === 'truck-booking';
  return { 'port.terminal': call.terminal, ...(isOfTruck ? { 'truck.haulier': call.haulier } : {}) };
};

interface Node {
  readonly name: string;
  readonly work: Work;
  readonly failing: boolean;
  readonly micros: number;
  readonly call: Call;
  readonly parent: string;
}

/** The work that begins a trace in a service. */
const ownWork = (random: Dice, service: HarbourService, failing: boolean, planted?: string): Work =>
  service.routes.length > 0 ? serverWork(random, service, failing, planted) : queueWork(service.queue as string, false);

/** The lines of one trace: what began it, and what was asked of databases, queues, hosts and other services. */
export const harbourTrace = (random: Dice, moment: Moment, traceId: string): readonly object[] => {
  const { ms, planted } = moment;
  const lines: object[] = [];
  const write = ({ name, work, failing, micros, call, parent }: Node): string => {
    const service = serviceOf(name);
    const spanId = random.hex(16);
    const [code] = (planted === undefined ? random.pick(service.error) : (service.error[0] as string)).split(': ');
    lines.push(
      otlpSpan({
        traceId,
        spanId,
        parentSpanId: parent,
        work,
        startMs: ms + (parent === '' ? 0 : random.between(1, 40)),
        micros,
        failing,
        resource: attributes({
          'service.name': name,
          'service.namespace': service.app,
          'service.version': name === moment.name ? call.version : service.version,
          'host.name': `${name}-${random.between(0, 3)}`,
        }),
        more: { ...subject(name, call), ...(failing ? { 'error.type': code as string } : {}) },
      }),
    );
    return spanId;
  };
  const serve = (name: string, parent: string, failing: boolean, left: number): void => {
    const service = serviceOf(name);
    const happens = parent === '' ? planted : undefined;
    const work = ownWork(random, service, failing, happens);
    const id = write({ name, work, failing, micros: left, call: own, parent });
    const base = { name, call: own, parent: id, failing: failing && random.chance(0.6) };
    const part = (): number => 200 + Math.floor(left * random.roll() * 0.6);
    const asksDatabase = happens === 'table' || random.chance(0.5);
    const queries = service.database && asksDatabase ? random.pick([1, 1, 1, 2, 3]) : 0;
    for (let at = 0; at < queries; at += 1)
      write({ ...base, work: databaseWork(random, service, happens), micros: part() });
    if (service.calls && (happens === 'acquirer' || happens === 'registry' || random.chance(0.4)))
      write({ ...base, work: callWork(random, service.calls, base.failing), micros: part() });
    if (service.sends && random.chance(0.4))
      write({ ...base, failing: false, work: queueWork(service.sends, true), micros: random.between(300, 9_000) });
    if (service.asks && random.chance(0.45)) serve(random.pick(service.asks), id, base.failing, part());
  };
  const own = callOf(random, moment);
  const long = random.chance(0.03) ? random.between(1_500_000, 6_500_000) : random.between(900, 420_000);
  const micros = long * own.drag + (planted === 'acquirer' ? random.between(8_500_000, 16_000_000) : 0);
  serve(moment.name, '', fails(random, moment, own), micros);
  return lines;
};
