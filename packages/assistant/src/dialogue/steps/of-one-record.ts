import { readWords, type Step } from './draft.ts';

const IT = '(?:it|that|this|that one|this one)';
const ASKS = new RegExp(
  `^(?:(?:and|but|so|ok|now)[\\s,]+)*(?:how (?:long|slow|fast|bad) (?:did ${IT} (?:take|last)|was ${IT}|is ${IT})|(?:when|at what time|what time)(?: exactly)? (?:was ${IT}|is ${IT}|did ${IT} (?:happen|occur|start|come))|what (?:was|is) ${IT}(?: about| exactly)?|(?:which|what) trace (?:is|was|does|did) ${IT}(?: (?:belong to|from|in|part of))?|what (?:did|does) ${IT} say|(?:which|what) status (?:did ${IT} (?:have|get|return|end with)|was ${IT}|code did ${IT} (?:have|get|return)))(?: exactly| please)*[\\s?.!]*$`,
  'i',
);

/** "how long did it take?" of the one record that is shown: the record says it. */
export const ofOneRecord: Step = ({ ir, marks }) => {
  const read = ir.shape === 'rows' && ir.limit === 1 && ir.related === null ? readWords(marks, ASKS) : null;
  return read === null ? null : { ir, marks: read.marks };
};
