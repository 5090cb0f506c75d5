import { randomInt } from 'node:crypto';
import {
  faultList,
  incidentState,
  quizAnswer,
  quizState,
  STOREFRONT_DEFAULTS,
  STOREFRONT_LIMITS,
  trafficState,
} from '@clearspan/contracts';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import { faultRequest } from '../faults/fault-request.ts';
import type { FaultsBehind } from '../faults/faults-behind.ts';
import type { Incident } from './incident.ts';
import type { Quiz } from './quiz.ts';
import { SCENARIO_NAMES, type ScenarioName } from './scenarios.ts';
import type { Traffic } from './traffic.ts';
import { trafficRequest } from './traffic-settings.ts';

export interface ControlRoom {
  readonly traffic: Traffic;
  readonly faults: FaultsBehind;
  readonly incident: Incident;
  readonly quiz: Quiz;
}

const { seedMax, incidentMinutesMax } = STOREFRONT_LIMITS;
const INCIDENT_MINUTES_MIN = 0.1;

/** No body at all asks for what is meant where nothing is said. */
const orNothing = <T extends z.ZodType>(schema: T): z.ZodPreprocess<T> => z.preprocess((body) => body ?? {}, schema);

const incidentRequest = orNothing(
  z.strictObject({
    scenario: z.enum(SCENARIO_NAMES as [ScenarioName, ...ScenarioName[]]).default('black-friday'),
    minutes: z.number().min(INCIDENT_MINUTES_MIN).max(incidentMinutesMax).default(STOREFRONT_DEFAULTS.incidentMinutes),
  }),
);
const quizRequest = orNothing(z.strictObject({ seed: z.int().min(0).max(seedMax).optional() }));

/** Whoever operates the shop leaves no trace: its telemetry is about its visitors. */
const config = { untraced: true };

const trafficRoutes = (app: ServiceApp, { traffic }: ControlRoom): void => {
  const response = { 200: trafficState };
  app.get('/traffic', { config, schema: { response } }, () => traffic.state());
  app.post('/traffic', { config, schema: { body: trafficRequest, response } }, async (request) => {
    const changed = await traffic.change(request.body);
    if (!changed.ok) throw problem('INVALID_REQUEST', changed.message);
    return traffic.state();
  });
};

/** Those of the frontend, which knows every fault of the shop. */
const faultsRoutes = (app: ServiceApp, { faults, incident, quiz }: ControlRoom): void => {
  const response = { 200: faultList };
  app.get('/faults', { config, schema: { response } }, () => faults.list());
  app.post('/faults', { config, schema: { body: faultRequest, response } }, async (request) => {
    await faults.switch(request.body);
    return faults.list();
  });
  app.delete('/faults', { config, schema: { response } }, async () => {
    await incident.stop();
    await quiz.reveal();
    await faults.clear();
    return faults.list();
  });
};

/** What is to be found shows in the requests of visitors only, and one thing at a time. */
const requireCalm = ({ traffic, incident, quiz }: ControlRoom): void => {
  if (incident.isRunning()) throw problem('CONFLICT', 'an incident is running: stop it first, or wait for its end');
  if (quiz.state().running) throw problem('CONFLICT', 'a quiz is running: reveal what it is first');
  if (!traffic.isRunning())
    throw problem('CONFLICT', 'nobody visits the shop, so nothing would show: start the traffic');
};

/** A quiz is about one fault, and not about one that everybody can see. */
const requireNoFault = async ({ faults }: ControlRoom): Promise<void> => {
  const list = await faults.list();
  const on = list.faults.filter((fault) => fault.on).map(({ name }) => name);
  if (on.length > 0) throw problem('CONFLICT', `expected every fault to be off, found ${on.join(', ')} on`);
  if (list.hidden > 0) throw problem('CONFLICT', 'expected every fault to be off, found one on and hidden');
};

const incidentRoutes = (app: ServiceApp, room: ControlRoom): void => {
  const { incident } = room;
  app.get('/incident', { config, schema: { response: { 200: incidentState } } }, () => incident.state());
  const schema = { body: incidentRequest, response: { 202: incidentState } };
  app.post('/incident', { config, schema }, async (request, reply) => {
    requireCalm(room);
    incident.start(request.body.scenario, request.body.minutes);
    return reply.code(202).send(incident.state());
  });
  app.delete('/incident', { config, schema: { response: { 200: incidentState } } }, async () => {
    await incident.stop();
    return incident.state();
  });
};

const quizRoutes = (app: ServiceApp, room: ControlRoom): void => {
  const { quiz } = room;
  app.get('/quiz', { config, schema: { response: { 200: quizState } } }, () => quiz.state());
  app.post('/quiz', { config, schema: { body: quizRequest, response: { 201: quizState } } }, async (request, reply) => {
    requireCalm(room);
    await requireNoFault(room);
    const started = await quiz.start(request.body.seed ?? randomInt(seedMax));
    if (!started) throw problem('CONFLICT', 'a quiz is running: reveal what it is first');
    return reply.code(201).send(quiz.state());
  });
  app.post('/quiz/reveal', { config, schema: { response: { 200: quizAnswer } } }, async () => {
    const answer = await quiz.reveal();
    if (answer === null) throw problem('CONFLICT', 'no quiz is running: there is nothing to reveal');
    return answer;
  });
};

/** The control room of the shop: its visitors, its faults, incidents and the quiz. */
export const controlRoutes = (app: ServiceApp, room: ControlRoom): void => {
  trafficRoutes(app, room);
  faultsRoutes(app, room);
  incidentRoutes(app, room);
  quizRoutes(app, room);
};
