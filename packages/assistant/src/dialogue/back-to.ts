import type { Reading } from '../compose/compose.ts';
import type { QueryIR } from '../ir/query-ir.ts';

const BACK =
  /^(?:(?:no|ok|okay|please|now|and|thanks|let's|can we)[\s,]+)*(?:(?:go|switch|change|get) )?back to (?:the |just the |my )?(counts?|numbers?|totals?|figures|table|split|breakdown|groups|list|chart|graph|plot|series|timeline|averages?|percentages?|percentiles?|rates?|ratios?|shares?|first (?:one|question|query|result)|start|beginning)(?: again| please| from before)*[\s?.!]*$/i;

const isCount = (ir: QueryIR): boolean =>
  ir.shape === 'count' || (ir.shape === 'table' && ir.metrics.every(({ kind }) => kind === 'count'));
const isSeries = (ir: QueryIR): boolean => ir.keys.some(({ kind }) => kind === 'bucket');

const isCalled = (ir: QueryIR, name: string): boolean => {
  if (/^(?:count|number|total|figure)/.test(name)) return isCount(ir);
  if (/^(?:table|split|breakdown|group)/.test(name)) return ir.shape === 'table' && ir.keys.length > 0;
  if (/^(?:chart|graph|plot|series|timeline)/.test(name)) return isSeries(ir);
  if (name === 'list') return ir.shape === 'rows' || ir.shape === 'distinct';
  if (name.startsWith('average')) return ir.metrics.some((metric) => metric.kind === 'stat' && metric.fn === 'avg');
  if (name.startsWith('percentile')) return ir.metrics.some(({ kind }) => kind === 'percentile');
  return ir.share || ir.metrics.some(({ kind }) => kind === 'ratio');
};

/** "back to the count": the newest result of that kind before the last; null where there was none. */
export const backTo = (states: readonly Reading[], text: string): Reading | null => {
  const name = BACK.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  if (/^(?:first|start|beginning)/.test(name)) return states[0] ?? null;
  return states.slice(0, -1).findLast(({ ir }) => isCalled(ir, name)) ?? null;
};
