import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import {
  type FaultState,
  faultList,
  type IncidentState,
  incidentState,
  type QuizAnswer,
  type QuizState,
  quizAnswer,
  quizState,
  type TrafficState,
  trafficState,
} from '@clearspan/contracts';
import { SHOP_FAULTS, SHOP_SCENARIOS, SHOP_TRAFFIC } from './shop-data.ts';

interface Shop {
  traffic: TrafficState;
  faults: readonly FaultState[];
  incident: IncidentState;
  quiz: QuizState;
  /** Name of the fault that the quiz has switched on. */
  secret: string | null;
}

export interface ControlRoom {
  readonly url: string;
  /** How the shop stands; a test may change it as visitors and time would. */
  readonly shop: Shop;
  /** Every change that was asked for: method, path and body. */
  readonly changes: readonly (readonly [string, unknown])[];
  /** `METHOD path` that is answered with a problem until this is null again. */
  refuses: string | null;
  stop(): void;
}

// biome-ignore lint/suspicious/noExplicitAny: what a page has sent, read by the shapes it should have.
type Body = any;

const HOUR_MS = 3_600_000;
const later = (ms: number): string => new Date(Date.now() + ms).toISOString();
const off = (fault: FaultState): FaultState => SHOP_FAULTS.find(({ name }) => name === fault.name) ?? fault;

const switched = (shop: Shop, { name, on, params, duration_s }: Body): readonly FaultState[] =>
  shop.faults.map((fault) => {
    if (fault.name !== name) return fault;
    return on ? { ...fault, on: true, values: params, since: later(0), until: later(duration_s * 1_000) } : off(fault);
  });

const incidentOf = (shop: Shop, { scenario, minutes }: Body): IncidentState => ({
  ...shop.incident,
  running: { scenario, minutes, since: later(0), step: 0, next_at: later(HOUR_MS) },
});

const reveal = (shop: Shop): QuizAnswer => {
  const fault = shop.faults.find(({ name }) => name === shop.secret);
  shop.secret = null;
  shop.quiz = { running: false, since: null };
  // Whatever else is in a fault, the schema takes only what is in an answer.
  return quizAnswer.parse({ ...fault, fault: fault?.name });
};

const faultsOf = (shop: Shop): unknown =>
  faultList.parse({ faults: shop.faults, hidden: shop.secret === null ? 0 : 1 });

const ROUTES: Readonly<Record<string, (shop: Shop, body: Body) => unknown>> = {
  'GET /traffic': (shop) => trafficState.parse(shop.traffic),
  'POST /traffic': (shop, { running = shop.traffic.running, settings = {} }) => {
    shop.traffic = { ...shop.traffic, running, settings: { ...shop.traffic.settings, ...settings } };
    return trafficState.parse(shop.traffic);
  },
  'GET /faults': faultsOf,
  'POST /faults': (shop, body) => {
    shop.faults = switched(shop, body);
    return faultsOf(shop);
  },
  'DELETE /faults': (shop) => {
    shop.faults = shop.faults.map(off);
    return faultsOf(shop);
  },
  'GET /incident': (shop) => incidentState.parse(shop.incident),
  'POST /incident': (shop, body) => {
    shop.incident = incidentOf(shop, body);
    return incidentState.parse(shop.incident);
  },
  'DELETE /incident': (shop) => {
    shop.incident = { ...shop.incident, running: null };
    return incidentState.parse(shop.incident);
  },
  'GET /quiz': (shop) => quizState.parse(shop.quiz),
  'POST /quiz': (shop) => {
    shop.secret = 'slow_query';
    shop.quiz = { running: true, since: later(0), hints: ['What are the most common errors?'] };
    return quizState.parse(shop.quiz);
  },
  'POST /quiz/reveal': reveal,
};

const problemOf = (asked: string): unknown => ({
  type: 'about:blank',
  title: 'Conflict with the current state',
  status: 409,
  detail: 'expected no <b>incident</b> to run, found one',
  code: 'CONFLICT',
  instance: asked.split(' ')[1],
  trace_id: null,
  correlation_id: null,
});

/** The control room on the wire, with a shop that is only remembered: for tests of what stands in front of it. */
export const startControlRoom = async (): Promise<ControlRoom> => {
  const shop: Shop = {
    traffic: SHOP_TRAFFIC,
    faults: SHOP_FAULTS,
    incident: { scenarios: [...SHOP_SCENARIOS], running: null },
    quiz: { running: false, since: null },
    secret: null,
  };
  const changes: [string, unknown][] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = `${request.method} ${request.url}`;
    const body = request.method === 'POST' ? await json(request) : undefined;
    if (request.method !== 'GET') changes.push([asked, body]);
    const refused = asked === room.refuses;
    response.writeHead(refused ? 409 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(refused ? problemOf(asked) : ROUTES[asked]?.(shop, body)));
  };
  const server: Server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const room: ControlRoom = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shop,
    changes,
    refuses: null,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return room;
};
