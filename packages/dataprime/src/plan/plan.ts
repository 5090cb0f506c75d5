import type { JoinMode } from '../ast/stage.ts';
import type { CheckedColumn, CheckedFrame, CheckedOrder, ColumnId, RowShape, TypedExpr } from '../check/checked.ts';

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
  | { readonly kind: 'limit'; readonly count: number }
  | {
      readonly kind: 'join';
      readonly mode: JoinMode;
      readonly plan: Plan;
      readonly keys: readonly { readonly left: TypedExpr; readonly right: TypedExpr }[];
      readonly row: ColumnId;
      readonly beside: readonly ColumnId[];
    }
  | { readonly kind: 'union'; readonly plan: Plan }
  | { readonly kind: 'number'; readonly id: ColumnId }
  | { readonly kind: 'explode'; readonly items: TypedExpr; readonly id: ColumnId };

export interface Plan {
  readonly scan: Scan;
  readonly steps: readonly PlanStep[];
  /** The rows the plan yields. */
  readonly shape: RowShape;
  /** Columns beside those of the shape that must be there: what a join takes from its query. */
  readonly yields: readonly ColumnId[];
}

/** A change of the plan that keeps its rows. */
export type Pass = (plan: Plan) => Plan;
