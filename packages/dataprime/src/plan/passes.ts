import { inlineFields } from './passes/inline-fields.ts';
import { orderFilters } from './passes/order-filters.ts';
import { pruneColumns } from './passes/prune-columns.ts';
import { pushDownFilters } from './passes/push-down-filters.ts';
import { pushDownTime } from './passes/push-down-time.ts';
import { readBeforeExplode } from './passes/read-before-explode.ts';
import type { Pass } from './plan.ts';

/** Every pass, in the order they run: a condition reaches the scan by the fields it reads, bounds of time are found among the filters that have reached the scan. */
export const PASSES: readonly Pass[] = [
  inlineFields,
  pushDownFilters,
  pushDownTime,
  orderFilters,
  readBeforeExplode,
  pruneColumns,
];
