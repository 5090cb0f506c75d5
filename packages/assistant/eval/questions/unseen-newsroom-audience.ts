import { DAY, most, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { daily } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  ACTION,
  BLOCKED,
  COUNTRY,
  DECISION,
  failures,
  LETTER,
  leading,
  OUTCOME,
  PRICE,
  READER,
  rates,
  SECTION,
  VERDICT,
  VIEWED,
} from './unseen-newsroom-terms.ts';

const news = asks('newsroom');
const did = (action: string): string => `${ACTION} == '${action}'`;
const BOUNCED = `${OUTCOME} == 'bounced'`;
const TWO_PLANS = (plan: string): string => `(${plan} == 'premium' || ${plan} == 'trial')`;
const PHONES = "($d.reader.device == 'ios' || $d.reader.device == 'android')";
const clockPart = (unit: string): string => `extractTime($m.timestamp, '${unit}')`;
const SEARCHED = "$l.subsystemname == 'site-search'";

/** By the manager of the audience, who asks politely. */
export const UNSEEN_NEWSROOM_AUDIENCE: readonly EvalQuestion[] = [
  news(
    'easy',
    'count',
    'Could you tell me how many subscriptions were started this week?',
    `source logs ${THIS_WEEK} | filter ${did('started')} | count`,
  ),
  news(
    'medium',
    'statistic',
    'How much revenue did we make from renewals yesterday, please?',
    `source logs ${YESTERDAY} | filter ${did('renewed')} | aggregate sum($d.sub.amount_eur) as total`,
  ),
  news(
    'easy',
    'group',
    'I would like to see cancellations by reason, most frequent first.',
    `source logs | filter ${did('cancelled')} | groupby $d.sub.reason aggregate count() as n | orderby n desc`,
  ),
  news(
    'medium',
    'top',
    'What are the ten sections with the most article views today?',
    ...leading(`source logs ${TODAY} | filter ${VIEWED}`, SECTION, 'count()', 10),
  ),
  news(
    'medium',
    'compare',
    'Please compare the number of cancelled subscriptions today with yesterday.',
    ...periods(`source logs ${TWO_DAYS} | filter ${did('cancelled')}`, DAY, COUNTED),
  ),
  news(
    'medium',
    'series',
    'How many distinct readers did the paywall block per day?',
    `source logs | filter ${BLOCKED} | ${daily} aggregate distinct_count(${READER}) as n`,
  ),
  news(
    'hard',
    'share',
    'What share of paywall decisions were blocked, by country?',
    `source logs | filter ${DECISION} != null | groupby ${COUNTRY} aggregate count_if(${BLOCKED}) / count() as share`,
    `source logs | filter $l.subsystemname == 'paywall' | groupby ${COUNTRY} aggregate count_if(${BLOCKED}) / count() as share`,
  ),
  news(
    'medium',
    'share',
    'Would you show me the bounce rate of each newsletter?',
    `source logs | groupby ${LETTER} aggregate count_if(${BOUNCED}) / count() as share`,
  ),
  news(
    'easy',
    'group',
    'How many push notifications went out per topic this week?',
    ...["$d.text ~ 'push sent'", '$d.push.topic != null'].flatMap((holds) =>
      ['count()', 'sum($d.push.recipients)'].map(
        (metric) => `source logs ${THIS_WEEK} | filter ${holds} | groupby $d.push.topic aggregate ${metric} as n`,
      ),
    ),
  ),
  news(
    'medium',
    'hour',
    'At what hour of the day do readers search the most?',
    ...[SEARCHED, '$d.lookup.terms != null'].flatMap((holds) =>
      most(`source logs | filter ${holds} | groupby ${clockPart('hour')} as h aggregate count() as n`, 'n'),
    ),
  ),
  news(
    'medium',
    'hour',
    'On which weekday do most people cancel?',
    ...['count()', `distinct_count(${READER})`].flatMap((metric) =>
      most(
        `source logs | filter ${did('cancelled')} | groupby ${clockPart('day_of_week')} as d aggregate ${metric} as n`,
        'n',
      ),
    ),
  ),
  news(
    'medium',
    'having',
    'Which newsletters had more than 100 bounces since Monday?',
    `source logs ${THIS_WEEK} | filter ${BOUNCED} | groupby ${LETTER} aggregate count() as n | filter n > 100`,
  ),
  news(
    'medium',
    'compare',
    'Do premium readers get more errors than trial readers?',
    ...failures(
      (told, bad) =>
        `${told.source} | filter ${bad} && ${TWO_PLANS(told.plan)} | groupby ${told.plan} aggregate count() as n`,
    ),
    ...failures(
      (told, bad) =>
        `${told.source} | aggregate count_if(${bad} && ${told.plan} == 'premium') as one, count_if(${bad} && ${told.plan} == 'trial') as other`,
    ),
    ...rates(
      (told, also, bad) =>
        `${told.source} | filter ${TWO_PLANS(told.plan)} && ${also} | groupby ${told.plan} aggregate count_if(${bad}) / count() as share`,
    ),
  ),
  news(
    'medium',
    'conditional',
    'For each plan, how many subscriptions were started and how many were cancelled?',
    ...['$d.sub.plan', '$d.reader.plan'].flatMap((plan) => [
      `source logs | groupby ${plan} aggregate count_if(${did('started')}) as started, count_if(${did('cancelled')}) as cancelled`,
      `source logs | filter ${ACTION} != null | groupby ${plan} aggregate count_if(${did('started')}) as started, count_if(${did('cancelled')}) as cancelled`,
      `source logs | filter ${did('started')} || ${did('cancelled')} | groupby ${plan}, ${ACTION} aggregate count() as n`,
    ]),
  ),
  news(
    'easy',
    'statistic',
    'What is the average ad price per bidder and what is the highest?',
    `source logs | groupby $d.ad.bidder aggregate avg(${PRICE}) as mean, max(${PRICE}) as most`,
  ),
  news(
    'medium',
    'top',
    'Which ad slots were left unfilled most often yesterday?',
    ...most(`source logs ${YESTERDAY} | filter $d.ad.filled == false | groupby $d.ad.slot aggregate count() as n`, 'n'),
  ),
  news(
    'hard',
    'share',
    'Could I have the number of rejected comments per thousand comments, day by day?',
    ...[`${VERDICT} != null`, "$l.subsystemname == 'comments'"].map(
      (holds) =>
        `source logs | filter ${holds} | ${daily} aggregate 1000 * count_if(${VERDICT} == 'rejected') / count() as rate`,
    ),
  ),
  news(
    'hard',
    'top',
    'Which authors were read most on phones?',
    ...most(`source logs | filter ${VIEWED} && ${PHONES} | groupby $d.story.author aggregate count() as n`, 'n'),
  ),
  news(
    'medium',
    'statistic',
    'What did the average renewal bring in, per payment method?',
    `source logs | filter ${did('renewed')} | groupby $d.sub.method aggregate avg($d.sub.amount_eur) as mean`,
  ),
  news(
    'medium',
    'when',
    'When did the first bounce of the morning-briefing happen today?',
    ...['| orderby $m.timestamp asc | limit 1', '| aggregate min($m.timestamp) as first'].map(
      (end) => `source logs ${TODAY} | filter ${LETTER} == 'morning-briefing' && ${BOUNCED} ${end}`,
    ),
  ),
];
