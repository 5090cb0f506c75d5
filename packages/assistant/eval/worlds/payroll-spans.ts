import { attributes, otlpSpan, type Work } from './otlp-span.ts';
import { type Moment, serviceOf } from './payroll-moments.ts';
import type { Call } from './payroll-service.ts';
import type { Dice } from './seeded.ts';

/** A span before it is written: whose it is, below which other, and what part of the whole it takes. */
interface Piece {
  readonly name: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly work: Work;
  readonly after: number;
  readonly micros: number;
  readonly failing: boolean;
  readonly code: string;
}

const databaseWork = (random: Dice, name: string): Work => {
  const { database, tables = [] } = serviceOf(name);
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE']);
  const table = random.pick(tables);
  const of = { 'db.system.name': database as string, 'db.operation.name': operation, 'db.collection.name': table };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const queueWork = (queue: string, sends: boolean): Work => ({
  kind: sends ? 4 : 5,
  name: `${sends ? 'send' : 'process'} ${queue}`,
  of: {
    'messaging.system': 'rabbitmq',
    'messaging.destination.name': queue,
    'messaging.operation.type': sends ? 'send' : 'process',
  },
});

const hostWork = (random: Dice, host: string, failing: boolean): Work => {
  const method = random.pick(['GET', 'POST', 'POST']);
  const status = failing ? random.pick([502, 503, 504]) : random.pick([200, 200, 202]);
  const of = { 'http.request.method': method, 'server.address': host, 'http.response.status_code': status };
  return { kind: 3, name: method, of };
};

const serverWork = (method: string, route: string, status: number): Work => ({
  kind: 2,
  name: `${method} ${route}`,
  of: { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status },
});

/** What a record of the request tells, as its spans tell it too. */
export interface Request {
  readonly method: string;
  readonly route: string;
  readonly status: number;
}

const ownWork = (name: string, request: Request | undefined): Work =>
  request === undefined
    ? queueWork(serviceOf(name).queue as string, false)
    : serverWork(request.method, request.route, request.status);

/** Who asked for it, where that is known: another service, whose own request or work it is a part of. */
const callerPiece = (random: Dice, name: string, { micros, failing }: Call): Piece | undefined => {
  const { callers, queue } = serviceOf(name);
  if (callers.length === 0 || random.chance(0.4)) return undefined;
  const caller = random.pick(callers);
  const { routes } = serviceOf(caller);
  const server = (): Work =>
    serverWork(random.pick(['GET', 'POST']), random.pick(routes), failing ? random.pick([500, 502]) : 200);
  const worker = queueWork(serviceOf(caller).queue ?? '', false);
  const asks = routes.length > 0 ? server() : worker;
  const work = queue === undefined ? asks : queueWork(queue, true);
  const base = { name: caller, spanId: random.hex(16), parentSpanId: '', work, after: 0, code: 'UPSTREAM_FAILED' };
  return { ...base, micros: Math.floor(micros * 1.1) + 900, failing: failing && random.chance(0.6) };
};

/** The spans of one piece of work: its caller, itself, and what it asks of databases and other hosts. */
const piecesOf = (random: Dice, { name, planted }: Moment, call: Call, code: string, request?: Request): Piece[] => {
  const { database, calls } = serviceOf(name);
  const caller = callerPiece(random, name, call);
  const own: Piece = {
    name,
    spanId: random.hex(16),
    parentSpanId: caller?.spanId ?? '',
    work: ownWork(name, request),
    after: caller === undefined ? 0 : 1,
    micros: call.micros,
    failing: call.failing,
    code,
  };
  const below = (work: Work, share: number, failing: boolean): Piece => ({
    ...own,
    spanId: random.hex(16),
    parentSpanId: own.spanId,
    work,
    after: own.after + 1,
    micros: Math.floor(call.micros * share) + 200,
    failing,
  });
  const isHost = planted === 'bank' || (calls !== undefined && random.chance(0.6));
  const badHost = isHost && call.failing && (planted === 'bank' || random.chance(0.5));
  const tables = database === undefined ? 0 : random.between(0, 3);
  return [
    ...(caller === undefined ? [] : [caller]),
    own,
    ...Array.from({ length: tables }, () => below(databaseWork(random, name), random.roll() * 0.3, false)),
    ...(isHost ? [below(hostWork(random, calls as string, badHost), 0.4 + random.roll() * 0.5, badHost)] : []),
  ];
};

/** Lines of OTLP/JSON, each with one span of the trace. */
export const payrollSpans = (
  random: Dice,
  moment: Moment,
  call: Call,
  code: string,
  request?: Request,
): readonly string[] =>
  piecesOf(random, moment, call, code, request).map((piece) => {
    const { app, version } = serviceOf(piece.name);
    const resource = attributes({
      'service.name': piece.name,
      'service.namespace': app,
      'service.version': piece.name === moment.name ? call.version : version,
      'cloud.region': call.region,
      'host.name': `${piece.name}-${random.between(0, 3)}`,
    });
    const more = {
      ...(random.chance(0.85) ? { 'employee.id': call.employee } : {}),
      'employer.id': call.employer,
      'employer.country': call.country,
      ...(piece.failing ? { 'error.type': piece.code } : {}),
    };
    const { spanId, parentSpanId, work, micros, failing } = piece;
    const startMs = moment.ms + piece.after;
    return JSON.stringify(
      otlpSpan({ traceId: call.traceId, spanId, parentSpanId, work, startMs, micros, failing, resource, more }),
    );
  });
