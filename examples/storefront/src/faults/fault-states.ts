import { z } from 'zod';
import type { FaultSpec, FaultyService } from './fault.ts';
import type { FaultBoard } from './fault-board.ts';
import { FAULTS } from './fault-catalog.ts';

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

/** One fault: what it is, and how it stands. Times are ISO 8601. */
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

const iso = (ms: number): string => new Date(ms).toISOString();

/** The faults of a service as they stand. */
export const faultStates = (service: FaultyService, board: FaultBoard): FaultList => ({
  faults: (Object.values(FAULTS) as readonly FaultSpec[])
    .filter((spec) => spec.service === service)
    .map((spec) => {
      const fault = board.all().find(({ name, hidden }) => name === spec.name && !hidden);
      if (fault === undefined) return { ...spec, params: { ...spec.params }, on: false } as FaultState;
      const { params, seed, sinceMs, untilMs } = fault;
      return { ...spec, on: true, values: { ...params }, seed, since: iso(sinceMs), until: iso(untilMs) } as FaultState;
    }),
  hidden: board.all().filter(({ hidden }) => hidden).length,
});
