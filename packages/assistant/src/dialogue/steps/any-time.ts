import { readWords, type Step } from './draft.ts';

const ASKED =
  /^(?:(?:and|but|ok|okay|so|now|please|then|with|for|over|show|show me)[\s,]+)*(?:no time (?:limit|filter|range)|without (?:a |the |any )?time (?:limit|filter|range)|(?:of )?all time|any time|the (?:whole|entire|full) time|regardless of (?:the )?time|drop the time(?: filter| range)?)[\s?.!]*$/i;

/** "no time limit": the same, whenever it was. */
export const anyTime: Step = ({ ir, marks }) => {
  const read = ir.time === null ? null : readWords(marks, ASKED);
  return read === null ? null : { ir: { ...ir, time: null }, marks: read.marks };
};
