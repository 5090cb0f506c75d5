import { allBeside } from './all-beside.ts';
import { compareValues } from './compare-values.ts';
import { countThings } from './count-things.ts';
import { type About, type Draft, type Step, saidIn } from './draft.ts';
import { dropAllFilters, dropFilters, dropFilterWords, dropOnly, dropPlaces } from './drop-filters.ts';
import { dropGroups, dropTimes, totalEnough } from './drop-groups.ts';
import { exceptValues } from './except-values.ts';
import { keepRows } from './keep-rows.ts';
import { justThe, leadIn, splitIt } from './lead-in.ts';
import { listCounted } from './list-counted.ts';
import { ofOneRecord } from './of-one-record.ts';
import { oneOrSeveral } from './one-or-several.ts';
import { otherValues } from './other-values.ts';
import { plainCounts } from './plain-counts.ts';
import { plotIt } from './plot-it.ts';
import { sameOf } from './same-of.ts';
import { sayWhat } from './say-what.ts';
import { setInterval } from './set-interval.ts';
import { shareOfAll } from './share-of-all.ts';
import { shareOfOne } from './share-of-one.ts';
import { shiftTime } from './shift-time.ts';
import { showRows } from './show-rows.ts';
import { sortByKey } from './sort-by-key.ts';
import { countEach, theMost } from './the-most.ts';
import { turnOrder } from './turn-order.ts';
import { whichThings } from './which-things.ts';

/** Whole sentences first, then the parts that may stand beside others. */
const STEPS: readonly Step[] = [
  leadIn,
  ofOneRecord,
  countEach,
  countThings,
  theMost,
  listCounted,
  whichThings,
  sayWhat,
  shareOfAll,
  shareOfOne,
  allBeside,
  sameOf,
  oneOrSeveral,
  compareValues,
  keepRows,
  setInterval,
  plotIt,
  sortByKey,
  dropTimes,
  totalEnough,
  dropGroups,
  showRows,
  dropAllFilters,
  dropFilterWords,
  dropFilters,
  dropOnly,
  dropPlaces,
  otherValues,
  plainCounts,
  shiftTime,
  turnOrder,
  splitIt,
  justThe,
  exceptValues,
];

/** More is a question of its own, and too much to try every way of saying a thing on. */
const wordsMax = 24;

/** The query before after all that the words say of it in so many words; the same draft where they say nothing. */
export const stepsOf = (draft: Draft, about: About): Draft =>
  saidIn(draft.marks).split(/\s+/).length > wordsMax
    ? draft
    : STEPS.reduce((before, step) => step(before, about) ?? before, draft);
