import { readWords, type Step } from './draft.ts';

const PLOT =
  /^(?:(?:and|but|ok|okay|now|then|please|can i|can you|could you|i want|i'd like|let me|show|show me|give me|see|have|make|draw|plot|chart|graph|turn|put|it|that|this|them|those|as|into|in|on|to|a|an|the|with|nice|little)[\s,]+)*(?:graph|chart|plot|timeline|time ?series|curve|line (?:chart|graph)|time (?:chart|line)|trend|plotted|charted|visuali[sz]ed?)(?:[\s,]+(?:it|that|this|them|those|please|instead|of|over time|over the time))*[\s?.!]*$/i;

/** "give me a graph", "plot it": what was asked for, over time. */
export const plotIt: Step = ({ ir, marks }) => {
  const [first] = marks;
  const read = ir.keys.some(({ kind }) => kind === 'bucket') || ir.related !== null ? null : readWords(marks, PLOT);
  const last = marks.findLast(({ text }) => text !== '');
  if (read === null || first === undefined || last === undefined) return null;
  const overTime = { ...last, meaning: { kind: 'time', time: { kind: 'bucket', nanos: null } } } as const;
  return { ir, marks: [...read.marks.slice(0, -1), { ...overTime, text: 'over time' }] };
};
