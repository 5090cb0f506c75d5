import { BODY, ERROR, S, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import {
  asFailed,
  asTold,
  FLEET_REQUESTS,
  mornings,
  OWN_REQUESTS,
  SINCE_TUESDAY,
  WEDNESDAY,
} from './fifth-blind-terms.ts';
import { COUNTED, first, periods } from './final-terms.ts';
import { daily, hourly, PATH, shopFailed, TOOK, USER_ID, which } from './fresh-terms.ts';
import { anyOf, MESSAGE, MSG, SHOP_STATUS, STATUS, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const BY_DAY = `count_if($m.timestamp >= @'now' / 1d) as late, count_if($m.timestamp < @'now' / 1d) as early`;

/** By the head of customer support, who speaks of customers and of waiting. */
export const FIFTH_BLIND_SUPPORT: readonly EvalQuestion[] = [
  shop(
    'easy',
    'distinct',
    'How many customers were turned away with a 429 yesterday?',
    `source logs ${YESTERDAY} | filter ${SHOP_STATUS} == 429 | aggregate distinct_count(${USER}) as n`,
  ),
  shop(
    'easy',
    'list',
    'Give me everything we have on u-0026 from the last three hours.',
    `source logs last 3h | filter ${USER} == 'u-0026'`,
  ),
  shop(
    'easy',
    'distinct',
    'Which customers ran into "no such page" on Wednesday?',
    ...which(`source logs ${WEDNESDAY} | filter ${MSG} ~ 'no such page'`, USER),
  ),
  shop(
    'medium',
    'top',
    'Where do our customers get the most failures this week, on which path I mean?',
    ...shopFailed(
      (bad) => `source logs ${THIS_WEEK} | filter ${bad} | groupby ${PATH} aggregate count() as n | orderby n desc`,
    ).flatMap(first),
  ),
  shop(
    'medium',
    'distinct',
    'Did anybody have to wait longer than 5 seconds today, and if so, who?',
    ...which(`source logs ${TODAY} | filter ${TOOK} > 5000`, USER),
    `source logs ${TODAY} | filter ${TOOK} > 5000`,
  ),
  shop(
    'medium',
    'list',
    'I need the failed requests of u-0003, u-0008 and u-0021 since Tuesday, newest on top.',
    ...shopFailed(
      (bad) =>
        `source logs ${SINCE_TUESDAY} | filter ${bad} && ${USER}.in('u-0003', 'u-0008', 'u-0021') | orderby $m.timestamp desc`,
    ),
  ),
  shop(
    'hard',
    'top per group',
    'What is the single most frequent error message in each service this week?',
    `source logs ${THIS_WEEK} | filter ${ERROR} | groupby ${S}, ${MSG} aggregate count() as n | dedupeby subsystemname keep 1 orderby n desc`,
    `source logs ${THIS_WEEK} | filter ${ERROR} | groupby ${S}, ${MSG} aggregate count() as n | dedupeby subsystemname keep 1 orderby n desc | choose subsystemname, msg`,
  ),
  own(
    'easy',
    'series',
    'How many requests did the api-gateway handle per day?',
    ...asTold(
      OWN_REQUESTS,
      (told) => `${told.from('')} | filter ${told.service} == 'api-gateway' | ${daily} aggregate count() as n`,
    ),
  ),
  own(
    'easy',
    'existence',
    'Was there a "database is locked" message in storage-service yesterday?',
    ...anyOf(`source logs ${YESTERDAY} | filter ${BODY} ~ 'database is locked' && ${S} == 'storage-service'`),
  ),
  own(
    'easy',
    'count by',
    'How many times was a query rejected in the last 24 hours, per service?',
    `source logs last 24h | filter ${BODY} ~ 'query rejected' | groupby ${S} aggregate count() as n`,
  ),
  own(
    'medium',
    'when',
    'At what time did "circuit opened" last show up in queue-service?',
    `source logs | filter ${BODY} ~ 'circuit opened' && ${S} == 'queue-service' | orderby $m.timestamp desc | limit 1`,
    `source logs | filter ${BODY} ~ 'circuit opened' && ${S} == 'queue-service' | aggregate max($m.timestamp) as t`,
  ),
  own(
    'medium',
    'compare times',
    'How many tasks failed after 3 attempts yesterday, and how many today?',
    ...periods(`source logs ${TWO_DAYS} | filter ${BODY} ~ 'task failed after 3 attempts'`, "@'now' / 1d", COUNTED),
  ),
  own(
    'medium',
    'top',
    'What was the worst hour yesterday in terms of errors?',
    ...first(`source logs ${YESTERDAY} | filter ${ERROR} | ${hourly} aggregate count() as n | orderby n desc`),
  ),
  own(
    'hard',
    'compare times',
    'Which services have more warnings today than they had all of yesterday?',
    `source logs ${TWO_DAYS} | filter $m.severity == WARNING | groupby ${S} aggregate ${BY_DAY} | filter late > early`,
    `source logs ${TWO_DAYS} | filter $m.severity == WARNING | groupby ${S} aggregate ${BY_DAY} | filter late > early | choose subsystemname`,
  ),
  fleet(
    'easy',
    'count',
    'How many times did the mailer log "email sent" in the last hour?',
    `source logs last 1h | filter ${S} == 'mailer' && ${MESSAGE} ~ 'email sent' | count`,
  ),
  fleet(
    'easy',
    'list',
    'List the log lines of user-108 with a status of 500 or above.',
    `source logs | filter ${USER_ID} == 'user-108' && ${STATUS} >= 500`,
  ),
  fleet(
    'medium',
    'distinct',
    'How many of our users were active in each region on November 17?',
    ...asTold(
      FLEET_REQUESTS,
      (told) =>
        `${told.from("between @'2026-11-17' and @'2026-11-18'")} | groupby ${told.region} as region aggregate distinct_count(${told.user}) as n`,
    ),
  ),
  fleet(
    'medium',
    'series',
    'How long did people have to wait on average for /v2/login, day by day since Monday?',
    ...asTold(
      FLEET_REQUESTS,
      (told) =>
        `${told.from(THIS_WEEK)} | filter ${told.route} == '/v2/login' | ${daily} aggregate avg(${told.took}) as mean`,
    ),
  ),
  fleet(
    'hard',
    'having',
    'How many users had at least two failed payments today?',
    ...asFailed(
      FLEET_REQUESTS,
      (told, failed) =>
        `${told.from(TODAY)} | filter ${failed} && ${told.service} == 'payments' && ${told.user} != null | groupby ${told.user} as user aggregate count() as n | filter n >= 2 | count`,
    ),
    ...asFailed(
      FLEET_REQUESTS,
      (told, failed) =>
        `${told.from(TODAY)} | filter ${failed} && ${told.route} == '/v2/charge' && ${told.user} != null | groupby ${told.user} as user aggregate count() as n | filter n >= 2 | count`,
    ),
  ),
  fleet(
    'hard',
    'top',
    'Which region had the highest share of failed requests this morning, and what was that share?',
    ...mornings((time) => time)
      .flatMap((time) =>
        asFailed(
          FLEET_REQUESTS,
          (told, failed) =>
            `${told.from(time)} | groupby ${told.region} as region aggregate count_if(${failed}) / count() as rate | orderby rate desc`,
        ),
      )
      .flatMap(first),
  ),
];
