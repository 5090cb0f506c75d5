import type { Mark } from '../../link/mark.ts';
import type { Step } from './draft.ts';

const LEADS = /^(?:and|also|plus|now|ok|okay|,)$/i;
const ADD = { kind: 'concept', concept: { kind: 'edit', edit: 'add' }, fields: [] } as const;

const isFigure = ({ meaning }: Mark): boolean =>
  (meaning.kind === 'concept' && /^(?:stat|percentile|percentiles|ratio)$/.test(meaning.concept.kind)) ||
  (meaning.kind === 'literal' && meaning.token.kind === 'percentile');

/** "and their p95" of the groups that are shown: one more figure of each, and not of all their records together. */
export const theirFigure: Step = ({ ir, marks }) => {
  const grouped = ir.shape === 'table' && ir.related === null && ir.keys.some(({ kind }) => kind === 'field');
  const at = marks.findIndex(({ text }) => /^their$/i.test(text));
  const next = marks[at + 1];
  if (!grouped || at < 0 || next === undefined || !isFigure(next)) return null;
  if (!marks.slice(0, at).every(({ text }) => text === '' || LEADS.test(text))) return null;
  const [first] = marks;
  const rest = marks.slice(at + 1);
  return first === undefined ? null : { ir, marks: [{ ...first, text: 'with', meaning: ADD }, ...rest] };
};
