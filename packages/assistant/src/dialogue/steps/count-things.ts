import type { FieldRef } from '../../ir/field-ref.ts';
import type { QueryIR } from '../../ir/query-ir.ts';
import { readWords, type Step } from './draft.ts';

const HOW_MANY =
  /^(?:(?:and|but|so|ok|now|please|then)[\s,]+)*(?:how many|count|number)(?: (?:of (?:them|those|these)|is that|are that|are there|are they|are those|are these|is it|them|those|these|were there|were they|that makes))*(?: in total| altogether)?[\s?.!]*$/i;

const thingsOf = (ir: QueryIR): FieldRef | null => {
  const [key] = ir.keys;
  const [column] = ir.columns;
  if (ir.shape === 'distinct') return ir.columns.length === 1 && column !== undefined ? column : null;
  const kept = ir.shape === 'table' && ir.having.length > 0 && ir.keys.length === 1;
  return kept && key?.kind === 'field' ? key.field : null;
};

/** "how many are they?" of things that were listed, or of the groups that were kept. */
export const countThings: Step = ({ ir, marks }) => {
  const field = ir.related === null ? thingsOf(ir) : null;
  const read = field === null ? null : readWords(marks, HOW_MANY);
  if (field === null || read === null) return null;
  const next: QueryIR = {
    ...ir,
    shape: 'table',
    keys: [],
    columns: [],
    metrics: [{ kind: 'distinct', field, name: 'how_many' }],
    having: [],
    order: null,
    limit: null,
    share: false,
  };
  const related = ir.having.length > 0 ? { to: ir, own: field, other: field } : null;
  return { ir: { ...next, related }, marks: read.marks };
};
