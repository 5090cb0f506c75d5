import { statMetric } from '../../compose/rules/metrics.ts';
import { moneyField } from '../../compose/spoken-units.ts';
import type { QueryIR } from '../../ir/query-ir.ts';
import { readWords, type Step } from './draft.ts';

const ADD_UP =
  /^(?:(?:and|but|so|ok|okay|now|then)[\s,]+)*(?:(?:what|how much) (?:do|does|did|would) (?:they|it|that|those|these|all of (?:them|those|these))(?: all)? (?:add up to|sum up to|sum to|come to|total|amount to|make|add up)(?: in total| together| altogether)?|how much (?:is|are|was|were) (?:that|it|they|those|these)(?: all)?(?: in total| together| altogether| in all)?|(?:add|sum) (?:them|those|that|it|these) (?:all )?up)[\s?.!]*$/i;

/** "what do they add up to?": the money of what was found, or the number that was computed. */
export const addUp: Step = ({ ir, marks }, { scene }) => {
  const read = readWords(marks, ADD_UP);
  const [metric] = ir.metrics;
  const own = metric?.kind === 'stat' ? metric.field : null;
  const field = own ?? moneyField(scene);
  if (read === null || field === null || ir.related !== null) return null;
  const next: QueryIR = {
    ...ir,
    shape: 'table',
    metrics: [statMetric('sum', field)],
    columns: [],
    having: [],
    overall: [],
    share: false,
    order: ir.keys.length === 0 ? null : { by: 'column', name: statMetric('sum', field).name, direction: 'desc' },
    limit: ir.keys.length === 0 ? null : ir.limit,
  };
  return { ir: next, marks: read.marks };
};
