import type { FaultParams } from '../faults/fault.ts';
import type { FaultName } from '../faults/fault-catalog.ts';

/** What a step of a scenario changes. */
export type Act =
  | { readonly kind: 'fault'; readonly name: FaultName; readonly params?: FaultParams }
  | { readonly kind: 'calm'; readonly name: FaultName }
  /** So many times as many requests as before the incident. */
  | { readonly kind: 'surge'; readonly factor: number };

export interface ScenarioStep {
  /** Of an incident of the default length. */
  readonly at_minute: number;
  readonly does: string;
  readonly act: Act;
}

/** A timetable of faults that builds up. What it switched on is switched off at its end. */
export interface Scenario {
  readonly name: string;
  readonly summary: string;
  /** In the order of their time. */
  readonly steps: readonly ScenarioStep[];
}
