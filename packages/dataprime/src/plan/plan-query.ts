import type { CheckedQuery, CheckedStage, ColumnId } from '../check/checked.ts';
import { PASSES } from './passes.ts';
import type { Plan, PlanStep } from './plan.ts';

/** The columns a join takes from its query: the keys and the row. */
const yieldsOf = ({ keys, row, beside }: CheckedStage & { readonly kind: 'join' }): readonly ColumnId[] => [
  ...keys.flatMap(({ right }) => (right.kind === 'column' ? [right.id] : [])),
  row,
  ...beside,
];

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
    case 'join': {
      const { mode, keys, row, beside } = stage;
      return { kind: 'join', mode, keys, row, beside, plan: planAsWritten(stage.query, yieldsOf(stage)) };
    }
    case 'union':
      return { kind: 'union', plan: planAsWritten(stage.query) };
    case 'number':
      return { kind: 'number', id: stage.id };
    case 'explode':
      return { kind: 'explode', items: stage.items, id: stage.id };
    default:
      return unreachable(stage);
  }
};

/** The plan as written, before any pass. */
export const planAsWritten = (query: CheckedQuery, yields: readonly ColumnId[] = []): Plan => ({
  scan: { dataset: query.source.dataset, frame: query.source.frame, bounds: [], filters: [] },
  steps: query.stages.map(toStep),
  shape: query.shape,
  yields,
});

const improve = (written: Plan): Plan => {
  const improved = PASSES.reduce((current, pass) => pass(current), written);
  const steps = improved.steps.map((step) =>
    step.kind === 'union' || step.kind === 'join' ? { ...step, plan: improve(step.plan) } : step,
  );
  return { ...improved, steps };
};

/** The plan of a checked query, and of those inside it, improved by every pass in order. */
export const plan = (query: CheckedQuery): Plan => improve(planAsWritten(query));

const unreachable = (stage: never): never => {
  throw new TypeError(`unexpected stage ${JSON.stringify(stage)}`);
};
