import { roleField } from '../../compose/scene.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { rowsOf } from '../../ir/rows-of.ts';
import type { Mark } from '../../link/mark.ts';
import { readWords, type Step, saidIn } from './draft.ts';

const ASKED =
  /^(?:(?:and|but|so|ok|then)[\s,]+)*(?:which|what)(?: (?:kinds?|types?|sorts?) of| different| distinct)? (?:errors?|exceptions?|failures?)(?: (?:are|were|is|was) (?:it|that|they|those|these|there))?$/i;

/** Whether it asks which errors there are of those before: "which exceptions". */
export const asksWhichErrors = (marks: readonly Mark[]): boolean => ASKED.test(saidIn(marks));

const isOfErrors = (pred: Pred): boolean =>
  (pred.kind === 'compare' && pred.value.kind === 'severity') ||
  (pred.kind === 'compare' && /^(?:status|error|errortype)$/.test(pred.field.role ?? ''));

/** "errors of billing" > "which exceptions": what they were, by the field that says it or else by their messages. */
export const whichErrors: Step = ({ ir, marks }, { scene }) => {
  const read = asksWhichErrors(marks) ? readWords(marks, /.+/s) : null;
  if (read === null || ir.related !== null || !ir.where.some(isOfErrors)) return null;
  const field = roleField(scene, 'errortype') ?? roleField(scene, 'message');
  return field === null ? null : { ir: { ...rowsOf(ir), shape: 'distinct', columns: [field] }, marks: read.marks };
};
