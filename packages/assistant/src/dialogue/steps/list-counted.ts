import { roleField } from '../../compose/scene.ts';
import type { FieldRef } from '../../ir/field-ref.ts';
import type { QueryIR } from '../../ir/query-ir.ts';
import { readWords, type Step } from './draft.ts';

const LEAD = '^(?:(?:and|but|so|ok|okay|now|then|please|can you|could you)[\\s,]+)*';
const TAIL = '(?: exactly| all| please| then| in full| by name)*[\\s?.!]*$';
const THEM =
  '(?:they|them|those|these|that|it|all of them|the names|their names|each of them|them all|their (?:ids?|names?|values?))';
const WHO = new RegExp(
  `${LEAD}(?:who(?:se)?(?: exactly)?(?: (?:is|are|was|were|did|had|has|got|saw|see|sees|gets|made|sent|caused|called|experienced|suffered)(?: (?:it|that|they|those|these|them|this|affected|hit|impacted|involved|concerned|behind|responsible))*)?)${TAIL}`,
  'i',
);
const WHICH = new RegExp(
  `${LEAD}(?:which(?: ones?| of them)?(?: (?:is|are|was|were)(?: ${THEM})?)?|what (?:is|are|was|were) (?:they|those|these|them)(?: called| named)?|(?:list|name|show|show me|give me|enumerate|let me see|i want to see|can i see|print|display|get me)(?: me)? (?:${THEM}|the list))${TAIL}`,
  'i',
);

const listed = (ir: QueryIR, columns: readonly FieldRef[]): QueryIR => ({
  ...ir,
  shape: columns.length > 0 ? 'distinct' : 'rows',
  columns,
  keys: [],
  metrics: [],
  having: [],
  overall: [],
  share: false,
  order: null,
  limit: null,
  perGroup: null,
});

/** "who are they?", "which ones?": what was counted, itself. */
export const listCounted: Step = ({ ir, marks }, { scene }) => {
  const who = readWords(marks, WHO);
  const read = who ?? readWords(marks, WHICH);
  if (read === null || ir.related !== null) return null;
  const [metric] = ir.metrics;
  const user = who === null ? null : roleField(scene, 'user');
  const keys = ir.keys.flatMap((key) => (key.kind === 'field' ? [key.field] : []));
  if (metric?.kind === 'distinct' && keys.length === ir.keys.length)
    return { ir: listed(ir, [...keys, metric.field]), marks: read.marks };
  // "who was it?" of the one record that is shown: it says who.
  if (user !== null && ir.shape === 'rows' && ir.limit === 1) return { ir, marks: read.marks };
  if (user !== null) return { ir: listed(ir, [user]), marks: read.marks };
  return ir.shape === 'count' && who === null ? { ir: listed(ir, []), marks: read.marks } : null;
};
