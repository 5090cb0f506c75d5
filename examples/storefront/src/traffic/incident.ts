import { type IncidentState, STOREFRONT_DEFAULTS } from '@clearspan/contracts';
import type { FaultName } from '../faults/fault-catalog.ts';
import { faultRequest } from '../faults/fault-request.ts';
import type { FaultsBehind } from '../faults/faults-behind.ts';
import type { Clock } from './clock.ts';
import { inTurn } from './in-turn.ts';
import type { Act, Scenario } from './scenario.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';
import { switchOff } from './switch-off.ts';
import type { Traffic } from './traffic.ts';

export interface IncidentOptions {
  readonly faults: FaultsBehind;
  readonly traffic: Traffic;
  readonly clock: Clock;
  /** Told of each step that was taken. */
  readonly onStep: (does: string) => void;
  /** Told of what could not be switched; the timetable goes on. */
  readonly onFailed: (error: unknown) => void;
}

/** The one incident that can run: a scenario on its way through its timetable. */
export interface Incident {
  isRunning(): boolean;
  state(): IncidentState;
  /** Nothing may run. */
  start(name: ScenarioName, minutes: number): void;
  /** Ends it now, with everything it switched on. */
  stop(): Promise<void>;
}

interface Run {
  readonly scenario: Scenario;
  readonly sinceMs: number;
  readonly minutes: number;
  readonly switched: Set<FaultName>;
  step: number;
  takeBack: () => void;
}

const MINUTE_MS = 60_000;
/** A fault ends by itself this much later than the incident, in case nobody is there to end it. */
const GRACE_S = 10;

const atMs = ({ sinceMs, minutes }: Run, minute: number): number =>
  sinceMs + (minute * minutes * MINUTE_MS) / STOREFRONT_DEFAULTS.incidentMinutes;

const endMs = (run: Run): number => run.sinceMs + run.minutes * MINUTE_MS;

const runState = (run: Run): NonNullable<IncidentState['running']> => {
  const next = run.scenario.steps[run.step + 1];
  return {
    scenario: run.scenario.name,
    since: new Date(run.sinceMs).toISOString(),
    minutes: run.minutes,
    step: run.step,
    next_at: next === undefined ? null : new Date(atMs(run, next.at_minute)).toISOString(),
  };
};

const scenarios: IncidentState['scenarios'] = Object.values(SCENARIOS).map(({ name, summary, steps }) => ({
  name,
  summary,
  steps: steps.map(({ at_minute, does }) => ({ at_minute, does })),
}));

export const createIncident = ({ faults, traffic, clock, onStep, onFailed }: IncidentOptions): Incident => {
  // A fault is switched off after it was switched on, however long that took.
  const oneByOne = inTurn();
  let run: Run | null = null;

  const act = (mine: Run, step: Act): Promise<void> =>
    oneByOne(async () => {
      if (run !== mine) return;
      if (step.kind === 'surge') return traffic.surge(step.factor);
      const { kind, ...fault } = step;
      mine.switched.add(fault.name);
      const leftS = Math.max(0, endMs(mine) - clock.now()) / 1_000;
      await faults.switch(faultRequest.parse({ ...fault, on: kind === 'fault', duration_s: leftS + GRACE_S }));
    });
  const stop = async (): Promise<void> => {
    const ended = run;
    run = null;
    if (ended !== null) {
      ended.takeBack();
      traffic.surge(1);
      onStep('everything is switched off again');
    }
    await oneByOne(async () => {
      for (const name of ended?.switched ?? []) await switchOff(name, { faults, clock, onFailed });
    });
  };
  const takeSteps = (mine: Run): void => {
    const now = clock.now();
    const { steps } = mine.scenario;
    for (let next = steps[mine.step + 1]; next && atMs(mine, next.at_minute) <= now; next = steps[mine.step + 1]) {
      mine.step += 1;
      onStep(next.does);
      void act(mine, next.act).catch(onFailed);
    }
    const next = steps[mine.step + 1];
    mine.takeBack =
      next === undefined
        ? clock.after(endMs(mine) - now, () => void stop())
        : clock.after(atMs(mine, next.at_minute) - now, () => takeSteps(mine));
  };
  return {
    isRunning: () => run !== null,
    state: () => ({ scenarios, running: run === null ? null : runState(run) }),
    start: (name, minutes) => {
      run = {
        scenario: SCENARIOS[name],
        sinceMs: clock.now(),
        minutes,
        switched: new Set(),
        step: -1,
        takeBack: () => undefined,
      };
      takeSteps(run);
    },
    stop,
  };
};
