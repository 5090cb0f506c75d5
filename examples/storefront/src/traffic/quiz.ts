import type { QuizAnswer, QuizState } from '@clearspan/contracts';
import { FAULTS, type FaultName } from '../faults/fault-catalog.ts';
import { faultRequest } from '../faults/fault-request.ts';
import type { FaultsBehind } from '../faults/faults-behind.ts';
import type { Clock } from './clock.ts';
import { inTurn } from './in-turn.ts';
import { QUIZ_PARAMS, quizFault } from './quiz-faults.ts';
import { switchOff } from './switch-off.ts';

export interface QuizOptions {
  readonly faults: FaultsBehind;
  readonly clock: Clock;
  /** Told when the fault could not be switched off; that is tried again, and it ends by itself in any case. */
  readonly onFailed: (error: unknown) => void;
}

/** The one quiz that can run: a fault that nobody is told of. */
export interface Quiz {
  state(): QuizState;
  /** False when one runs. */
  start(seed: number): Promise<boolean>;
  /** What it was; null when none runs. */
  reveal(): Promise<QuizAnswer | null>;
}

/** A quiz that nobody solves is over after so long. */
export const QUIZ_S = 3_600;

/** What to ask, about the shop as a whole: all of it, so that nothing is given away. */
const HINTS: readonly string[] = [...new Set(Object.values(FAULTS).map(({ question }) => question))].sort();

interface Run {
  readonly fault: FaultName;
  readonly sinceMs: number;
  readonly takeBack: () => void;
}

export const createQuiz = ({ faults, clock, onFailed }: QuizOptions): Quiz => {
  const oneByOne = inTurn();
  let run: Run | null = null;
  return {
    state: () => {
      if (run === null) return { running: false, since: null };
      return { running: true, since: new Date(run.sinceMs).toISOString(), hints: [...HINTS] };
    },
    start: (seed) =>
      oneByOne(async () => {
        if (run !== null) return false;
        const fault = quizFault(seed);
        const hidden = { name: fault, params: QUIZ_PARAMS[fault], hidden: true, duration_s: QUIZ_S, seed };
        await faults.switch(faultRequest.parse(hidden));
        const takeBack = clock.after(QUIZ_S * 1_000, () => {
          run = null;
        });
        run = { fault, sinceMs: clock.now(), takeBack };
        return true;
      }),
    reveal: () =>
      oneByOne(async () => {
        if (run === null) return null;
        const { fault, takeBack } = run;
        run = null;
        takeBack();
        await switchOff(fault, { faults, clock, onFailed });
        const { name, service, summary, question, query, shows } = FAULTS[fault];
        return { fault: name, service, summary, question, query, shows };
      }),
  };
};
