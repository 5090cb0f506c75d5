import { readWords, type Step } from './draft.ts';

const TURNED =
  /\b(?:sort(?:ed)? |order(?:ed)? )?(?:(?:it|that|them) )?(?:in )?(?:the )?(?:(?:other|opposite) way (?:round|around|about)|(?:reverse|reversed|opposite|inverse) order|reverse (?:it|that|them|this|the order|the list|the sort|the sorting)|reversed?|flip (?:it|that|them|the order|the sort|the sorting)(?: around| round)?|turn (?:it|that) (?:around|round)|upside down|backwards)\b/i;

/** "the other way round" */
export const turnOrder: Step = ({ ir, marks }) => {
  const read = ir.order === null ? null : readWords(marks, TURNED);
  if (ir.order === null || read === null) return null;
  const direction = ir.order.direction === 'asc' ? 'desc' : 'asc';
  return { ir: { ...ir, order: { ...ir.order, direction } }, marks: read.marks };
};
