import { LATE_RULES } from './late-rules.ts';
import { againstOwn } from './rules/against-own.ts';
import { alsoByWhich } from './rules/also-by-which.ts';
import { andWhatIs } from './rules/and-what-is.ts';
import { askedAttribute } from './rules/asked-attribute.ts';
import { bareEvents } from './rules/bare-events.ts';
import { beyondAverage, typicalGroups } from './rules/beyond-average.ts';
import { ranges, statusClasses } from './rules/bins.ts';
import { bothOf, everyOf, oneOfEach } from './rules/both.ts';
import { bothSides } from './rules/both-sides.ts';
import { callsBetween } from './rules/calls-between.ts';
import { changes } from './rules/changes.ts';
import { closingTotal } from './rules/closing-total.ts';
import { columnOfEachValue } from './rules/column-of-each-value.ts';
import { columnLists } from './rules/columns.ts';
import { combinations } from './rules/combinations.ts';
import { comparedValues } from './rules/compared-values.ts';
import { comparisons } from './rules/comparisons.ts';
import { countedApart } from './rules/counted-apart.ts';
import { countedConditions } from './rules/counted-conditions.ts';
import { courses } from './rules/courses.ts';
import { commons, cuts } from './rules/cuts.ts';
import { deedOfDone } from './rules/deed-of-done.ts';
import { deedsApart } from './rules/deeds-apart.ts';
import { differentErrors } from './rules/different-errors.ts';
import { directions } from './rules/directions.ts';
import { distinctCounts } from './rules/distinct-counts.ts';
import { distinctShares, sharesOfGroups } from './rules/distinct-shares.ts';
import { distinctThings } from './rules/distinct-things.ts';
import { durationOfDeed } from './rules/duration-of-deed.ts';
import { eachMessage } from './rules/each-message.ts';
import { eachOfValues } from './rules/each-of-values.ts';
import { eachSeen } from './rules/each-seen.ts';
import { firstAndLast } from './rules/edges.ts';
import { elsewhere } from './rules/elsewhere.ts';
import { equalities } from './rules/equalities.ts';
import { eventsPerMany } from './rules/events-per-many.ts';
import { extractedFigures } from './rules/extracted-figures.ts';
import { askedNumbers, extractions } from './rules/extractions.ts';
import { extremeOfEach } from './rules/extreme-of-each.ts';
import { booleans, severityPairs } from './rules/facts.ts';
import { figureOfDeed } from './rules/figure-of-deed.ts';
import { figureOfEach } from './rules/figure-of-each.ts';
import { outcomes, severities, values } from './rules/filters.ts';
import { firstAndLastDeeds } from './rules/first-and-last-deeds.ts';
import { groups } from './rules/groups.ts';
import { growths } from './rules/growth.ts';
import { headsCompared } from './rules/heads-compared.ts';
import { headsPer } from './rules/heads-per.ts';
import { hoursOfThings } from './rules/hours-of-things.ts';
import { howOften } from './rules/how-often.ts';
import { inAllOf } from './rules/in-all-of.ts';
import { lacking } from './rules/lacking.ts';
import { orderings, plainLimits, sorts } from './rules/limits.ts';
import { constraints, ids, knownThings, paths, presence } from './rules/literals.ts';
import { longestFigure } from './rules/longest-figure.ts';
import { manyTimes } from './rules/many-times.ts';
import { mentioned } from './rules/mentioned.ts';
import { messageFigures } from './rules/message-figures.ts';
import { severalCounts, statistics } from './rules/metrics.ts';
import { moneyOfValue } from './rules/money-of-value.ts';
import { moneySpent } from './rules/money-spent.ts';
import { namedClasses } from './rules/named-classes.ts';
import { neverBeyond, nothingBut } from './rules/nothing-but.ts';
import { numbersOfThings } from './rules/numbers-of-things.ts';
import { objectless } from './rules/objectless.ts';
import { ofOneAndOfOther } from './rules/of-one-and-of-other.ts';
import { lateOfThem, ofThem } from './rules/of-them.ts';
import { oneAndOther } from './rules/one-and-other.ts';
import { oneSideMore } from './rules/one-side-more.ts';
import { oneThenOther } from './rules/one-then-other.ts';
import { onlyTheirIds } from './rules/only-their-ids.ts';
import { ordinals } from './rules/ordinals.ts';
import { otherOnes } from './rules/other-ones.ts';
import { outcomeSides } from './rules/outcome-sides.ts';
import { outcomeVersus } from './rules/outcome-versus.ts';
import { outcomesPer } from './rules/outcomes-per.ts';
import { outnumbers } from './rules/outnumbers.ts';
import { overalls } from './rules/overalls.ts';
import { ownFigures } from './rules/own-figures.ts';
import { pairsOfThings } from './rules/pairs-of-things.ts';
import { perMany } from './rules/per-many.ts';
import { plainCounts } from './rules/plain-counts.ts';
import { presentAndAbsent } from './rules/present-and-absent.ts';
import { queueMessages, sentAndProcessed } from './rules/queue-messages.ts';
import { rankedBeside } from './rules/ranked-beside.ts';
import { rankedLists } from './rules/ranked-lists.ts';
import { ratioTo } from './rules/ratio-to.ts';
import { lateRatios, ratios, totals } from './rules/ratios.ts';
import { reasonOfLack } from './rules/reason-of-lack.ts';
import { requestsMade } from './rules/requests-made.ts';
import { retries } from './rules/retries.ts';
import { saidBeside } from './rules/said-beside.ts';
import { saidInBrackets } from './rules/said-in-brackets.ts';
import { samples } from './rules/samples.ts';
import { lastSeen } from './rules/seen.ts';
import { listedColumns, projections, whos } from './rules/shapes.ts';
import { shareAmongOthers } from './rules/share-among.ts';
import { shareOfAlternatives } from './rules/share-of-alternatives.ts';
import { shareOfEach } from './rules/share-of-each.ts';
import { unitAside } from './rules/shown-in.ts';
import { shownWith } from './rules/shown-with.ts';
import { spentMost } from './rules/spent-most.ts';
import { startsAndEnds } from './rules/starts-and-ends.ts';
import { statusColumns } from './rules/status-columns.ts';
import { statuses } from './rules/statuses.ts';
import { sumShares } from './rules/sum-shares.ts';
import { superlatives } from './rules/superlatives.ts';
import { quoted, searched } from './rules/texts.ts';
import { theirShare } from './rules/their-share.ts';
import { thingsById } from './rules/things-by-id.ts';
import { timePassed } from './rules/time-passed.ts';
import { timeHeads, whens } from './rules/time-things.ts';
import { timesBetween } from './rules/times-between.ts';
import { timesOfFigure } from './rules/times-of-figure.ts';
import { toldApart } from './rules/told-apart.ts';
import { totalBeside } from './rules/total-beside.ts';
import { unitsInNames } from './rules/units-in-names.ts';
import { verbTimes } from './rules/verb-times.ts';
import { versusStatuses } from './rules/versus-statuses.ts';
import { whoseFigure } from './rules/whose-figure.ts';
import { withAndWithout } from './rules/with-and-without.ts';
import { withNone } from './rules/with-none.ts';
import { withTheir } from './rules/with-their.ts';
import { withinTraces } from './rules/within-traces.ts';
import type { Scene } from './scene.ts';

type Rule = (scene: Scene) => void;

/** The grammar: each rule takes the marks it understands, so the order decides what a word is. */
export const RULES: readonly Rule[] = [
  changes,
  callsBetween,
  ordinals,
  timeHeads,
  unitAside,
  courses,
  timesBetween,
  startsAndEnds,
  firstAndLastDeeds,
  timePassed,
  hoursOfThings,
  listedColumns,
  onlyTheirIds,
  projections,
  shownWith,
  pairsOfThings,
  figureOfEach,
  inAllOf,
  constraints,
  equalities,
  beyondAverage,
  againstOwn,
  ids,
  numbersOfThings,
  askedAttribute,
  saidInBrackets,
  retries,
  extractedFigures,
  extractions,
  messageFigures,
  durationOfDeed,
  verbTimes,
  unitsInNames,
  ownFigures,
  askedNumbers,
  outcomeVersus,
  eventsPerMany,
  requestsMade,
  bareEvents,
  queueMessages,
  reasonOfLack,
  lacking,
  presentAndAbsent,
  withinTraces,
  withAndWithout,
  deedOfDone,
  moneySpent,
  shareOfAlternatives,
  figureOfDeed,
  spentMost,
  ratioTo,
  shareAmongOthers,
  nothingBut,
  neverBeyond,
  countedConditions,
  oneThenOther,
  oneAndOther,
  withNone,
  ofThem,
  elsewhere,
  oneSideMore,
  outcomeSides,
  objectless,
  searched,
  quoted,
  knownThings,
  directions,
  statusClasses,
  namedClasses,
  ranges,
  bothOf,
  oneOfEach,
  outnumbers,
  everyOf,
  versusStatuses,
  statusColumns,
  columnOfEachValue,
  deedsApart,
  columnLists,
  ofOneAndOfOther,
  countedApart,
  severityPairs,
  statuses,
  severities,
  outcomes,
  booleans,
  bothSides,
  presence,
  thingsById,
  whoseFigure,
  values,
  paths,
  otherOnes,
  eachOfValues,
  combinations,
  groups,
  outcomesPer,
  moneyOfValue,
  alsoByWhich,
  sentAndProcessed,
  toldApart,
  howOften,
  samples,
  lastSeen,
  manyTimes,
  growths,
  firstAndLast,
  saidBeside,
  mentioned,
  eachMessage,
  comparedValues,
  perMany,
  closingTotal,
  sumShares,
  totals,
  distinctShares,
  overalls,
  statistics,
  andWhatIs,
  eachSeen,
  whens,
  ratios,
  severalCounts,
  differentErrors,
  distinctThings,
  distinctCounts,
  headsPer,
  headsCompared,
  timesOfFigure,
  comparisons,
  lateOfThem,
  sharesOfGroups,
  lateRatios,
  theirShare,
  shareOfEach,
  typicalGroups,
  whos,
  cuts,
  commons,
  extremeOfEach,
  longestFigure,
  superlatives,
  sorts,
  rankedBeside,
  totalBeside,
  withTheir,
  rankedLists,
  orderings,
  plainLimits,
  plainCounts,
  ...LATE_RULES,
];
