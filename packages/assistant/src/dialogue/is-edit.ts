import type { Mark } from '../link/mark.ts';
import { asksAveragePer } from './steps/average-per.ts';
import { asksWhichErrors } from './steps/which-errors.ts';

/** What makes a question whole: something that is listed, counted or computed. */
const SUBJECT = /^(severity|outcome|entity|stat|percentile|ratio|volume|symptom|root-span|database|when|who)$/;

const kindOf = (mark: Mark): string =>
  mark.meaning.kind === 'concept' ? mark.meaning.concept.kind : mark.meaning.kind;

/** Words that point back: "how many is that", "show me those". */
const pointsBack = (marks: readonly Mark[]): boolean =>
  marks.some(({ text }) => /\b(that|those|them|it|these|they|one|ones)\b/i.test(text)) &&
  !marks.some((mark) => (SUBJECT.test(kindOf(mark)) && kindOf(mark) !== 'when') || mark.meaning.kind === 'value');

/** "forget that, …" and "new question" begin anew. */
const RESET = /^(forget (that|it)|never ?mind|new question|start over|reset)$/i;

const CARRIES_NOTHING = /^(filler|list|everything|preposition|punctuation|edit|conjunction|which|count|exists)$/;

/** "how many", "which users?": what is asked for, without of what. */
const isHeadless = (marks: readonly Mark[]): boolean => {
  const rest = marks.filter((mark) => !CARRIES_NOTHING.test(kindOf(mark)));
  const counts = marks.some((mark) => kindOf(mark) === 'count');
  const asks = marks.some((mark) => /^(which|list|count)$/.test(kindOf(mark)));
  const [lead] = rest;
  // "how many per hour", "count by service": of what was asked before.
  const divided =
    counts &&
    lead !== undefined &&
    (/^(group|each)$/.test(kindOf(lead)) || (lead.meaning.kind === 'time' && lead.meaning.time.kind === 'bucket')) &&
    rest.every((mark) => /^(group|each|time|role|field)$/.test(kindOf(mark)));
  return (
    divided ||
    // "how many last week?"
    (counts && rest.every((mark) => kindOf(mark) === 'time')) ||
    (asks &&
      rest.length === 1 &&
      rest[0] !== undefined &&
      /^(role|field)$/.test(kindOf(rest[0])) &&
      !/\b(all|do we have|are there|exist)\b/i.test(marks.map(({ text }) => text).join(' ')))
  );
};

/** "how many of those failed?", "of these, which took longer than a second?" */
const OF_THOSE = /\b(?:of|among|out of|from) (?:all (?:of )?)?(?:those|these|them|that)\b/i;

/** "what was the average wait of those?": a figure of what was found before. */
const FIGURE_OF_THOSE = /\b(?:of|for|among) (?:all (?:of )?)?(?:those|these|them)[\s?.!]*$/i;
const isFigureOfThose = (marks: readonly Mark[]): boolean =>
  FIGURE_OF_THOSE.test(marks.map(({ text }) => text).join(' ')) &&
  subjectsOf(marks).every((mark) => /^(?:stat|percentile|ratio)$/.test(kindOf(mark))) &&
  !marks.some((mark) => /^(?:value|time|message|literal)$/.test(kindOf(mark)));

/** Whether a question is about all of what was found before, and not of what it names itself. */
export const pointsAtAll = (marks: readonly Mark[]): boolean => {
  const text = marks.map((mark) => mark.text).join(' ');
  const found = OF_THOSE.exec(text);
  const named = marks.findIndex(
    (mark) => SUBJECT.test(kindOf(mark)) || kindOf(mark) === 'field' || kindOf(mark) === 'role',
  );
  const before = marks
    .slice(0, Math.max(0, named))
    .map((mark) => mark.text)
    .join(' ');
  return found !== null && (named < 0 || before.length > found.index);
};

/** "how many failed?", "which were slower than 1 s?": a verb where the thing would be named. */
const OF_NOTHING =
  /^(?:(?:and|but|so|ok|hm+)[\s,]+)*(?:how many|which|which ones|any|what percentage|what share)(?: of (?:those|these|them|that))?,? (?:were|was|are|is|had|have|took|fail|failed(?! \w+s\b)|came|come|got|went|ended|hit|lasted|succeeded|exceeded|returned|contain|contained|mention|mentioned)\b/i;

/** "any in billing?", "anything today?" */
const ANY_OF_IT =
  /^(?:(?:and|but|so|ok)[\s,]+)*(?:any|anything|any of (?:them|those|these)|are there any|is there any|were there any|any more)\b/i;

const OF_PLACE = /^(?:exists|everything|filler|preposition|value|time|edit|punctuation|conjunction)$/;

/** "again", "this time": something was asked before. */
const AGAIN = /\b(?:again|this time|once more)\b/i;

export const subjectsOf = (marks: readonly Mark[]): readonly Mark[] =>
  marks.filter((mark) => SUBJECT.test(kindOf(mark)));

/** "show me the logs": the records behind the result, when nothing else is said. */
export const asksForRows = (marks: readonly Mark[]): boolean => {
  const rest = marks.filter((mark) => !/^(filler|list|everything|preposition|punctuation|which)$/.test(kindOf(mark)));
  const shown = marks.some((mark) => kindOf(mark) === 'list' || kindOf(mark) === 'which');
  const [only] = rest;
  const message =
    only?.meaning.kind === 'concept' && only.meaning.concept.kind === 'role' && only.meaning.concept.role === 'message';
  const entityOnly = rest.length === 1 && only !== undefined && (kindOf(only) === 'entity' || message);
  const definite = marks.some(({ text }) => /\b(the|those|these|them|that|it)\b/i.test(text));
  return (
    shown &&
    definite &&
    (entityOnly || (rest.length === 0 && marks.some(({ text }) => /\b(those|these|them)\b/i.test(text))))
  );
};

/** "show me those from Vienna", "list the ones with 503": of what was found before, by more that is said of it. */
const THOSE_WITH =
  /^(?:(?:and|but|so|ok|okay|now|then|please|can you|could you|can i|could i|let me|i want to|i'd like to)[\s,]+)*(?:show|list|give|see|get|print|display|fetch|find|pull up|open)(?: me| us)?(?: (?:just|only|all))* (?:those|these|them|the ones|the same ones|the same)(?: ones)? (?:from|in|of|with|without|where|on|at|for|by|that|which|who|whose|slower|faster|longer|over|above|below|under|after|before|between|since|not)\b/i;

/** Whether the records before are asked for by a word that points at them, and what more is to be so of them. */
export const asksForThose = (marks: readonly Mark[]): boolean =>
  THOSE_WITH.test(marks.map(({ text }) => text).join(' '));

const LEADS =
  /^(and|but|now|then|or|same|what about|how about|also|only|just|as|make|sorry|no|nope|actually|i meant|i mean|meant|sorry i meant|compare|compared|compared to|compared with|compare with|vs|versus|against|rather|instead|swap|replace|exchange|switch|change|include|including|add|plus|take|remove|drop|ascending|descending)\b/i;

/** "show only warnings", "only list the failed ones", "give me just the timeouts": fewer of what was shown. */
const SHOWS_ONLY =
  /^(?:(?:ok|okay|now|and|but|so|then|please|can you|could you)[\s,]+)*(?:(?:(?:show|list|give|display|print|return|keep|leave)(?: me| us)? (?:only|just|nothing but)|(?:only|just) (?:show|list|give|display|print|return|keep|leave))\b)/i;

/** "go back": the question before the last one. */
export const UNDO: RegExp =
  /^(?:(?:no|ok|please)[, ]+)*(?:go back|back|undo(?: that| it| the last(?: one| change)?)?|revert(?: that| it)?|take that back|(?:bring|put|add|take|have) (?:it|that|them|those) back(?: in)?|previous (?:one|query|question)|the one before)[\s.!]*$/i;

/** "its errors", "the logs behind that", "that service". */
const POINTS =
  /\b(its|their|(?:did|does|is|was|has|had) it|behind (?:that|it|those|them|the)|that (?:one|service|user|customer|path|endpoint|route|region|pod|host|operation|message|error|app|version)|the (?:first|top|second|third|last) one)\b/i;

/** "as a percentage": what is shown, as parts of the whole. */
export const AS_SHARE: RegExp =
  /\b(?:as|in) (?:a |an )?(?:percentages?|percent|shares?|fractions?|proportions?|(?:error |failure )?rates?|ratios?|%)(?: of (?:all|the total|total|everything|the|its|their|each|every|requests?|logs?|calls?|traffic|records?|lines|spans)\b[^,;]*)?(?=[\s?.!]*(?:$|[,;]))/i;

/** "without the deadlocks" takes something away from what was asked. */
const EXCLUDES =
  /^(without|except|except for|excluding|exclude|ignore|ignoring|minus|but not|leave|leave out|filter out)$/i;

/** "with average duration": one more figure of what was asked for. */
export const addsFigure = (marks: readonly Mark[]): boolean => {
  const [first, ...rest] = marks;
  const next = rest.find((mark) => kindOf(mark) !== 'filler');
  const figure =
    next !== undefined &&
    (/^(stat|percentile|percentiles|ratio)$/.test(kindOf(next)) ||
      (next.meaning.kind === 'literal' && next.meaning.token.kind === 'percentile'));
  return figure && /^(with|along with|together with|alongside)$/i.test(first?.text ?? '');
};

const OF_RANK =
  /^(?:list|which|filler|preposition|punctuation|conjunction|edit|cut|superlative|amount|sort|ordered|everything)$/;

/** "show me the latest 5", "what are the top 3?": a rank of nothing, so of what was asked for. */
export const ranksNothing = (marks: readonly Mark[]): boolean =>
  marks.every((mark) => OF_RANK.test(kindOf(mark))) &&
  marks.some((mark) => /^(?:cut|superlative)$/.test(kindOf(mark))) &&
  marks.some((mark) => /^(?:list|which)$/.test(kindOf(mark)));

/** "did we have more this week than last week?": of nothing that is named, so of what was asked for. */
const comparesTimes = (marks: readonly Mark[]): boolean =>
  marks.filter(({ meaning }) => meaning.kind === 'time' && meaning.time.kind === 'time').length === 2 &&
  /\b(?:than|compared?|comparison|vs|versus|against)\b/i.test(marks.map(({ text }) => text).join(' ')) &&
  marks.every((mark) => !SUBJECT.test(kindOf(mark)) && !/^(?:value|field|role|message|literal)$/.test(kindOf(mark)));

/** "who uploaded them?" */
const WHO_DID = /^(?:(?:and|but|so|ok)[\s,]+)*who \w+ (?:it|them|those|these|that)[\s?.!]*$/i;

const OF_FIGURE = /^(?:which|filler|punctuation|conjunction|edit|stat|percentile|field|role)$/;

/** "what is the average amount?": a figure and nothing that it is of, so of what was asked for. */
const asksFigureAlone = (marks: readonly Mark[]): boolean =>
  /^what(?:'s| is| was)?$/i.test(marks[0]?.text ?? '') &&
  marks.some((mark) => /^(?:stat|percentile)$/.test(kindOf(mark))) &&
  marks.every((mark) => OF_FIGURE.test(kindOf(mark)));

/** Whether a question changes the one before it: it says so, or it is a fragment that is none by itself. */
export const isEdit = (marks: readonly Mark[]): boolean => {
  if (marks.length === 0) return false;
  const cue = marks.some((mark) => kindOf(mark) === 'edit');
  const subjects = subjectsOf(marks);
  const leads = LEADS.test(marks[0]?.text ?? '');
  const said = marks.map(({ text }) => text).join(' ');
  if (/\bones?[\s?.!]*$/i.test(said) && subjects.length <= 1 && marks.length <= 4) return true;
  if (asksFigureAlone(marks) || isFigureOfThose(marks) || asksWhichErrors(marks) || asksAveragePer(marks)) return true;
  if (UNDO.test(said) || POINTS.test(said) || AS_SHARE.test(said) || WHO_DID.test(said)) return true;
  if (pointsAtAll(marks) || (OF_NOTHING.test(said) && !subjects.some((mark) => kindOf(mark) === 'entity'))) return true;
  if (
    marks.every((mark) => /^(when|filler|punctuation|conjunction|edit|superlative)$/.test(kindOf(mark))) &&
    marks.some((mark) => kindOf(mark) === 'when')
  )
    return true;
  if (subjects.length === 0 && ANY_OF_IT.test(said) && marks.every((mark) => OF_PLACE.test(kindOf(mark)))) return true;
  if (AGAIN.test(said) && subjects.length <= 1) return true;
  if (RESET.test(marks[0]?.text ?? '')) return false;
  if (asksForThose(marks)) return subjects.length <= 1;
  if (ranksNothing(marks) || comparesTimes(marks)) return true;
  if (asksForRows(marks) || pointsBack(marks) || isHeadless(marks)) return true;
  // "median rather than average" names two of which one is meant.
  const swaps = /^(swap|replace|exchange)$/i.test(marks[0]?.text ?? '');
  if (swaps || marks.some(({ text }) => /^(rather than|instead of)$/i.test(text))) return subjects.length <= 2;
  if (addsFigure(marks)) return subjects.length <= 2;
  // "show only warnings and errors" joins two of one kind.
  if (SHOWS_ONLY.test(said)) return new Set(subjects.map(kindOf)).size <= 1;
  // "exclude info and debug" too.
  if (EXCLUDES.test(marks[0]?.text ?? '')) return new Set(subjects.map(kindOf)).size <= 1;
  if (cue || leads) return subjects.length <= 1;
  // "which users had 500s" stands alone; "by region", "top 3", "last 2 days", "not from eu-west-1" do not.
  const whole = marks.some((mark) => /^(which|count|exists|list|distinct|everything)$/.test(kindOf(mark)));
  const value = marks.some((mark) => mark.meaning.kind === 'value' || mark.meaning.kind === 'literal');
  const starts =
    /^(not|without|except|exclude|excluding|ignore|ignoring|filter|limit|restrict|by|per|in|to|into|from|for|on|at|with)\b/i.test(
      marks[0]?.text ?? '',
    );
  const groups = /^(group|grouped|split|break|broken)\b/i.test(marks[0]?.text ?? '');
  // "the server ones by operation", "/cart by method": a part of what was asked for, divided anew.
  const divides = marks.some((mark) => kindOf(mark) === 'group');
  return subjects.length === 0 && (!whole || groups) && (!value || starts || divides);
};
