import type { FaultList, FaultState } from '@clearspan/contracts';
import type { FaultSpec, FaultyService } from './fault.ts';
import type { FaultBoard } from './fault-board.ts';
import { FAULTS } from './fault-catalog.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** The faults of a service as they stand: a hidden one is counted, and looks as if it were off. */
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
