import { readWords, type Step } from './draft.ts';

const PLOT =
  /^(?:(?:and|but|ok|okay|now|then|please|can i|can you|could you|i want|i'd like|let me|show|show me|give me|see|have|make|draw|plot|chart|graph|turn|put|it|that|this|them|those|as|into|in|on|to|a|an|the|with|nice|little)[\s,]+)*(?:graph|chart|plot|timeline|time ?series|curve|line (?:chart|graph)|time (?:chart|line)|trend|plotted|charted|visuali[sz]ed?)(?:[\s,]+(?:it|that|this|them|those|please|instead|of|over time|over the time|as|in|a|an|chart|graph|plot|line))*[\s?.!]*$/i;

export const COURSE: RegExp =
  /^(?:(?:and|but|so|ok|hm+)[\s,]+)*(?:did|is|are|was|were|has|have|does) (?:it|that|this|they|those|these)(?: all)?(?: (?:go|going|gone|get|getting|been|become|becoming|trend|trending|any|much|a bit|a little|a lot|still|already|even|now))*(?: (?:up|down|worse|better|more|less|rising|falling|increasing|decreasing|growing|risen|fallen|increase|increased|decrease|decreased|rise|fall|grow|grown|improve|improved|improving|worsen|worsening|stable|steady|constant))(?: or (?:up|down|falling|decreasing|better|worse|not))?(?: over time| again)?[\s?.!]*$/i;

export const OVER_TIME = 'over time';

/** "give me a graph", "plot it": what was asked for, over time. */
export const plotIt: Step = ({ ir, marks }) => {
  const read =
    ir.keys.some(({ kind }) => kind === 'bucket') || ir.related !== null
      ? null
      : (readWords(marks, PLOT) ?? readWords(marks, COURSE));
  const last = marks.findLastIndex(({ text }) => text !== '');
  if (read === null || last < 0) return null;
  const time = { kind: 'time', time: { kind: 'bucket', nanos: null } } as const;
  return {
    ir,
    marks: read.marks.map((mark, at) => (at === last ? { ...mark, meaning: time, text: OVER_TIME } : mark)),
  };
};
