import type { PlanStep } from '../plan/plan.ts';
import { type Level, wrap } from './levels.ts';
import { columnName } from './lower-expr.ts';
import { call, infix, plain, str } from './sql-build.ts';

/** The most rows of the query in a join, which the engine holds in memory; more make the query fail. */
const joinedRowsMax = 1_000_000;

/** Fails rather than join a part of the rows. */
const bounded = (right: Level): Level => {
  const outer = wrap(right.limit === null && right.limitBy === null ? { ...right, orderBy: [] } : right);
  const tooMany = infix('>=', call('rowNumberInAllBlocks'), plain(joinedRowsMax));
  const message = str(`join: the query in it has more than ${joinedRowsMax} rows`);
  return { ...outer, orderBy: [], where: [infix('=', call('throwIf', tooMany, message), plain(0))] };
};

/** The rows of the left, in their order, beside the rows of the right that have the same keys. */
export const join = (left: Level, right: Level, step: PlanStep & { readonly kind: 'join' }): Level => {
  const outer = wrap(left);
  if (outer.from.kind !== 'level') return outer;
  const on = step.keys.flatMap(({ left: own, right: other }): readonly (readonly [string, string])[] =>
    own.kind === 'column' && other.kind === 'column' ? [[columnName(own.id), columnName(other.id)]] : [],
  );
  const yields = new Set([...on.map(([, name]) => name), columnName(step.row)]);
  return {
    ...outer,
    from: { kind: 'join', mode: step.mode, left: outer.from.level, right: bounded(right), on, yields },
  };
};
