import { withoutSuffix } from '../catalog/name-suffix.ts';
import { joinedForm, nameWords, wordForm } from '../tokens/normal-form.ts';
import { FILLER, type Mark } from './mark.ts';

const TIME_UNIT = /^(?:ms|s|secs?|seconds|mins?|minutes|h|hours|hrs)$/;
/** What is a time by its own word: "the longest waits" are those of `wait_ms`. */
const IS_TIME =
  /^(?:wait|lag|delay|time|age|gap|pause|duration|latency|latencies|downtime|uptime|stay|turnaround|timeout|interval|took)$/;
/** "the average of the jobs", "the longest jobs": how long they took. */
const ASKS_FIGURE = /^(?:stat|percentile|percentiles|superlative|group|sort|comparator|with|cut|between|ordered)$/;

/** Whether a mark is the plural of a thing that only the name of its time has: "jobs" of `job_ms`. */
const isTimed = ({ meaning, plural, text }: Mark): boolean =>
  plural &&
  meaning.kind === 'field' &&
  !IS_TIME.test(wordForm(text.toLowerCase())) &&
  meaning.links.every(({ field }) => {
    const name = field.path.at(-1) ?? '';
    const isOf = withoutSuffix(name)
      .map(joinedForm)
      .includes(wordForm(joinedForm(text)));
    return field.type === 'number' && field.role === null && isOf && TIME_UNIT.test(nameWords(name).at(-1) ?? '');
  });

const isSmall = ({ meaning }: Mark): boolean =>
  meaning.kind === 'concept' && /^(?:filler|preposition)$/.test(meaning.concept.kind);

/** "resize jobs with more than 2 attempts": things that are listed or counted, and not how long each took. */
export const withoutTimedThings = (marks: readonly Mark[]): readonly Mark[] =>
  marks.map((mark, at) => {
    const before = marks.slice(0, at).findLast((other) => !isSmall(other));
    const asks = before?.meaning.kind === 'concept' && ASKS_FIGURE.test(before.meaning.concept.kind);
    const isFigure = before?.meaning.kind === 'literal';
    // "stalls longer than 3 seconds": how long they are is what is compared.
    const after = marks.slice(at + 1).find((other) => !isSmall(other));
    const isCompared = after?.meaning.kind === 'concept' && /^(?:comparator|between)$/.test(after.meaning.concept.kind);
    return isTimed(mark) && !asks && !isFigure && !isCompared ? { ...mark, meaning: FILLER } : mark;
  });
