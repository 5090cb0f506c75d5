import { roleField } from '../../compose/scene.ts';
import { rowsOf } from '../../ir/rows-of.ts';
import { readWords, type Step } from './draft.ts';

const ASKED =
  /^(?:(?:and|but|ok|okay|so|now|please|then|show|show me|give me|list|see|get me|just|with)[\s,]+)*(?:an?|one) (?:example|sample|log line|log|line|record|span)(?: (?:of|for|per|from))? (?:each|every)(?: (?:one|of (?:them|those|these)|group|message|kind|type))?[\s?.!]*$/i;

/** "show an example of each" of groups: their newest record. */
export const exampleOfEach: Step = ({ ir, marks }, { scene }) => {
  const time = roleField(scene, 'timestamp');
  const grouped = ir.shape === 'table' && ir.keys.length > 0 && ir.keys.every(({ kind }) => kind === 'field');
  const read = grouped && time !== null && ir.related === null ? readWords(marks, ASKED) : null;
  if (read === null || time === null) return null;
  const rows = { ...rowsOf(ir), keys: ir.keys, perGroup: 1 };
  return { ir: { ...rows, order: { by: 'field', field: time, direction: 'desc' } }, marks: read.marks };
};
