import { amountsOfThings } from './rules/amounts-of-things.ts';
import { apartFigures } from './rules/apart-figures.ts';
import { bareFigure } from './rules/bare-figure.ts';
import { bareLatency, latencyBesideCount } from './rules/bare-latency.ts';
import { deedsOfHead } from './rules/deeds-of-head.ts';
import { describedThings } from './rules/described-things.ts';
import { eachDay } from './rules/each-day.ts';
import { eventShares } from './rules/event-shares.ts';
import { flagRatios } from './rules/flag-ratios.ts';
import { lineOfEach } from './rules/line-of-each.ts';
import { lostGroup } from './rules/lost-group.ts';
import { neverSaidTogether } from './rules/never-said-together.ts';
import { neverTogether } from './rules/never-together.ts';
import { onesShown } from './rules/ones-shown.ts';
import { perUnique } from './rules/per-unique.ts';
import { deedsOfNumbers } from './rules/plain-counts.ts';
import { rightBefore } from './rules/right-before.ts';
import { rowsWithColumns } from './rules/rows-with-columns.ts';
import { serverSpans } from './rules/server-spans.ts';
import { bareFields, distinctLists, plots } from './rules/shapes.ts';
import { shownIn } from './rules/shown-in.ts';
import { sidesOfBound } from './rules/sides-of-bound.ts';
import { talliedOnly } from './rules/tallied-only.ts';
import { thatOne } from './rules/that-one.ts';
import { toldSuccess } from './rules/told-success.ts';
import { topOfEachTime } from './rules/top-of-each-time.ts';
import { topWithinEach } from './rules/top-within-each.ts';
import { otherMethods, resourceUses, unseenNames } from './rules/unseen.ts';
import { whoseValues } from './rules/whose-values.ts';
import type { Scene } from './scene.ts';
import { unitsSaid } from './spoken-units.ts';

/** What is read once the words that ask for something have been: how it is shown, and what of it could not be. */
export const LATE_RULES: readonly ((scene: Scene) => void)[] = [
  sidesOfBound,
  plots,
  topOfEachTime,
  topWithinEach,
  eachDay,
  lineOfEach,
  latencyBesideCount,
  bareFields,
  bareLatency,
  bareFigure,
  shownIn,
  unitsSaid,
  distinctLists,
  describedThings,
  whoseValues,
  rowsWithColumns,
  onesShown,
  serverSpans,
  otherMethods,
  unseenNames,
  resourceUses,
  perUnique,
  deedsOfNumbers,
  flagRatios,
  eventShares,
  amountsOfThings,
  neverTogether,
  neverSaidTogether,
  apartFigures,
  toldSuccess,
  rightBefore,
  deedsOfHead,
  lostGroup,
  talliedOnly,
  thatOne,
];
