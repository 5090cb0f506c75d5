import { databaseOperation } from '../../compose/rules/database-operation.ts';
import { fieldAt, type Scene } from '../../compose/scene.ts';
import { rowsOf } from '../../ir/rows-of.ts';
import { type Step, withoutMarks } from './draft.ts';

const LEAD =
  /^(?:(?:and|but|so|ok|okay|now|then|also|on|in|from|for|at|to|by|of|with)[\s,]+)*(?:which|what|what are|which are|what were|which were|what is|which is|what was|which was|list|show|show me|give me|list me|name|name me|list all)(?: all)?(?: the| those| these| their| its| different| distinct)*$/i;
const TAIL =
  /^(?:[\s?.!,]|\b(?:is|are|was|were|be|been|do|does|did|has|have|had|got|get|gets|saw|see|it|they|them|those|that|these|this|there|all|hit|affected|involved|concerned|impacted|responsible|behind|come|came|comes|from|occur|occurred|happen|happened|in|on|by|at|exactly|please|then|mainly|actually|caused|cause|suffered|suffer|experienced|show|showed|shows|returned|return|produced|logged|touch|touched|touches|reach|reached|visit|visited|use|used|involve|pass|passed|through|cross|crossed|go|went|run|ran|call|called|contain|contained|belong|belongs|belonged|fail|failed)\b)*$/i;

const joined = (texts: readonly { readonly text: string }[]): string =>
  texts
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');

/** "which users were hit?", "from which regions did they come?": the values of a field among what was found. */
export const whichThings: Step = ({ ir, marks }, about) => {
  const scene: Scene = { ...about.scene, marks };
  const at = marks.findIndex((_, index) => fieldAt(scene, index) !== null);
  const field = databaseOperation({ ...scene, before: ir.where }, at) ?? fieldAt(scene, at);
  const tail = joined(marks.slice(at + 1));
  const lead = joined(marks.slice(0, at));
  // "show me the users" stands alone as well as here; with a verb of "they" it does not.
  if (field === null || ir.related !== null || !LEAD.test(lead) || !TAIL.test(tail)) return null;
  const messages = field.role === 'message' && /^what\b/i.test(lead);
  const pointed =
    messages || /\w/.test(tail) || /^(?:and|on|in|from|for|at|to|by|of)\b|which|\b(?:their|its)$/i.test(lead);
  const ranked = ir.shape === 'table' && ir.limit !== null;
  if (!pointed || ranked || /\b(?:there|is|exist)\b/i.test(tail)) return null;
  // "which customer was that?" of the one record that is shown: it has it.
  if (ir.shape === 'rows' && ir.limit === 1 && marks[at]?.plural !== true)
    return { ir, marks: withoutMarks(marks, () => true) };
  // "show their users" of the five slowest: of these records, and not of all there are.
  if (ir.shape === 'rows' && ir.limit !== null)
    return { ir: { ...ir, columns: [field] }, marks: withoutMarks(marks, () => true) };
  return { ir: { ...rowsOf(ir), shape: 'distinct', columns: [field] }, marks: withoutMarks(marks, () => true) };
};
