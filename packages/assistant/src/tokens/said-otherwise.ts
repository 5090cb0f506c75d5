import { allBut } from './all-but.ts';
import { andHowMuch } from './and-how-much.ts';
import { aroundMoment } from './around-moment.ts';
import { askedAgain } from './asked-again.ts';
import { brokeDown } from './broke-down.ts';
import { changeAt } from './change-at.ts';
import { childSpans } from './child-spans.ts';
import { comparedDays } from './compared-days.ts';
import { couldNot } from './could-not.ts';
import { databaseTouched } from './database-touched.ts';
import { dropsFirst } from './drops-first.ts';
import { type Expanded, lower, word } from './expanded.ts';
import { firstBeyond } from './first-beyond.ts';
import { directly, goingBy } from './going-by.ts';
import { gotDone } from './got-done.ts';
import { gotThrough } from './got-through.ts';
import { howBig } from './how-big.ts';
import { howDistributed } from './how-distributed.ts';
import { howLongAgo, howSlow } from './how-slow.ts';
import { inEachTrace } from './in-each-trace.ts';
import { inOrder } from './in-order.ts';
import { kindsOf } from './kinds-of.ts';
import { leaveOut } from './leave-out.ts';
import { noOtherOne } from './no-other-one.ts';
import { onTop } from './on-top.ts';
import { outOfMany } from './out-of-many.ts';
import { overTheDay } from './over-the-day.ts';
import { partFailed } from './part-failed.ts';
import { politeWords, sendsLogs, whoever } from './polite-words.ts';
import { quarterHour } from './quarter-hour.ts';
import { rootOperations } from './root-operations.ts';
import { saidAmount } from './said-amount.ts';
import { saidAside } from './said-aside.ts';
import { saidMethod } from './said-method.ts';
import { saidNone } from './said-none.ts';
import { sameTimeAfter } from './same-time-after.ts';
import { loggedAndSilent } from './silent-since-then.ts';
import { slowestPart } from './slowest-part.ts';
import { spelledRange } from './spelled-range.ts';
import { takeTo } from './take-to.ts';
import { tellsTo } from './tells-to.ts';
import { thanBeforeDay } from './than-before-day.ts';
import { timeSpent } from './time-spent.ts';
import { timeTaken } from './time-taken.ts';
import { timesWhen } from './times-when.ts';
import type { Token } from './token.ts';
import { tookThings } from './took-things.ts';
import { valuesOf } from './values-of.ts';
import { whatInTotal } from './what-in-total.ts';
import { whateverService } from './whatever-service.ts';
import { withCounts } from './with-counts.ts';
import { withWhatEach } from './with-what-each.ts';
import { withoutLogs } from './without-logs.ts';

const PARTS = /^(break|split|group|divide|slice|bucket|separate|segment|arrange|aggregate)$/;
const POINTS = /^(it|that|this|them|those|these|everything|all)$/;

/** "can you break it down": what is asked politely begins behind that. */
const isSentenceStart = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(0, at)
    .slice(tokens.slice(0, at).findLastIndex(({ text }) => /^[.!?]$/.test(text)) + 1)
    .every(({ norm }) => /^(?:can|could|would|will|you|we|please|pls|i|to|want|like|let|me|us)$/.test(norm));

/** "Break it down by service", "split them up per region": by these. */
const breakDown = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || !PARTS.test(first.norm)) return null;
  // "break down the errors by path" says no more than its groups.
  const leads = isSentenceStart(tokens, at) && /^(break|split)$/.test(first.norm);
  if (leads && !POINTS.test(lower(tokens, at + 1)) && tokens.some(({ norm }) => /^(by|per)$/.test(norm)))
    return { tokens: [], used: lower(tokens, at + 1) === 'down' ? 2 : 1 };
  if (!POINTS.test(lower(tokens, at + 1))) return null;
  const more = tokens.findIndex((token, place) => place > at + 1 && /^(by|per|into|along|across)$/.test(token.norm));
  const far = more < 0 || more > at + 4;
  return far ? null : { tokens: [word('by', first, tokens[more])], used: more - at + 1 };
};

const UNIT = /^(minute|hour|day|week)$/;

/** "per service and hour", "one line per day": groups by time too, and no more than groups. */
const perTime = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined) return null;
  const single = first.norm === 'one' && /^(line|row|number|figure|value|column)$/.test(tokens[at + 1]?.norm ?? '');
  if (single && /^(per|for)$/.test(tokens[at + 2]?.norm ?? '') && isSentenceStart(tokens, at))
    return { tokens: [], used: 2 };
  const grouped = [2, 3].some((back) => /^(per|by)$/.test(tokens[at - back]?.norm ?? ''));
  const next = tokens[at + 1];
  if (first.norm !== 'and' || !grouped || !UNIT.test(next?.norm ?? '') || next?.text.toLowerCase() !== next?.norm)
    return null;
  return { tokens: [first, word('per', first)], used: 1 };
};

const FREQUENT = /^(frequent|common|used|often|popular|seen|called|active|visited|numerous|affected)$/;

/** "most used first": by how many there are. */
const mostFirst = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || !/^(most|least)$/.test(first.norm) || !FREQUENT.test(lower(tokens, at + 1))) return null;
  const last = tokens[at + 2];
  if (last?.norm !== 'first') return null;
  return { tokens: [word(first.norm === 'most' ? 'highest' : 'lowest', first), last], used: 3 };
};

/** What is said in a roundabout way, in the words that the grammar has for it; null where nothing is. */
export const saidOtherwise = (tokens: readonly Token[], at: number): Expanded | null =>
  politeWords(tokens, at) ??
  outOfMany(tokens, at) ??
  onTop(tokens, at) ??
  childSpans(tokens, at) ??
  changeAt(tokens, at) ??
  tellsTo(tokens, at) ??
  saidMethod(tokens, at) ??
  whatInTotal(tokens, at) ??
  whateverService(tokens, at) ??
  sendsLogs(tokens, at) ??
  whoever(tokens, at) ??
  aroundMoment(tokens, at) ??
  kindsOf(tokens, at) ??
  slowestPart(tokens, at) ??
  dropsFirst(tokens, at) ??
  saidAside(tokens, at) ??
  saidNone(tokens, at) ??
  leaveOut(tokens, at) ??
  allBut(tokens, at) ??
  howBig(tokens, at) ??
  howSlow(tokens, at) ??
  howDistributed(tokens, at) ??
  howLongAgo(tokens, at) ??
  spelledRange(tokens, at) ??
  quarterHour(tokens, at) ??
  overTheDay(tokens, at) ??
  comparedDays(tokens, at) ??
  inOrder(tokens, at) ??
  inEachTrace(tokens, at) ??
  withCounts(tokens, at) ??
  mostFirst(tokens, at) ??
  breakDown(tokens, at) ??
  brokeDown(tokens, at) ??
  perTime(tokens, at) ??
  saidAmount(tokens, at) ??
  askedAgain(tokens, at) ??
  couldNot(tokens, at) ??
  andHowMuch(tokens, at) ??
  sameTimeAfter(tokens, at) ??
  withoutLogs(tokens, at) ??
  takeTo(tokens, at) ??
  thanBeforeDay(tokens, at) ??
  databaseTouched(tokens, at) ??
  valuesOf(tokens, at) ??
  tookThings(tokens, at) ??
  gotThrough(tokens, at) ??
  timeTaken(tokens, at) ??
  timeSpent(tokens, at) ??
  timesWhen(tokens, at) ??
  partFailed(tokens, at) ??
  firstBeyond(tokens, at) ??
  gotDone(tokens, at) ??
  goingBy(tokens, at) ??
  directly(tokens, at) ??
  rootOperations(tokens, at) ??
  noOtherOne(tokens, at) ??
  withWhatEach(tokens, at) ??
  loggedAndSilent(tokens, at);

/** A question in these words, for where a word had to be corrected before its phrase could be seen. */
export const restate = (tokens: readonly Token[]): readonly Token[] => {
  const restated: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const said = saidOtherwise(tokens, at);
    restated.push(...(said?.tokens ?? tokens.slice(at, at + 1)));
    at += said?.used ?? 1;
  }
  return restated;
};
