import type { CheckedColumn, CheckedFrame, CheckedOrder, CheckedQuery, RowShape, TypedExpr } from '../check/checked.ts';
import { orderFilters } from './passes/order-filters.ts';
import { pruneColumns } from './passes/prune-columns.ts';
import { pushDownFilters } from './passes/push-down-filters.ts';
import { pushDownTime } from './passes/push-down-time.ts';

/** A comparison of the row's time with a constant, which the storage can use to skip data. */
export interface TimeBound {
  readonly op: '<' | '<=' | '>' | '>=';
  readonly at: TypedExpr;
}

/** Reads stored rows: those in the time frame, within the bounds, for which every filter is true. */
export interface Scan {
  readonly dataset: string;
  readonly frame: CheckedFrame | null;
  readonly bounds: readonly TimeBound[];
  readonly filters: readonly TypedExpr[];
}

/** One relational operator on the rows of the operator before it. */
export type PlanStep =
  | { readonly kind: 'filter'; readonly condition: TypedExpr }
  | { readonly kind: 'extend'; readonly columns: readonly CheckedColumn[] }
  | { readonly kind: 'group'; readonly keys: readonly CheckedColumn[]; readonly aggregates: readonly CheckedColumn[] }
  | { readonly kind: 'sort'; readonly keys: readonly CheckedOrder[] }
  | {
      readonly kind: 'dedupe';
      readonly keys: readonly TypedExpr[];
      readonly keep: number;
      readonly order: readonly CheckedOrder[];
    }
  | { readonly kind: 'limit'; readonly count: number };

export interface Plan {
  readonly scan: Scan;
  readonly steps: readonly PlanStep[];
  /** The rows the plan yields. */
  readonly shape: RowShape;
}

/** A change of the plan that keeps its rows. */
export type Pass = (plan: Plan) => Plan;

const PASSES: readonly Pass[] = [pushDownFilters, pushDownTime, orderFilters, pruneColumns];

const toStep = (stage: CheckedQuery['stages'][number]): PlanStep => {
  switch (stage.kind) {
    case 'filter':
      return {
        kind: 'filter',
        condition: stage.keep
          ? stage.condition
          : { kind: 'not', operand: stage.condition, type: { kind: 'bool' }, span: stage.condition.span },
      };
    case 'extend':
      return { kind: 'extend', columns: stage.columns };
    case 'group':
      return { kind: 'group', keys: stage.keys, aggregates: stage.aggregates };
    case 'sort':
      return { kind: 'sort', keys: stage.keys };
    case 'dedupe':
      return { kind: 'dedupe', keys: stage.keys, keep: stage.keep, order: stage.order };
    case 'limit':
      return { kind: 'limit', count: stage.count };
    default:
      return unreachable(stage);
  }
};

/** The plan as written, before any pass. */
export const planAsWritten = (query: CheckedQuery): Plan => ({
  scan: { dataset: query.source.dataset, frame: query.source.frame, bounds: [], filters: [] },
  steps: query.stages.map(toStep),
  shape: query.shape,
});

/** The plan of a checked query, improved by every pass in order. */
export const plan = (query: CheckedQuery): Plan =>
  PASSES.reduce((current, pass) => pass(current), planAsWritten(query));

const unreachable = (stage: never): never => {
  throw new TypeError(`unexpected stage ${JSON.stringify(stage)}`);
};
