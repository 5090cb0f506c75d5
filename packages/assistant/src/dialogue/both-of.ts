import type { Reading } from '../compose/compose.ts';
import type { Pred, QueryIR, Scalar } from '../ir/query-ir.ts';
import type { Mark } from '../link/mark.ts';
import { readWords } from './steps/draft.ts';
import { isOn, wantsValues } from './steps/preds.ts';

const BOTH =
  /^(?:(?:and|ok|okay|now|for|show|show me|give me|in|please|then)[\s,]+)*both\b(?: of (?:them|those|these)| together| combined)?/i;

const scalarsOf = (pred: Pred): readonly Scalar[] =>
  pred.kind === 'in' ? pred.values : pred.kind === 'compare' ? [pred.value] : [];

const joined = (now: Pred, before: readonly Pred[]): Pred => {
  if (!wantsValues(now) || !('field' in now) || now.field === null) return now;
  const { field } = now;
  const other = before.find((pred) => wantsValues(pred) && isOn(pred, field));
  const more = (other === undefined ? [] : scalarsOf(other)).filter(
    (value) => !scalarsOf(now).some((own) => JSON.stringify(own) === JSON.stringify(value)),
  );
  return more.length === 0 ? now : { kind: 'in', field, values: [...more, ...scalarsOf(now)] };
};

const together = (before: QueryIR, now: QueryIR): QueryIR => {
  const metrics = before.metrics.filter((metric) => !now.metrics.some(({ name }) => name === metric.name));
  return {
    ...now,
    where: now.where.map((pred) => joined(pred, before.where)),
    metrics: now.metrics.length === 0 ? now.metrics : [...metrics, ...now.metrics],
  };
};

/** "both, by version": what the last two questions asked for, in one; null where nothing of them differs so. */
export const bothOf = (
  states: readonly Reading[],
  marks: readonly Mark[],
): { readonly base: Reading; readonly marks: readonly Mark[] } | null => {
  const [before, last] = states.slice(-2);
  const read = readWords(marks, BOTH);
  if (before === undefined || last === undefined || read === null || before.ir.dataset !== last.ir.dataset) return null;
  const ir = together(before.ir, last.ir);
  const same =
    JSON.stringify(ir.where) === JSON.stringify(last.ir.where) && ir.metrics.length === last.ir.metrics.length;
  return same ? null : { base: { ...last, ir }, marks: read.marks };
};
