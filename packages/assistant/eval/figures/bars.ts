import type { AskedQuestion } from '../ask-sets.ts';

/** `part` of `of` questions. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** A figure of the assistant with the least that it is released with, and what it is to become. Shares, 0 to 1. */
export interface Bar {
  readonly name: string;
  readonly better: 'more' | 'less';
  readonly ship: number;
  readonly target: number;
  readonly measure: (asked: readonly AskedQuestion[]) => Share;
}

export const sureFrom = 0.8;

export const share = <T>(items: readonly T[], isPart: (item: T) => boolean): Share => ({
  part: items.filter(isPart).length,
  of: items.length,
});

export const isRight = ({ right }: AskedQuestion): boolean => right;
const isAnswerable = ({ item }: AskedQuestion): boolean => item.decide === undefined;
export const isAnswered = ({ got }: AskedQuestion): boolean => got.kind === 'answer';
const isFollowUp = ({ item }: AskedQuestion): boolean => item.before !== undefined && item.before.length > 0;

const rightOf =
  (isMeant: (one: AskedQuestion) => boolean): Bar['measure'] =>
  (asked) =>
    share(asked.filter(isMeant), isRight);

const atDifficulty = (difficulty: string): Bar['measure'] =>
  rightOf((one) => isAnswerable(one) && one.item.difficulty === difficulty);

/** The right answers that a typo loses, less those that it happens to make. */
const lostToTypo: Bar['measure'] = (asked) => {
  const typed = asked.filter((one) => one.rightWithTypo !== null);
  const kept = share(typed, (one) => one.rightWithTypo === true).part;
  return { part: Math.max(0, share(typed, isRight).part - kept), of: typed.length };
};

/** All but the time that a question takes, which a busy machine changes: that has its own figure. */
export const BARS: readonly Bar[] = [
  { name: 'execution accuracy', better: 'more', ship: 0.78, target: 0.86, measure: rightOf(isAnswerable) },
  { name: 'easy questions', better: 'more', ship: 0.95, target: 0.98, measure: atDifficulty('easy') },
  { name: 'medium questions', better: 'more', ship: 0.83, target: 0.9, measure: atDifficulty('medium') },
  { name: 'hard questions', better: 'more', ship: 0.45, target: 0.62, measure: atDifficulty('hard') },
  {
    name: 'follow-up questions',
    better: 'more',
    ship: 0.8,
    target: 0.88,
    measure: rightOf((one) => isAnswerable(one) && isFollowUp(one)),
  },
  {
    name: 'right at a confidence of 0.8 and above',
    better: 'more',
    ship: 0.93,
    target: 0.96,
    measure: rightOf((one) => isAnswered(one) && one.confidence >= sureFrom),
  },
  {
    name: 'wrong without a warning',
    better: 'less',
    ship: 0.08,
    target: 0.05,
    measure: (asked) => share(asked, ({ silent }) => silent),
  },
  {
    name: 'needless question back',
    better: 'less',
    ship: 0.08,
    target: 0.05,
    measure: (asked) => share(asked.filter(isAnswerable), (one) => !isAnswered(one)),
  },
  {
    name: 'to ask back or decline, done so',
    better: 'more',
    ship: 0.8,
    target: 0.9,
    measure: rightOf((one) => !isAnswerable(one)),
  },
  { name: 'lost to one typo', better: 'less', ship: 0.05, target: 0.03, measure: lostToTypo },
  {
    name: 'invented field or value, or unchecked query',
    better: 'less',
    ship: 0,
    target: 0,
    measure: (asked) => share(asked.filter(isAnswered), ({ invented }) => invented !== null),
  },
];

/** p95 of reading a question with 300 fields and 5,000 values. */
export const LATENCY_BAR = { name: 'parse and rank, p95', shipMs: 50, targetMs: 20 } as const;

export type Verdict = 'target met' | 'met' | 'missed' | 'not asked';

export const verdictOf = ({ better, ship, target }: Bar, { part, of }: Share): Verdict => {
  if (of === 0) return 'not asked';
  const sign = better === 'more' ? 1 : -1;
  const figure = part / of;
  if (sign * (figure - target) >= 0) return 'target met';
  return sign * (figure - ship) >= 0 ? 'met' : 'missed';
};
