import { roleField } from '../../compose/scene.ts';
import { rowsOf } from '../../ir/rows-of.ts';
import { readWords, type Step } from './draft.ts';

const SAY =
  /^(?:(?:and|but|so|ok|now)[\s,]+)*(?:what (?:do|did|does) (?:they|it|those|these|that|that one)(?: all| actually| exactly)? (?:say|read|report|complain about|tell)(?: us| me)?|what (?:is|was|are|were) (?:it|they) (?:saying|about)|what(?: is|'s| was| are| were) (?:in (?:it|them|those)|the wording))[\s?.!]*$/i;

/** "what did they say?": the messages of what was found. */
export const sayWhat: Step = ({ ir, marks }, { scene }) => {
  const message = roleField(scene, 'message');
  const read = message === null || ir.related !== null ? null : readWords(marks, SAY);
  if (read === null || message === null || (ir.shape === 'table' && ir.limit !== null)) return null;
  // Of one record the record says it.
  if (ir.shape === 'rows' && ir.limit === 1) return { ir, marks: read.marks };
  return { ir: { ...rowsOf(ir), shape: 'distinct', columns: [message] }, marks: read.marks };
};
