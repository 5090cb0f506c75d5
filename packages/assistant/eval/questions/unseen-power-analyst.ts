import { DAY, most, S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { daily, which } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  CITY,
  CLIENT,
  DRIVER,
  either,
  KWH,
  LAST_WEEK,
  LOGS,
  leading,
  METHOD,
  NUMBER,
  numberIn,
  PAYMENTS,
  PLUG,
  PORTAL,
  PRICE,
  SESSIONS,
  SPANS,
  says,
  sessions,
} from './unseen-power-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const power = asks('power');
const SINCE_TENTH = "between @'2026-11-10' and @'now'";
const SIGNED_IN = says('driver signed in');
const PAID = "$d.outcome == 'paid'";
const WRONG = says('wrong password');

/** By the product analyst. */
export const UNSEEN_POWER_ANALYST: readonly EvalQuestion[] = [
  power(
    'easy',
    'distinct',
    'distinct drivers in the portal, last 7 days',
    ...lastDays(7, (time) => time).flatMap((time) =>
      either(
        (told) =>
          `${told.source} ${time} | filter ${told.service} == 'driver-portal' | aggregate distinct_count(${told.driver}) as n`,
      ),
    ),
  ),
  power(
    'easy',
    'count by',
    'sessions by plug type this week',
    ...['', ` && ${says('session started')}`, ` && ${says('session finished')}`].flatMap((also) =>
      ['count()', 'distinct_count($d.session)'].map(
        (count) =>
          `source logs ${THIS_WEEK} | filter ${SESSIONS}${also} | groupby ${PLUG} as plug aggregate ${count} as n`,
      ),
    ),
  ),
  power('easy', 'count', 'how many sign-ins today', `source logs ${TODAY} | filter ${SIGNED_IN} | count`),
  power(
    'easy',
    'values',
    'which languages do portal users have?',
    ...which(`source logs | filter ${PORTAL}`, '$d.lang'),
  ),
  power(
    'easy',
    'statistic',
    'average kwh per session',
    ...sessions('', (source) => `${source} | aggregate avg(${KWH}) as mean`),
    `source logs | filter ${SESSIONS} | groupby $d.session as session aggregate sum(${KWH}) as kwh | aggregate avg(kwh) as mean`,
  ),
  power(
    'easy',
    'statistic',
    'total EUR paid yesterday',
    ...[PAID, says('payment processed'), `${PAID} && ${says('payment processed')}`].map(
      (paid) =>
        `source logs ${YESTERDAY} | filter ${PAYMENTS} && ${paid} && $d.currency == 'EUR' | aggregate sum(${PRICE}) as total`,
    ),
  ),
  power(
    'easy',
    'count',
    'refunds issued since Monday',
    ...[`source logs ${THIS_WEEK} | filter ${says('refund issued')}`].flatMap((query) => [`${query} | count`, query]),
  ),
  power(
    'easy',
    'count',
    'How often was a route planned yesterday?',
    `source logs ${YESTERDAY} | filter ${says('route planned')} | count`,
  ),
  power(
    'medium',
    'series',
    'daily active drivers in the portal since Nov 10',
    ...either(
      (told) =>
        `${told.source} ${SINCE_TENTH} | filter ${told.service} == 'driver-portal' | ${daily} aggregate distinct_count(${told.driver}) as n`,
    ),
  ),
  power(
    'medium',
    'top groups',
    'top 10 drivers by energy charged this week',
    ...sessions(THIS_WEEK, (source) => source).flatMap((source) => leading(source, DRIVER, `sum(${KWH})`, 10)),
  ),
  power(
    'medium',
    'statistic by',
    'average payment price by method and currency since 10 November',
    ...['', ` && ${PAID}`, ` && ${says('payment processed')}`].map(
      (also) =>
        `source logs ${SINCE_TENTH} | filter ${PAYMENTS}${also} | groupby ${METHOD} as method, $d.currency as currency aggregate avg(${PRICE}) as mean`,
    ),
  ),
  power(
    'medium',
    'series',
    'sign-ins by client per day, since Monday',
    `source logs ${THIS_WEEK} | filter ${SIGNED_IN} | ${daily}, ${CLIENT} as client aggregate count() as n`,
  ),
  power(
    'medium',
    'compare times',
    'stop reasons yesterday vs the day before',
    ...sessions(`between ${DAY} - 2d and ${DAY}`, (source) => source).flatMap((source) =>
      periods(source, `${DAY} - 1d`, COUNTED, '$d.stop_reason'),
    ),
  ),
  power(
    'medium',
    'statistic by',
    'p90 response time of driver-portal per path, last 2 days',
    ...lastDays(2, (time) => time).flatMap((time) => [
      `source logs ${time} | filter ${PORTAL} | groupby ${LOGS.path} as path aggregate percentile(0.9, ${LOGS.took}) as p90`,
      `source spans ${time} | filter ${SVC} == 'driver-portal' && ${SPANS.path} != null | groupby ${SPANS.path} as path aggregate percentile(0.9, ${SPANS.took}) as p90`,
    ]),
  ),
  power(
    'medium',
    'statistic by',
    '10th, 50th and 90th percentile of kwh by plug',
    ...sessions(
      '',
      (source) =>
        `${source} | groupby ${PLUG} as plug aggregate percentile(0.1, ${KWH}) as p10, percentile(0.5, ${KWH}) as p50, percentile(0.9, ${KWH}) as p90`,
    ),
  ),
  power(
    'medium',
    'top groups',
    'Which tariffs were quoted most last week?',
    ...[says('quote calculated'), `${S} == 'tariff-engine'`].flatMap((of) => {
      const query = `source logs ${LAST_WEEK} | filter ${of} | groupby $d.tariff as tariff aggregate count() as n`;
      return [...most(query, 'n'), `${query} | orderby n desc | limit 3`, `${query} | orderby n desc | limit 5`];
    }),
  ),
  power(
    'hard',
    'having',
    'drivers that used more than one client this week',
    ...[PORTAL, 'true'].flatMap((of) => {
      const query = `source logs ${THIS_WEEK} | filter ${of} | groupby ${DRIVER} as driver aggregate distinct_count(${CLIENT}) as clients | filter clients > 1`;
      return [`${query} | choose driver`, `${query} | count`];
    }),
  ),
  power(
    'hard',
    'extract',
    'average session length in minutes per city last week',
    `source logs ${LAST_WEEK} | filter ${says('session finished after')} | ${numberIn('session finished after (?<n>\\d+)')} | groupby ${CITY} as city aggregate avg(${NUMBER}) as mean`,
  ),
  power(
    'hard',
    'share',
    'share of cached portal responses by client today',
    `source logs ${TODAY} | filter ${PORTAL} | groupby ${CLIENT} as client aggregate count_if($d.cached == true) / count() as share`,
  ),
  power(
    'hard',
    'having',
    'drivers with at least 2 wrong passwords this week',
    `source logs ${THIS_WEEK} | filter ${WRONG} | groupby ${DRIVER} as driver aggregate count() as n | filter n >= 2 | choose driver`,
    `source logs ${THIS_WEEK} | filter ${WRONG} | groupby ${DRIVER} as driver aggregate count() as n | filter n >= 2 | count`,
  ),
];
