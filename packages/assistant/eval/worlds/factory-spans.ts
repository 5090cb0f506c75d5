import { type Moment, serviceOf } from './factory-moments.ts';
import type { Call, FactoryService } from './factory-service.ts';
import { attributes, otlpSpan, type Values, type Work } from './otlp-span.ts';
import type { Dice } from './seeded.ts';

/** The trace that is asked for by its id has one root, under which the others are. */
export const KNOWN_TRACE = '9c2e41f7a0b84d56b3d8e1700fa65c12';
const KNOWN_ROOT = '5be1d0a7c4f29386';

/** What a trace is of: the record that it was made for. */
export interface Traced {
  readonly moment: Moment;
  readonly call: Call;
  readonly failing: boolean;
  readonly error: string;
  readonly micros: number;
  readonly traceId: string;
  /** What was asked for, where the service answers requests. */
  readonly request?: Request;
}

export interface Request {
  readonly Method: string;
  readonly Path: string;
  readonly Status: number;
}

interface Piece {
  readonly name: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly work: Work;
  readonly startMs: number;
  readonly micros: number;
  readonly failing: boolean;
}

const databaseWork = (random: Dice, { planted }: Moment, { database, tables = [] }: FactoryService): Work => {
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE']);
  const table = planted === 'movements' ? 'stock_movements' : random.pick(tables);
  const of = { 'db.system.name': database as string, 'db.operation.name': operation, 'db.collection.name': table };
  return { kind: 3, name: `${operation} ${table}`, of };
};

const topicWork = (topic: string, sends: boolean): Work => {
  const of = {
    'messaging.system': 'kafka',
    'messaging.destination.name': topic,
    'messaging.operation.type': sends ? 'send' : 'process',
  };
  return { kind: sends ? 4 : 5, name: `${sends ? 'send' : 'process'} ${topic}`, of };
};

const clientWork = (random: Dice, host: string, failing: boolean): Work => {
  const of = {
    'http.request.method': random.pick(['GET', 'POST']),
    'server.address': host,
    'http.response.status_code': failing ? random.pick([500, 503, 504]) : 200,
  };
  return { kind: 3, name: of['http.request.method'], of };
};

const serverWork = ({ Method, Path, Status }: Request): Work => {
  const of = { 'http.request.method': Method, 'http.route': Path, 'http.response.status_code': Status };
  return { kind: 2, name: `${Method} ${Path}`, of };
};

const rootWork = (random: Dice, { moment, request }: Traced, { topic }: FactoryService): Work => {
  if (request !== undefined) return serverWork(request);
  if (topic) return topicWork(topic, moment.name === 'machine-gateway');
  return { kind: 1, name: random.pick(['recalculatePlan', 'runModel', 'loadFrame']), of: {} };
};

/** A step below the span: a part of its time, beginning a little later. */
const below = (random: Dice, parent: Piece, name: string, work: Work, failing: boolean): Piece => ({
  name,
  spanId: random.hex(16),
  parentSpanId: parent.spanId,
  work,
  startMs: parent.startMs + 1,
  micros: Math.floor(parent.micros * (0.2 + 0.7 * random.roll())),
  failing,
});

const piecesOf = (random: Dice, traced: Traced): readonly Piece[] => {
  const { moment, failing, micros } = traced;
  const { name, ms, planted } = moment;
  const service = serviceOf(name);
  const isKnownRoot = planted === 'known' && name === 'operator-terminal';
  const root: Piece = {
    name,
    spanId: isKnownRoot ? KNOWN_ROOT : random.hex(16),
    parentSpanId: planted === 'known' && !isKnownRoot ? KNOWN_ROOT : '',
    work: rootWork(random, traced, service),
    startMs: ms,
    micros,
    failing,
  };
  const pieces = [root];
  const isOutside = failing && random.chance(0.8);
  if (service.database && (planted === 'movements' || random.chance(0.55)))
    pieces.push(below(random, root, name, databaseWork(random, moment, service), failing && random.chance(0.5)));
  if (service.outside && (planted === 'erp' || random.chance(0.5)))
    pieces.push(below(random, root, name, clientWork(random, service.outside, isOutside), isOutside));
  if (service.topic && service.routes.length > 0 && random.chance(0.3))
    pieces.push(below(random, root, name, topicWork(service.topic, true), false));
  if (service.asks && random.chance(0.4)) {
    const other = random.pick(service.asks);
    const isBad = failing && random.chance(0.6);
    const asking = clientWork(random, other, isBad);
    const client = below(random, root, name, asking, isBad);
    const answer = serverWork({
      Method: asking.name,
      Path: random.pick(serviceOf(other).routes),
      Status: asking.of['http.response.status_code'] as number,
    });
    pieces.push(client, below(random, client, other, answer, isBad));
  }
  return pieces;
};

const FACTS_OF: Readonly<Record<string, (call: Call) => Values>> = {
  'machine-gateway': ({ machine }) => ({ 'machine.id': machine }),
  'work-orders': ({ order }) => ({ 'work_order.number': order }),
  'supplier-portal': ({ supplier }) => ({ 'supplier.name': supplier }),
};

/** The spans that were made for a record, each a line of OTLP/JSON. */
export const factoryTrace = (random: Dice, traced: Traced): readonly object[] => {
  const { call, moment, traceId } = traced;
  const isKnown = random.chance(0.8) || moment.planted === 'badge';
  return piecesOf(random, traced).map((piece) => {
    const service = serviceOf(piece.name);
    const resource = attributes({
      'service.name': piece.name,
      'service.namespace': service.app,
      'service.version': piece.name === moment.name ? call.release : service.release,
      'host.name': `${piece.name}-${random.between(0, 3)}`,
    });
    const other = (random.pick(service.error).split(': ')[0] as string) || traced.error;
    const type = piece.name === moment.name ? traced.error : other;
    return otlpSpan({
      traceId,
      spanId: piece.spanId,
      parentSpanId: piece.parentSpanId,
      work: piece.work,
      startMs: piece.startMs,
      micros: piece.micros,
      failing: piece.failing,
      resource,
      more: {
        'plant.name': call.plant,
        ...(isKnown && service.routes.length > 0 ? { 'operator.badge': call.badge } : {}),
        ...FACTS_OF[piece.name]?.(call),
        ...(piece.failing ? { 'error.type': type } : {}),
      },
    });
  });
};
