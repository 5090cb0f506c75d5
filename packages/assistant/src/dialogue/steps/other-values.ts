import { fieldAt, type Scene } from '../../compose/scene.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { asWritten } from '../as-written.ts';
import { readWords, type Step } from './draft.ts';
import { isOn, isOutcome, negated, wantsValues } from './preds.ts';

const OTHERS =
  /(?:^|\s)(?:the |all |all the |any |every |each )?(?:others?|remaining|rest of the|rest)(?: of the)?\s*$/i;
const ALONE =
  /^(?:(?:and|but|ok|now|what about|how about|show me|for|in|from)[\s,]+)*(?:the others|all the others|the other ones|everyone else|everything else|everywhere else|elsewhere|anywhere else|the rest)[\s?.!]*$/i;

/** "the other regions", "and everywhere else?": all but the values that were asked for. */
export const otherValues: Step = ({ ir, marks }, about) => {
  const turn = (wanted: Pred): Pred[] => ir.where.map((pred) => (pred === wanted ? negated(pred) : pred));
  const values = ir.where.filter((pred) => wantsValues(pred) && !isOutcome(pred));
  const [only] = values;
  const alone = readWords(marks, ALONE);
  if (alone !== null && only !== undefined && values.length === 1)
    return { ir: { ...ir, where: turn(only) }, marks: alone.marks };
  const scene: Scene = { ...about.scene, marks };
  for (const [at, mark] of marks.entries()) {
    const field = fieldAt(scene, at);
    const wanted = field === null ? undefined : ir.where.find((pred) => isOn(pred, field) && wantsValues(pred));
    const before = marks
      .slice(0, at)
      .map(({ text }) => text)
      .join(' ');
    const lead = wanted === undefined ? null : OTHERS.exec(before);
    if (wanted === undefined || lead === null) continue;
    const read = readWords(marks, new RegExp(`${lead[0].trim()}\\s+${asWritten(mark.text)}`, 'i'));
    if (read !== null) return { ir: { ...ir, where: turn(wanted) }, marks: read.marks };
  }
  return null;
};
