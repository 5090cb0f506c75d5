import type { Mark } from '../link/mark.ts';

/** What makes a question whole: something that is listed, counted or computed. */
const SUBJECT = /^(severity|outcome|entity|stat|percentile|ratio|volume|symptom|root-span|database|when|who)$/;

const kindOf = (mark: Mark): string =>
  mark.meaning.kind === 'concept' ? mark.meaning.concept.kind : mark.meaning.kind;

/** Words that point back: "how many is that", "show me those". */
const pointsBack = (marks: readonly Mark[]): boolean =>
  marks.some(({ text }) => /\b(that|those|them|it|these|they)\b/i.test(text)) &&
  !marks.some((mark) => SUBJECT.test(kindOf(mark)) || mark.meaning.kind === 'value');

const subjectsOf = (marks: readonly Mark[]): readonly Mark[] => marks.filter((mark) => SUBJECT.test(kindOf(mark)));

/** "show me the logs": the records behind the result, when nothing else is said. */
export const asksForRows = (marks: readonly Mark[]): boolean => {
  const rest = marks.filter((mark) => !/^(filler|list|everything|preposition|punctuation|which)$/.test(kindOf(mark)));
  const shown = marks.some((mark) => kindOf(mark) === 'list');
  const entityOnly = rest.length === 1 && rest[0] !== undefined && kindOf(rest[0]) === 'entity';
  const definite = marks.some(({ text }) => /\b(the|those|these|them|that|it)\b/i.test(text));
  return (
    shown &&
    definite &&
    (entityOnly || (rest.length === 0 && marks.some(({ text }) => /\b(those|these|them)\b/i.test(text))))
  );
};

/** Whether a question changes the one before it: it says so, or it is a fragment that is none by itself. */
export const isEdit = (marks: readonly Mark[]): boolean => {
  if (marks.length === 0) return false;
  const cue = marks.some((mark) => kindOf(mark) === 'edit');
  const subjects = subjectsOf(marks);
  const leads = /^(and|but|now|then|or|same|what about|how about|also|only|just)\b/i.test(marks[0]?.text ?? '');
  if (asksForRows(marks) || pointsBack(marks)) return true;
  if (cue || leads) return subjects.length <= 1;
  // "which users had 500s" stands alone; "by region", "top 3", "last 2 days", "not from eu-west-1" do not.
  const whole = marks.some((mark) => /^(which|count|exists|list|distinct|everything)$/.test(kindOf(mark)));
  const value = marks.some((mark) => mark.meaning.kind === 'value' || mark.meaning.kind === 'literal');
  const starts = /^(not|without|except|excluding|by|per|in|from|for|on|with)\b/i.test(marks[0]?.text ?? '');
  return subjects.length === 0 && !whole && (!value || starts);
};
