import type { InterpretTimes } from '../../bench/interpret-times.ts';
import { quantile } from '../../bench/interpret-times.ts';
import type { AskedQuestion } from '../ask-sets.ts';
import { BARS, verdictOf } from '../figures/bars.ts';
import { reliability } from '../figures/reliability.ts';
import { wilson } from '../figures/wilson.ts';
import { SET_ROLES } from '../questions/sets.ts';
import { byRole } from './bar-rows.ts';

const questionEntry = ({ set, item, got, right, rightWithTypo, silent, confidence }: AskedQuestion): object => ({
  set,
  world: item.world,
  intent: item.intent,
  difficulty: item.difficulty,
  before: item.before ?? [],
  question: item.question,
  got: got.kind === 'answer' ? got.query : got.kind,
  right,
  right_with_typo: rightWithTypo,
  silent,
  confidence,
});

/** Everything that is printed, and the questions that may be shown, for a program that compares two runs. */
export const jsonReport = (
  asked: readonly AskedQuestion[],
  shown: readonly AskedQuestion[],
  times: InterpretTimes,
): string => {
  const groups = byRole(asked);
  const bars = BARS.map((bar) => ({
    name: bar.name,
    ship: bar.ship,
    target: bar.target,
    ...Object.fromEntries(
      SET_ROLES.map((role) => {
        const figure = bar.measure(groups[role]);
        return [role, { ...figure, ...wilson(figure.part, figure.of), verdict: verdictOf(bar, figure) }];
      }),
    ),
  }));
  const calibration = Object.fromEntries(SET_ROLES.map((role) => [role, reliability(groups[role])]));
  const report = {
    bars,
    parse_and_rank_p95_ms: quantile(times.ms, 0.95),
    calibration,
    questions: shown.map(questionEntry),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};
