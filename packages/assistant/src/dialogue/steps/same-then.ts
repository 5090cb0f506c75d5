import { readWords, type Step, withoutMarks } from './draft.ts';
import { COURSE } from './plot-it.ts';

const SAME =
  /^(?:(?:and|but|so|ok|hm+)[\s,]+)*(?:is|are|was|were|has|have|did|does|do) (?:it|that|this|they|those|these)(?: all)?(?: (?:been|be|also|always|already|look|happen))*(?: (?:the same|like (?:that|this)|as (?:bad|slow|high|low|many|much|fast|good)|different|similar|so))?(?: (?:then|too|also|before))*[\s?.!]*$/i;

/** "is it any better today?", "was it the same yesterday?": the same, of that time; the reader compares. */
export const sameThen: Step = ({ ir, marks }) => {
  const isTime = (at: number): boolean => {
    const meaning = marks[at]?.meaning;
    return meaning?.kind === 'time' && meaning.time.kind === 'time';
  };
  const untimed = withoutMarks(marks, isTime);
  const read = marks.some((_, at) => isTime(at)) ? (readWords(untimed, COURSE) ?? readWords(untimed, SAME)) : null;
  return read === null ? null : { ir, marks: read.marks.map((mark, at) => (isTime(at) ? (marks[at] ?? mark) : mark)) };
};
