import { BLIND_DECLINES } from './blind-declines.ts';
import { FIFTH } from './fifth.ts';
import { FLEET } from './fleet.ts';
import { FOURTH } from './fourth.ts';
import { OWN } from './own.ts';
import type { EvalQuestion } from './question.ts';
import { SECOND } from './second.ts';
import { SHOP } from './shop.ts';
import { SIXTH } from './sixth.ts';
import { THIRD } from './third.ts';

/** The questions by the time they were written: a set is asked once before anything is changed for it. */
export const SETS: Readonly<Record<string, readonly EvalQuestion[]>> = {
  'on-call': [...OWN, ...SHOP, ...FLEET],
  second: SECOND,
  third: THIRD,
  fourth: FOURTH,
  fifth: FIFTH,
  sixth: SIXTH,
  'blind-declines': BLIND_DECLINES,
};
