import type { Rule } from './rule.ts';
import { containsWords } from './rules/contains-words.ts';
import { contradiction } from './rules/contradiction.ts';
import { earlyLimit } from './rules/early-limit.ts';
import { emptyWindow } from './rules/empty-window.ts';
import { exactDistinct } from './rules/exact-distinct.ts';
import { extremePercentile } from './rules/extreme-percentile.ts';
import { filterAfterGroup } from './rules/filter-after-group.ts';
import { nearUniqueKey } from './rules/near-unique-key.ts';
import { numbersAsText } from './rules/numbers-as-text.ts';
import { repeatedFilter } from './rules/repeated-filter.ts';
import { sortBeforeFilter } from './rules/sort-before-filter.ts';
import { sortOfTextNumbers } from './rules/sort-of-text-numbers.ts';
import { sortWithoutLimit } from './rules/sort-without-limit.ts';
import { timeFrame } from './rules/time-frame.ts';
import { unusedColumn } from './rules/unused-column.ts';
import { wholeRowSearch } from './rules/whole-row-search.ts';

/** Every rule, in the order of its code. */
export const RULES: readonly Rule[] = [
  timeFrame,
  nearUniqueKey,
  filterAfterGroup,
  sortWithoutLimit,
  earlyLimit,
  repeatedFilter,
  sortOfTextNumbers,
  containsWords,
  extremePercentile,
  numbersAsText,
  unusedColumn,
  exactDistinct,
  contradiction,
  wholeRowSearch,
  sortBeforeFilter,
  emptyWindow,
];
