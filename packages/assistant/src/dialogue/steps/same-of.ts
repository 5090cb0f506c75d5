import { linksAt, type Scene } from '../../compose/scene.ts';
import type { Mark } from '../../link/mark.ts';
import { type Step, withoutMarks } from './draft.ts';
import { isOn, isOutcome, wantsValues } from './preds.ts';

const LEAD =
  /^(?:(?:and|but|so|ok|okay|now|then)[\s,]+)*(?:did|does|do|has|have|had|is|was|were|are)(?: (?:also|the|the user|the service|there))*$/i;
/** "how many did billing have?": of what is counted already, or as a number of what was listed. */
const HOW_MANY =
  /^(?:(?:and|but|so|ok|okay|now|then)[\s,]+)*(?:how many|how often)(?: of (?:them|those|these))?(?: (?:did|does|do|has|have|had|are|were|there|for|in|of|by|from|on))+(?: the)?$/i;
const HAS =
  /^(?:(?:have|had|has|get|got|see|seen|log|logged|make|made|cause|caused|show|there)(?: then| too| also| as well| in the same (?:time|period))*)?[\s?.!]*$/i;

const SAME_THING =
  '(?:any|some|one|ones|it|that|those|them|these|such|the same|any of (?:them|those|these)|the same (?:problems?|issues?|errors?|failures?|trouble|thing|things|kind|symptoms?))(?: of (?:them|those|these))?';
const TAIL = new RegExp(
  `^(?:(?:also|too) )?(?:(?:have|had|has|get|got|see|seen|show|suffer|experience|log|logged|make|made|cause|caused|hit|affected|having|seeing|getting|showing)(?: also)? )?(?:from )?${SAME_THING}(?: (?:too|also|as well|either|then))*(?: (?:in|over|during|for|within|at) (?:the|that) same (?:time|period|window|range|interval|time frame|hours?|days?))?(?: (?:too|also|as well|either|then))*[\\s?.!]*$`,
  'i',
);

const textOf = (marks: readonly Mark[]): string =>
  marks
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');

/** "did user-121 have any in the same time?": all that was asked, of another one. */
export const sameOf: Step = ({ ir, marks }, about) => {
  const scene: Scene = { ...about.scene, marks };
  const at = marks.findIndex(({ meaning }) => meaning.kind === 'value');
  if (at < 1 || ir.related !== null) return null;
  const lead = textOf(marks.slice(0, at));
  const tail = textOf(marks.slice(at + 1));
  const counts = HOW_MANY.test(lead) && HAS.test(tail) && (ir.shape === 'rows' || ir.shape === 'count');
  if (!counts && !(LEAD.test(lead) && TAIL.test(tail))) return null;
  for (const { field, value } of linksAt(scene, at)) {
    const known = ir.where.find((pred) => isOn(pred, field) && wantsValues(pred) && !isOutcome(pred));
    if (known === undefined) continue;
    const other = { kind: 'compare', field, op: '==', value: { kind: 'text', value } } as const;
    return {
      ir: {
        ...ir,
        where: ir.where.map((pred) => (pred === known ? other : pred)),
        ...(counts ? { shape: 'count' as const, order: null, limit: null } : {}),
      },
      marks: withoutMarks(marks, () => true),
    };
  }
  return null;
};
