import type { Catalog } from '@clearspan/contracts';
import { archive } from '../worlds/archive.ts';
import { bakery } from '../worlds/bakery.ts';
import { cabs } from '../worlds/cabs.ts';
import { clinic } from '../worlds/clinic.ts';
import { coach } from '../worlds/coach.ts';
import { copyshop } from '../worlds/copyshop.ts';
import { depot } from '../worlds/depot.ts';
import { ferry } from '../worlds/ferry.ts';
import { garden } from '../worlds/garden.ts';
import { harbour } from '../worlds/harbour.ts';
import { kennel } from '../worlds/kennel.ts';
import { laundry } from '../worlds/laundry.ts';
import { library } from '../worlds/library.ts';
import { lifts, liftsWithReasons } from '../worlds/lifts.ts';
import { metro } from '../worlds/metro.ts';
import { emptyWorld, ownSystem } from '../worlds/own-system.ts';
import { papers } from '../worlds/papers.ts';
import { pool } from '../worlds/pool.ts';
import { radio } from '../worlds/radio.ts';
import { savings } from '../worlds/savings.ts';
import { shop } from '../worlds/shop.ts';
import { theatre } from '../worlds/theatre.ts';
import { vineyard } from '../worlds/vineyard.ts';
import { workshop } from '../worlds/workshop.ts';
import { ACROSS } from './across.ts';
import { ACROSS_AND_BEYOND } from './across-and-beyond.ts';
import { AGAINST_THE_AVERAGE } from './against-the-average.ts';
import { ASKED_OF_CABS } from './asked-of-cabs.ts';
import { ASKED_OF_THOSE } from './asked-of-those.ts';
import { BARE_AND_BOUNDED } from './bare-and-bounded.ts';
import { BARE_HOURS } from './bare-hours.ts';
import { BESIDE } from './beside.ts';
import { BESIDE_THE_REST } from './beside-the-rest.ts';
import { BESIDE_WHAT_RANKS } from './beside-what-ranks.ts';
import { BOTH_AND_KINDS } from './both-and-kinds.ts';
import { BOUNDS_OF_GROUPS } from './bounds-of-groups.ts';
import { CALLED_AS_THINGS } from './called-as-things.ts';
import { CLOSING_TOTALS } from './closing-totals.ts';
import { COMBINED } from './combined.ts';
import { COUNTED_GROUPS, NAME_ENDS } from './counted-groups.ts';
import { COUNTRIES_SAID } from './countries.ts';
import { COUNTS } from './counts.ts';
import { DAYS_TOGETHER } from './days-together.ts';
import { DECISIONS, DIALOGUES } from './decisions.ts';
import { DEEDS_AND_TIMES } from './deeds-and-times.ts';
import { DEEDS_OF_PEOPLE } from './deeds-of-people.ts';
import { EACH_OF_THEM, EACH_OF_THEM_SHOP } from './each-of-them.ts';
import { EXISTS_AND_ONES } from './exists-and-ones.ts';
import { EXTREMES_AND_PATHS } from './extremes-and-paths.ts';
import { FIGURES_AND_GROUPS } from './figures-and-groups.ts';
import { FOLLOW_UPS_ABOUT } from './follow-ups-about.ts';
import { FOLLOW_UPS_ANSWER } from './follow-ups-answer.ts';
import { FOLLOW_UPS_BESIDE } from './follow-ups-beside.ts';
import { FOLLOW_UPS_FURTHER } from './follow-ups-further.ts';
import { FOLLOW_UPS_IN_FEW_WORDS } from './follow-ups-in-few-words.ts';
import { FOLLOW_UPS_ONLY } from './follow-ups-only.ts';
import { FOLLOW_UPS_OTHER_DATA } from './follow-ups-other-data.ts';
import { FOLLOW_UPS_OWN } from './follow-ups-own.ts';
import { FOLLOW_UPS_SOME } from './follow-ups-some.ts';
import { FOLLOW_UPS_SPOKEN } from './follow-ups-spoken.ts';
import { FOLLOW_UPS_TIMES } from './follow-ups-times.ts';
import { HOW_MUCH_IT_CHANGED } from './how-much-it-changed.ts';
import { HOW_OFTEN_EACH } from './how-often-each.ts';
import { IDS_HOURS_AND_CLASSES } from './ids-hours-and-classes.ts';
import { IN_MESSAGES } from './in-messages.ts';
import type { QuestionItem } from './item.ts';
import { KIN_OF_SPANS } from './kin-of-spans.ts';
import { LACKED_AND_CALLED } from './lacked-and-called.ts';
import { LISTS } from './lists.ts';
import { LOOKED_FOR } from './looked-for.ts';
import { MIXED_FIGURES } from './mixed-figures.ts';
import { MONEY } from './money.ts';
import { NAMES_OF_A_TRADE } from './names-of-a-trade.ts';
import { NAMES_OF_SERVICES } from './names-of-services.ts';
import { NESTED_THINGS } from './nested-things.ts';
import { NOUNS_OF_DEEDS } from './nouns-of-deeds.ts';
import { NUMBERS_ASKED } from './numbers-asked.ts';
import { OF_THE_TOP } from './of-the-top.ts';
import { OF_TWO } from './of-two.ts';
import { ONE_AND_OTHER } from './one-and-other.ts';
import { ONE_THEN_OTHER } from './one-then-other.ts';
import { ORDINALS_AND_SIDES } from './ordinals-and-sides.ts';
import { EMPTY, OWN_SYSTEM } from './other-worlds.ts';
import { OWN_FIGURES } from './own-figures.ts';
import { ASKED_FOR } from './payroll-asked-for.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { POLITE } from './polite.ts';
import { PROPORTIONS } from './proportions.ts';
import { REPORTED } from './reported.ts';
import { RETRIED } from './retried.ts';
import { SAID_AND_TOLD } from './said-and-told.ts';
import { SAID_ASIDE } from './said-aside.ts';
import { SAID_BY_OTHERS } from './said-by-others.ts';
import { READ_OUT, SAID_OF_EACH } from './said-of-each.ts';
import { SAID_OF_TRAMS } from './said-of-trams.ts';
import { SAID_WHY } from './said-why.ts';
import { SEVERAL_MAKES } from './several-makes.ts';
import { SHORT_OF_IT } from './short-of-it.ts';
import { SIDES_OF_GROUPS } from './sides-of-groups.ts';
import { SILENCE_AND_BOUNDS } from './silence-and-bounds.ts';
import { SIZES_AND_SHARES } from './sizes-and-shares.ts';
import { SO_MANY_TIMES } from './so-many-times.ts';
import { REASONS_WITHIN, STATES_AND_CODES } from './states-and-codes.ts';
import { THINGS_AND_OUTCOMES } from './things-and-outcomes.ts';
import { TIMES_AND_THEIR_FIRST } from './times-and-their-first.ts';
import { TOLD_APART } from './told-apart.ts';
import { TOLD_BY_THE_DATA } from './told-by-the-data.ts';
import { TOLD_IN_MESSAGES } from './told-in-messages.ts';
import { TOOK_AND_LASTED } from './took-and-lasted.ts';
import { WHO_WILL } from './who-will.ts';
import { WHOSE_IT_IS } from './whose-it-is.ts';
import { WITH_THEIRS } from './with-theirs.ts';
import { WITHIN_TRACES } from './within-traces.ts';
import { WORDINGS } from './wordings.ts';

/** Questions with the very queries they get, by who works on the rules. */
export const UNIT_SETS: readonly (readonly [name: string, items: readonly QuestionItem[], world: Catalog])[] = [
  ['rows', LISTS, shop],
  ['numbers', COUNTS, shop],
  ['decisions', DECISIONS, shop],
  ['dialogues', DIALOGUES, shop],
  ['follow-ups, what is asked about', FOLLOW_UPS_ABOUT, shop],
  ['follow-ups, what is answered', FOLLOW_UPS_ANSWER, shop],
  ['follow-ups, what stands beside it', FOLLOW_UPS_BESIDE, shop],
  ['follow-ups as they are said', FOLLOW_UPS_SPOKEN, shop],
  ['follow-ups, what leads further', FOLLOW_UPS_FURTHER, shop],
  ['follow-ups, another time', FOLLOW_UPS_TIMES, shop],
  ['follow-ups, some of it', FOLLOW_UPS_SOME, shop],
  ['money', MONEY, savings],
  ['combined', COMBINED, shop],
  ['beside each other', BESIDE, shop],
  ['counted groups', COUNTED_GROUPS, shop],
  ['ratios, sides and courses', PROPORTIONS, shop],
  ['sides of groups', SIDES_OF_GROUPS, shop],
  ['numbers in messages', IN_MESSAGES, shop],
  ['one and another', ONE_AND_OTHER, shop],
  ['across', ACROSS, shop],
  ['across and beyond', ACROSS_AND_BEYOND, archive],
  ['mixed figures', MIXED_FIGURES, shop],
  ['of two', OF_TWO, shop],
  ['said aside', SAID_ASIDE, shop],
  ['said of each', SAID_OF_EACH, shop],
  ['found while asking', REPORTED, shop],
  ['wordings', WORDINGS, shop],
  ['deeds and times', DEEDS_AND_TIMES, shop],
  ['figures and groups', FIGURES_AND_GROUPS, shop],
  ['plain words', PLAIN_WORDS, shop],
  ['lead-ins and trailing clauses', POLITE, shop],
  ['OTLP telemetry', OWN_SYSTEM, ownSystem],
  ['follow-ups on OTLP telemetry', FOLLOW_UPS_OWN, ownSystem],
  ['read out of messages', READ_OUT, ownSystem],
  ['ends of names', NAME_ENDS, ownSystem],
  ['names of a trade', NAMES_OF_A_TRADE, clinic],
  ['services of several makes', SEVERAL_MAKES, ferry],
  ['names of services', NAMES_OF_SERVICES, library],
  ['short of it', SHORT_OF_IT, shop],
  ['took and lasted', TOOK_AND_LASTED, shop],
  ['said why', SAID_WHY, shop],
  ['follow-ups to the other data', FOLLOW_UPS_OTHER_DATA, shop],
  ['so many times', SO_MANY_TIMES, shop],
  ['against the average', AGAINST_THE_AVERAGE, shop],
  ['how much it changed', HOW_MUCH_IT_CHANGED, shop],
  ['times and their first', TIMES_AND_THEIR_FIRST, shop],
  ['exists and ones', EXISTS_AND_ONES, kennel],
  ['nested things', NESTED_THINGS, kennel],
  ['beside the rest', BESIDE_THE_REST, kennel],
  ['said by others', SAID_BY_OTHERS, kennel],
  ['ordinals and sides', ORDINALS_AND_SIDES, shop],
  ['called as things', CALLED_AS_THINGS, vineyard],
  ['told in messages', TOLD_IN_MESSAGES, theatre],
  ['how often it was tried', RETRIED, theatre],
  ['told apart', TOLD_APART, theatre],
  ['within traces', WITHIN_TRACES, theatre],
  ['numbers asked for', NUMBERS_ASKED, theatre],
  ['bare hours', BARE_HOURS, shop],
  ['days together', DAYS_TOGETHER, shop],
  ['follow-ups, fewer of it', FOLLOW_UPS_ONLY, shop],
  ['follow-ups in few words', FOLLOW_UPS_IN_FEW_WORDS, shop],
  ['of the top', OF_THE_TOP, shop],
  ['beside what ranks', BESIDE_WHAT_RANKS, shop],
  ['one, then the other', ONE_THEN_OTHER, shop],
  ['extremes and paths', EXTREMES_AND_PATHS, shop],
  ['kin of spans', KIN_OF_SPANS, shop],
  ['what will happen', WHO_WILL, shop],
  ['a total at the end', CLOSING_TOTALS, radio],
  ['told of each group', WITH_THEIRS, radio],
  ['how often each', HOW_OFTEN_EACH, radio],
  ['countries and devices', COUNTRIES_SAID, radio],
  ['follow-ups, each of them', EACH_OF_THEM, harbour],
  ['follow-ups, each of them in a shop', EACH_OF_THEM_SHOP, shop],
  ['lacked and called', LACKED_AND_CALLED, harbour],
  ['said and told', SAID_AND_TOLD, workshop],
  ['figures of their own', OWN_FIGURES, pool],
  ['states and codes', STATES_AND_CODES, lifts],
  ['reasons within things', REASONS_WITHIN, liftsWithReasons],
  ['asked for and told', ASKED_FOR, bakery],
  ['whose it is', WHOSE_IT_IS, coach],
  ['nouns of deeds', NOUNS_OF_DEEDS, coach],
  ['bounds of groups', BOUNDS_OF_GROUPS, shop],
  ['silence and bounds', SILENCE_AND_BOUNDS, shop],
  ['both, and kinds of things', BOTH_AND_KINDS, papers],
  ['asked of cabs', ASKED_OF_CABS, cabs],
  ['things and outcomes', THINGS_AND_OUTCOMES, laundry],
  ['sizes and shares', SIZES_AND_SHARES, copyshop],
  ['said of trams', SAID_OF_TRAMS, depot],
  ['told by the data', TOLD_BY_THE_DATA, metro],
  ['looked for', LOOKED_FOR, garden],
  ['deeds of people', DEEDS_OF_PEOPLE, garden],
  ['ids, hours and classes', IDS_HOURS_AND_CLASSES, garden],
  ['asked of those', ASKED_OF_THOSE, shop],
  ['bare and bounded', BARE_AND_BOUNDED, copyshop],
  ['no data yet', EMPTY, emptyWorld],
];
