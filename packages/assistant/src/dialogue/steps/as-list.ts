import { rowsOf } from '../../ir/rows-of.ts';
import { readWords, type Step } from './draft.ts';

const AS_LIST =
  /^(?:(?:and|but|ok|okay|now|please|then|just|can i (?:get|have|see)|could i (?:get|have|see)|i want|show|show me|give me|print|put|display|make|see|get|have|it|them|those|these|that|that one)[\s,]+)*(?:as|in|into) (?:a |an )?(?:plain |simple |full |flat )?list(?: of (?:them|those|these|records|rows|lines|entries|logs))?(?: (?:please|instead|then|now|form))*[\s?.!]*$/i;

/** "as a list please" after a number or counts per group: the records that were counted. */
export const asList: Step = ({ ir, marks }) => {
  const read = ir.related === null ? readWords(marks, AS_LIST) : null;
  if (read === null) return null;
  const counts = ir.shape === 'count' || (ir.shape === 'table' && ir.metrics.every(({ kind }) => kind === 'count'));
  const grouped = ir.keys.every(({ kind }) => kind === 'field');
  return { ir: counts && grouped ? rowsOf(ir) : ir, marks: read.marks };
};
