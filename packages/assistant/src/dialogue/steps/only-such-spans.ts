import type { Mark } from '../../link/mark.ts';
import type { Step } from './draft.ts';

const ONLY = /^(?:only|just)(?: the)?$/i;
const ONES = /^(?:ones?|spans?|calls?|queries)$/i;
const DATABASE: Mark['meaning'] = { kind: 'concept', concept: { kind: 'database' }, fields: [] };

const isDatabase = ({ meaning }: Mark): boolean =>
  meaning.kind === 'concept' && meaning.concept.kind === 'role' && meaning.concept.role === 'db';

/** "spans of trace …" > "only the database ones": those of a database, and not which it is. */
export const onlySuchSpans: Step = ({ ir, marks }) => {
  const at = marks.findIndex(isDatabase);
  const only = marks.findIndex(({ text }) => ONLY.test(text));
  if (ir.dataset !== 'spans' || only < 0 || at < only || !ONES.test(marks[at + 1]?.text ?? '')) return null;
  return { ir, marks: marks.map((mark, index) => (index === at ? { ...mark, meaning: DATABASE } : mark)) };
};
