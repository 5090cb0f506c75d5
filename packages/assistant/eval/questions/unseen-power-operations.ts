import { DAY, most, S, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods, statisticOf } from './final-terms.ts';
import { daily, which } from './fresh-terms.ts';
import { clock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  CITY,
  counted,
  DRIVER,
  either,
  FIRMWARE,
  failures,
  GATEWAY,
  KWH,
  LOGS,
  leading,
  METHOD,
  PARTNER,
  PAYMENTS,
  REJECTED,
  SINCE_TUESDAY,
  SPANS,
  STATION,
  says,
  sessions,
} from './unseen-power-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const power = asks('power');
const REFUSED = [REJECTED, says('payment rejected')];
const STATISTICS: readonly ((field: string) => string)[] = [
  (field) => `avg(${field})`,
  (field) => `percentile(0.95, ${field})`,
  (field) => `median(${field})`,
];
const SAME_TIME = `($m.timestamp >= ${DAY} || $m.timestamp < @'now' - 1d)`;

/** By the head of operations, who asks in whole sentences. */
export const UNSEEN_POWER_OPERATIONS: readonly EvalQuestion[] = [
  power(
    'easy',
    'count',
    'How many charging sessions were started today?',
    ...counted(`source logs ${TODAY} | filter ${says('session started')}`, '$d.session'),
  ),
  power(
    'easy',
    'distinct',
    'How many different stations have we heard from since midnight?',
    ...either((told) => `${told.source} ${TODAY} | aggregate distinct_count(${told.station}) as n`),
    `source logs ${TODAY} | filter ${GATEWAY} | aggregate distinct_count(${STATION}) as n`,
  ),
  power(
    'easy',
    'values',
    'Which roaming partners do we work with?',
    ...which('source logs', PARTNER),
    ...which('source spans', '$d.tags.partner'),
  ),
  power(
    'easy',
    'list',
    'Please show me all emergency stops from yesterday.',
    ...sessions(YESTERDAY, (source) => `${source} && $d.stop_reason == 'emergency_stop'`),
  ),
  power(
    'easy',
    'count',
    'How many payments were rejected this morning?',
    ...['00:00', '05:00', '06:00'].flatMap((from) =>
      REFUSED.map((bad) => `source logs ${clock(from, '12:00')} | filter ${bad} | count`),
    ),
  ),
  power(
    'easy',
    'statistic',
    'What was the largest invoice total this week?',
    ...['', ` && ${says('invoice created')}`].flatMap((also) => [
      `source logs ${THIS_WEEK} | filter ${S} == 'invoicing'${also} | aggregate max($d.total) as total`,
      `source logs ${THIS_WEEK} | filter ${S} == 'invoicing'${also} | orderby $d.total desc | limit 1`,
    ]),
  ),
  power(
    'easy',
    'statistic',
    'How many kilowatt hours were charged yesterday?',
    ...sessions(YESTERDAY, (source) => `${source} | aggregate sum(${KWH}) as kwh`),
  ),
  power(
    'easy',
    'statistic',
    'What is the average price per kWh in the flex tariff?',
    ...['', ` && ${says('quote calculated')}`].map(
      (also) => `source logs | filter $d.tariff == 'flex'${also} | aggregate avg($d.cents_per_kwh) as mean`,
    ),
  ),
  power(
    'medium',
    'statistic by',
    'Can you show me the energy charged per city for the last seven days?',
    ...lastDays(7, (time) => time).flatMap((time) =>
      sessions(time, (source) => `${source} | groupby ${CITY} as city aggregate sum(${KWH}) as kwh`),
    ),
  ),
  power(
    'medium',
    'series',
    'How many sessions were finished on each day since Monday?',
    ...['count()', 'distinct_count($d.session)'].map(
      (count) => `source logs ${THIS_WEEK} | filter ${says('session finished')} | ${daily} aggregate ${count} as n`,
    ),
  ),
  power(
    'medium',
    'top groups',
    'Which five stations have had the most connector lock errors since Tuesday?',
    ...[LOGS, SPANS].flatMap((told) =>
      leading(`${told.source} ${SINCE_TUESDAY} | filter ${told.code} == 'connector_lock'`, told.station, 'count()', 5),
    ),
  ),
  power(
    'medium',
    'count by',
    'How many p1 alerts did we have today, and through which channels did they go out?',
    ...['', ` && ${says('alert sent')}`].map(
      (also) => `source logs ${TODAY} | filter $d.prio == 'p1'${also} | groupby $d.via as via aggregate count() as n`,
    ),
  ),
  power(
    'medium',
    'top groups',
    'Which partner times out most often?',
    ...[`source logs | filter ${LOGS.code}|${PARTNER}`, `source spans | filter ${SPANS.code}|$d.tags.partner`].flatMap(
      (of) => {
        const at = of.lastIndexOf('|');
        return most(
          `${of.slice(0, at)} == 'partner_timeout' | groupby ${of.slice(at + 1)} as partner aggregate count() as n`,
          'n',
        );
      },
    ),
  ),
  power(
    'medium',
    'compare times',
    'Is invoicing slower today than it was yesterday?',
    ...STATISTICS.flatMap((call) =>
      [LOGS, SPANS].flatMap((told) =>
        periods(
          `${told.source} ${TWO_DAYS} | filter ${told.service} == 'invoicing'`,
          DAY,
          statisticOf(told.took, call),
        ),
      ),
    ),
    ...STATISTICS.flatMap((call) =>
      [LOGS, SPANS].flatMap((told) =>
        periods(
          `${told.source} ${TWO_DAYS} | filter ${told.service} == 'invoicing' && ${SAME_TIME}`,
          DAY,
          statisticOf(told.took, call),
        ),
      ),
    ),
  ),
  power(
    'medium',
    'distinct',
    'How many drivers were affected by rejected payments between 11:00 and 11:30 today?',
    ...REFUSED.map(
      (bad) => `source logs ${clock('11:00', '11:30')} | filter ${bad} | aggregate distinct_count(${DRIVER}) as n`,
    ),
  ),
  power(
    'medium',
    'top groups',
    'Which city has had the most errors this week?',
    ...failures((told, bad) => `${told.source} ${THIS_WEEK} | filter ${bad}`).flatMap((query) => {
      const city = query.includes('spans') ? '$d.tags.city' : CITY;
      return [` | filter ${city} != null`, ''].flatMap((only) =>
        most(`${query}${only} | groupby ${city} as city aggregate count() as n`, 'n'),
      );
    }),
  ),
  power(
    'hard',
    'share',
    'What share of our payments has been rejected this week, by payment method?',
    ...REFUSED.map(
      (bad) =>
        `source logs ${THIS_WEEK} | filter ${PAYMENTS} | groupby ${METHOD} as method aggregate count_if(${bad}) / count() as share`,
    ),
  ),
  power(
    'hard',
    'compare times',
    'How many messages did the station gateway get from each city today, compared with yesterday?',
    ...[GATEWAY, `${GATEWAY} && ${SAME_TIME}`].flatMap((of) =>
      periods(`source logs ${TWO_DAYS} | filter ${of}`, DAY, COUNTED, CITY),
    ),
  ),
  power(
    'hard',
    'having',
    'Which stations with firmware 5.3.0 have logged more than three errors since Tuesday?',
    ...['$m.severity >= ERROR', '$m.severity == ERROR'].map(
      (bad) =>
        `source logs ${SINCE_TUESDAY} | filter ${FIRMWARE} == '5.3.0' && ${bad} | groupby ${STATION} as station aggregate count() as n | filter n > 3 | choose station`,
    ),
  ),
  power(
    'hard',
    'share',
    'What percentage of meter readings was estimated or missing in each city this week?',
    `source logs ${THIS_WEEK} | filter ${S} == 'meter-ingest' | groupby ${CITY} as city aggregate 100 * count_if($d.quality == 'estimated' || $d.quality == 'missing') / count() as percent`,
    `source logs ${THIS_WEEK} | filter ${S} == 'meter-ingest' | groupby ${CITY} as city aggregate count_if($d.quality == 'estimated' || $d.quality == 'missing') / count() as share`,
    `source logs ${THIS_WEEK} | filter ${S} == 'meter-ingest' | groupby ${CITY} as city aggregate count_if($d.quality == 'estimated') / count() as a, count_if($d.quality == 'missing') / count() as b`,
  ),
];
