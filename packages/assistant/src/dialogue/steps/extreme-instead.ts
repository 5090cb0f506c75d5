import { statMetric } from '../../compose/rules/metrics.ts';
import { readWords, type Step } from './draft.ts';

const EXTREME =
  /^(?:(?:and|but|so|ok|okay|now|then)[\s,]+)+(?:(?:what about|what is|what's|what was|how about)\s+)?(?:the )?(?:(highest|largest|longest|biggest|greatest)|(lowest|smallest|shortest))(?: (?:value|amount|number))?[\s?.!]*$/i;

/** "and the highest?" after the average of each group: another figure of the same, where "the highest one" is a group. */
export const extremeInstead: Step = ({ ir, marks }) => {
  const [metric] = ir.metrics;
  const averaged = metric?.kind === 'percentile' || (metric?.kind === 'stat' && metric.fn === 'avg');
  const read = ir.limit === null && ir.related === null && ir.having.length === 0 ? readWords(marks, EXTREME) : null;
  if (!averaged || ir.metrics.length !== 1 || ir.keys.length === 0 || read === null) return null;
  const other = statMetric(read.match[1] === undefined ? 'min' : 'max', metric.field);
  const order =
    ir.order?.by === 'column' && ir.order.name === metric.name ? { ...ir.order, name: other.name } : ir.order;
  return { ir: { ...ir, metrics: [other], order }, marks: read.marks };
};
