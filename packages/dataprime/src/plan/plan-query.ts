import type { CheckedQuery } from '../check/checked.ts';
import { PASSES } from './passes.ts';
import type { Plan, PlanStep } from './plan.ts';

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
    case 'explode':
      return { kind: 'explode', items: stage.items, id: stage.id };
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
