import type { Mark } from '../../link/mark.ts';
import { addGroup } from './add-group.ts';
import { addUp } from './add-up.ts';
import { allBeside } from './all-beside.ts';
import { anyTime } from './any-time.ts';
import { asList } from './as-list.ts';
import { asParts } from './as-parts.ts';
import { averagePer } from './average-per.ts';
import { besideThem } from './beside-them.ts';
import { boundOfThings } from './bound-of-things.ts';
import { compareValues } from './compare-values.ts';
import { countThings } from './count-things.ts';
import { type About, type Draft, isSpent, type Step, saidIn, withoutMarks } from './draft.ts';
import { dropAllFilters, dropFilters, dropFilterWords, dropOnly, dropPlaces } from './drop-filters.ts';
import { dropGroups, dropTimes, totalEnough } from './drop-groups.ts';
import { exampleOfEach } from './example-of-each.ts';
import { examplesOfThem } from './examples-of-them.ts';
import { exceptValues } from './except-values.ts';
import { extremeInstead } from './extreme-instead.ts';
import { firstOrLast } from './first-or-last.ts';
import { keepRows } from './keep-rows.ts';
import { latestOfEach } from './latest-of-each.ts';
import { justThe, leadIn, splitIt } from './lead-in.ts';
import { listCounted } from './list-counted.ts';
import { mostOfThings } from './most-of-things.ts';
import { ofEachThing } from './of-each-thing.ts';
import { ofOneRecord } from './of-one-record.ts';
import { oneOrSeveral } from './one-or-several.ts';
import { onlySuchSpans } from './only-such-spans.ts';
import { otherDeed } from './other-deed.ts';
import { otherField } from './other-field.ts';
import { otherFigure } from './other-figure.ts';
import { otherSide } from './other-side.ts';
import { otherSideOfBound } from './other-side-of-bound.ts';
import { otherValues } from './other-values.ts';
import { otherWord } from './other-word.ts';
import { overallOf } from './overall-of.ts';
import { perThousand } from './per-thousand.ts';
import { plainCounts } from './plain-counts.ts';
import { OVER_TIME, plotIt } from './plot-it.ts';
import { rowsWithTheir } from './rows-with-their.ts';
import { sameLength } from './same-length.ts';
import { sameOf } from './same-of.ts';
import { sameThen } from './same-then.ts';
import { sayWhat } from './say-what.ts';
import { setInterval } from './set-interval.ts';
import { shareOfAll } from './share-of-all.ts';
import { shareOfOne } from './share-of-one.ts';
import { shiftTime } from './shift-time.ts';
import { showRows } from './show-rows.ts';
import { slowestOfThem } from './slowest-of-them.ts';
import { sortByKey } from './sort-by-key.ts';
import { countEach, sortByCount, theMost } from './the-most.ts';
import { theirFigure } from './their-figure.ts';
import { turnOrder } from './turn-order.ts';
import { whichErrors } from './which-errors.ts';
import { whichThings } from './which-things.ts';
import { whoMost } from './who-most.ts';
import { wholeTrace } from './whole-trace.ts';
import { wholeUnit } from './whole-unit.ts';
import { withoutTime } from './without-time.ts';
import { worstTimes } from './worst-times.ts';

/** Whole sentences first, then the parts that may stand beside others. */
const STEPS: readonly Step[] = [
  leadIn,
  withoutTime,
  ofOneRecord,
  onlySuchSpans,
  otherFigure,
  wholeTrace,
  slowestOfThem,
  worstTimes,
  examplesOfThem,
  exampleOfEach,
  latestOfEach,
  anyTime,
  asList,
  countEach,
  sortByCount,
  countThings,
  addUp,
  otherField,
  otherDeed,
  otherWord,
  overallOf,
  extremeInstead,
  theMost,
  mostOfThings,
  whoMost,
  firstOrLast,
  otherSide,
  otherSideOfBound,
  listCounted,
  whichErrors,
  averagePer,
  whichThings,
  sayWhat,
  shareOfAll,
  shareOfOne,
  allBeside,
  besideThem,
  theirFigure,
  boundOfThings,
  addGroup,
  rowsWithTheir,
  perThousand,
  sameOf,
  oneOrSeveral,
  compareValues,
  keepRows,
  setInterval,
  sameThen,
  plotIt,
  sortByKey,
  dropAllFilters,
  dropFilterWords,
  dropTimes,
  totalEnough,
  dropGroups,
  showRows,
  dropFilters,
  dropOnly,
  dropPlaces,
  otherValues,
  plainCounts,
  ofEachThing,
  wholeUnit,
  sameLength,
  shiftTime,
  turnOrder,
  splitIt,
  justThe,
  exceptValues,
  asParts,
];

/** More is a question of its own, and too much to try every way of saying a thing on. */
const wordsMax = 24;

const allSteps = (draft: Draft, about: About): Draft =>
  STEPS.reduce((before, step) => step(before, about) ?? before, draft);

const isTime = ({ meaning }: Mark): boolean => meaning.kind === 'time' && meaning.time.kind === 'time';

/** "how often did each happen today?", "as a graph, the last three days": what is said beside a time, which stays to be read. */
const besideTime = (draft: Draft, about: About): Draft => {
  const times = draft.marks.map(isTime);
  if (!times.includes(true)) return draft;
  // "only the top one, for the last 3 days": the comma is of the time.
  const isApart = (at: number): boolean =>
    draft.marks[at]?.text === ',' && (times[at + 1] === true || times[at - 1] === true);
  const untimed = { ...draft, marks: withoutMarks(draft.marks, (at) => times[at] === true || isApart(at)) };
  if (isSpent(untimed.marks)) return draft;
  const { ir, marks } = allSteps(untimed, about);
  if (!isSpent(marks.filter(({ text }) => text !== OVER_TIME))) return draft;
  return { ir, marks: marks.map((mark, at) => (times[at] === true ? (draft.marks[at] ?? mark) : mark)) };
};

/** The query before after all that the words say of it in so many words; the same draft where they say nothing. */
export const stepsOf = (draft: Draft, about: About): Draft =>
  saidIn(draft.marks).split(/\s+/).length > wordsMax ? draft : besideTime(allSteps(draft, about), about);
