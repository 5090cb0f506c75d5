import type { PlanStep } from '../plan/plan.ts';
import { bounded } from './bounded.ts';
import { withJoinKeys } from './join-keys.ts';
import { type Level, wrap } from './levels.ts';
import { columnName } from './lower-expr.ts';

/** The rows of the left, in their order, beside the rows of the right that have the same keys. */
export const join = (left: Level, right: Level, step: PlanStep & { readonly kind: 'join' }): Level => {
  const on = step.keys.flatMap(({ left: own, right: other }): readonly (readonly [string, string])[] =>
    own.kind === 'column' && other.kind === 'column' ? [[columnName(own.id), columnName(other.id)]] : [],
  );
  const yields = new Set([...on.map(([, name]) => name), columnName(step.row), ...step.beside.map(columnName)]);
  const [own, other] = [on.map(([name]) => name), on.map(([, name]) => name)];
  const outer = wrap(withJoinKeys(left, own));
  if (outer.from.kind !== 'level') return outer;
  const inner = bounded(withJoinKeys(right, other), 'join');
  return { ...outer, from: { kind: 'join', mode: step.mode, left: outer.from.level, right: inner, on, yields } };
};
