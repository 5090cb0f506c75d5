import { fieldAt, isNumeric, type Scene } from '../../compose/scene.ts';
import { sameField } from '../../ir/field-ref.ts';
import { isSpent, type Step, saidIn, withoutMarks } from './draft.ts';

const BEFORE = /^(?:(?:and|also|plus|now|ok|okay|please|by|per|the)[\s,]*)*$/i;
const TOO = /^(?:too|also|as well|in addition|on top|additionally)\b/i;

/** "version too": one more thing by which the groups are told apart. */
export const addGroup: Step = ({ ir, marks }, about) => {
  if (ir.shape !== 'table' || ir.related !== null || !ir.keys.some(({ kind }) => kind === 'field')) return null;
  const scene: Scene = { ...about.scene, marks };
  const at = marks.findIndex((_, index) => fieldAt(scene, index) !== null);
  const field = fieldAt(scene, at);
  if (field === null || (isNumeric(field) && field.role !== 'status')) return null;
  const rest = marks.slice(at + 1);
  if (!BEFORE.test(saidIn(marks.slice(0, at))) || !TOO.test(saidIn(rest).trim()) || marks[at]?.meaning.kind === 'value')
    return null;
  const spent = isSpent(withoutMarks(rest, (index) => TOO.test(rest[index]?.text ?? '')));
  if (!spent || ir.keys.some((key) => key.kind === 'field' && sameField(key.field, field))) return null;
  return { ir: { ...ir, keys: [...ir.keys, { kind: 'field', field }] }, marks: withoutMarks(marks, () => true) };
};
