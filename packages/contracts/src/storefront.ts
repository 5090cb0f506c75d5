import { z } from 'zod';
import { STOREFRONT_LIMITS } from './storefront-limits.ts';

const { seedMax, ratePerSMax, usersMax, thinkMsMax } = STOREFRONT_LIMITS;

/** What can be adjusted about a fault: a number within limits, or one of several words. */
const faultParam = z.union([
  z.object({
    kind: z.literal('number'),
    unit: z.string(),
    min: z.number(),
    max: z.number(),
    otherwise: z.number(),
    says: z.string(),
  }),
  z.object({ kind: z.literal('choice'), choices: z.array(z.string()), otherwise: z.string(), says: z.string() }),
]);
export type FaultParamSpec = z.infer<typeof faultParam>;

/** One fault of the storefront: what it is, and how it stands. Times are ISO 8601. */
export const faultState = z.object({
  name: z.string(),
  service: z.string(),
  summary: z.string(),
  params: z.record(z.string(), faultParam),
  question: z.string(),
  query: z.string(),
  shows: z.string(),
  on: z.boolean(),
  /** How it is adjusted while it is on. */
  values: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
  seed: z.number().optional(),
  since: z.string().optional(),
  until: z.string().optional(),
});
export type FaultState = z.infer<typeof faultState>;

/** `GET /faults`, and the answer to every change. A hidden fault is counted, and looks as if it were off. */
export const faultList = z.object({ faults: z.array(faultState), hidden: z.number() });
export type FaultList = z.infer<typeof faultList>;

/** Visitors of the storefront. Shares in `mix` are weights: they need not add up to anything. */
export const trafficSettings = z.object({
  seed: z.int().min(0).max(seedMax),
  rate_per_s: z.number().positive().max(ratePerSMax),
  users: z.int().min(1).max(usersMax),
  /** Between two requests of one visitor, on average. */
  think_ms: z.number().min(0).max(thinkMsMax),
  mix: z.object({ home: z.number().min(0), user: z.number().min(0), product: z.number().min(0) }),
  /** Share of the requests for a user or a product that nobody has. */
  bad_id_percent: z.number().min(0).max(100),
  /** Every so often the rate is `factor` times as high, for so long. */
  burst: z.object({ every_s: z.number().min(0), length_s: z.number().min(0), factor: z.number().min(1) }),
  /** Whether the rate follows the hours of a day. */
  day_curve: z.boolean(),
});
export type TrafficSettings = z.infer<typeof trafficSettings>;

/** `GET /traffic`, and the answer to every change. */
export const trafficState = z.object({
  running: z.boolean(),
  settings: trafficSettings,
  figures: z.object({
    requests: z.number(),
    /** Keys are HTTP statuses, and `no_answer`. */
    by_status: z.record(z.string(), z.number()),
    active_users: z.number(),
    /** ISO 8601, since when the figures count; null before the first start. */
    since: z.string().nullable(),
  }),
});
export type TrafficState = z.infer<typeof trafficState>;

/** A timetable of faults that builds up over minutes. */
const incidentScenario = z.object({
  name: z.string(),
  summary: z.string(),
  /** Minutes are those of an incident of the default length, in their order. */
  steps: z.array(z.object({ at_minute: z.number(), does: z.string() })),
});
export type IncidentScenario = z.infer<typeof incidentScenario>;

/** `GET /incident`: which there are, and the one that runs. */
export const incidentState = z.object({
  scenarios: z.array(incidentScenario),
  running: z
    .object({
      scenario: z.string(),
      since: z.string(),
      minutes: z.number(),
      /** Index in `steps` of the one that was taken last; -1 before the first. */
      step: z.int(),
      /** When the next step is due; null after the last. */
      next_at: z.string().nullable(),
    })
    .nullable(),
});
export type IncidentState = z.infer<typeof incidentState>;

/** `GET /quiz`: whether a hidden fault is on, and never which. */
export const quizState = z.object({
  running: z.boolean(),
  since: z.string().nullable(),
  /** Questions to begin with, while one runs. */
  hints: z.array(z.string()).optional(),
});
export type QuizState = z.infer<typeof quizState>;

/** `POST /quiz/reveal`: what it was, and how it shows. */
export const quizAnswer = z.object({
  fault: z.string(),
  service: z.string(),
  summary: z.string(),
  question: z.string(),
  query: z.string(),
  shows: z.string(),
});
export type QuizAnswer = z.infer<typeof quizAnswer>;

/** `GET /storefront` of the page's server: whether there is a storefront to be shown. */
export const storefrontPresence = z.object({ there: z.boolean() });
export type StorefrontPresence = z.infer<typeof storefrontPresence>;
