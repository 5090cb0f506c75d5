import type { About, Draft, Step } from './draft.ts';
import { dropAllFilters, dropFilters, dropOnly } from './drop-filters.ts';
import { dropGroups } from './drop-groups.ts';
import { keepRows } from './keep-rows.ts';
import { listCounted } from './list-counted.ts';
import { oneOrSeveral } from './one-or-several.ts';
import { otherValues } from './other-values.ts';
import { plainCounts } from './plain-counts.ts';
import { shareOfAll } from './share-of-all.ts';
import { shiftTime } from './shift-time.ts';
import { turnOrder } from './turn-order.ts';

/** Whole sentences first, then the parts that may stand beside others. */
const STEPS: readonly Step[] = [
  listCounted,
  shareOfAll,
  oneOrSeveral,
  keepRows,
  dropGroups,
  dropAllFilters,
  dropFilters,
  dropOnly,
  otherValues,
  plainCounts,
  shiftTime,
  turnOrder,
];

/** The query before after all that the words say of it in so many words; the same draft where they say nothing. */
export const stepsOf = (draft: Draft, about: About): Draft =>
  STEPS.reduce((before, step) => step(before, about) ?? before, draft);
