import { BAD_SPAN, most, S, SERVER, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { periods, shareOf } from './final-terms.ts';
import { hourly, spans, which } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  DATABASE,
  HANDLING,
  HOST,
  LOGS,
  NUMBER,
  numberIn,
  OPERATION,
  QUEUE,
  SIZE,
  SPANS,
  says,
  TABLE,
  WEDNESDAY,
} from './unseen-power-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const power = asks('power');
const TARIFFS = `${S} == 'tariff-engine'`;
const SPAN_FAILED = [BAD_SPAN, `${SPANS.status} >= 400`, `${SPANS.status} >= 500`];

/** By a backend developer who is new in the team. */
export const UNSEEN_POWER_DEVELOPER: readonly EvalQuestion[] = [
  power('easy', 'values', 'what services are there?', ...which('source logs', S), ...which('source spans', SVC)),
  power(
    'easy',
    'list',
    'show me some logs of tariff-engine',
    `source logs | filter ${TARIFFS}`,
    ...[5, 10, 20, 50, 100].flatMap((few) => [
      `source logs | filter ${TARIFFS} | limit ${few}`,
      `source logs | filter ${TARIFFS} | orderby $m.timestamp desc | limit ${few}`,
    ]),
  ),
  power(
    'easy',
    'values',
    'which builds of tariff-engine have we run?',
    ...[LOGS, SPANS].flatMap((told) => which(`${told.source} | filter ${told.service} == 'tariff-engine'`, told.build)),
  ),
  power(
    'easy',
    'values',
    'What paths does session-manager serve?',
    ...[LOGS, SPANS].flatMap((told) =>
      which(`${told.source} | filter ${told.service} == 'session-manager'`, told.path),
    ),
  ),
  power(
    'easy',
    'list',
    'error logs in the test env today',
    ...['$m.severity == ERROR', '$m.severity >= ERROR'].map(
      (bad) => `source logs ${TODAY} | filter ${bad} && $d.env == 'test'`,
    ),
  ),
  power(
    'easy',
    'count',
    'how many spans does grid-balancer have?',
    `source spans | filter ${SVC} == 'grid-balancer' | count`,
  ),
  power('easy', 'list', 'logs for session CS-72573', "source logs | filter $d.session == 'CS-72573'"),
  power(
    'easy',
    'statistic',
    'How big are the messages on meter.readings on average?',
    `source spans | filter ${QUEUE} == 'meter.readings' | aggregate avg(${SIZE}) as mean`,
  ),
  power(
    'medium',
    'values',
    'Which databases do we use, and which service uses which?',
    `source spans | filter ${DATABASE} != null | groupby ${DATABASE} as db, ${SVC} as service aggregate count() as n`,
    `source spans | filter ${DATABASE} != null | groupby ${DATABASE} as db, ${SVC} as service aggregate count() as n | choose db, service`,
  ),
  power(
    'medium',
    'top groups',
    'what is the slowest endpoint of session-manager by p95 today?',
    ...[LOGS, SPANS].flatMap((told) =>
      [` && ${told.path} != null`, ''].flatMap((only) =>
        most(
          `${told.source} ${TODAY} | filter ${told.service} == 'session-manager'${only} | groupby ${told.path} as path aggregate percentile(0.95, ${told.took}) as p95`,
          'p95',
        ),
      ),
    ),
  ),
  power(
    'medium',
    'count by',
    'number of db calls per table for invoicing in the last 2 days',
    ...lastDays(
      2,
      (time) =>
        `source spans ${time} | filter ${SVC} == 'invoicing' && ${TABLE} != null | groupby ${TABLE} as table aggregate count() as n`,
    ),
  ),
  power(
    'medium',
    'statistic by',
    'average duration of postgresql queries by operation',
    `source spans | filter ${DATABASE} == 'postgresql' | groupby ${OPERATION} as operation aggregate avg($m.duration) as mean`,
  ),
  power(
    'medium',
    'count by',
    'messages sent and processed per queue today',
    `source spans ${TODAY} | filter ${QUEUE} != null | groupby ${QUEUE} as queue, ${HANDLING} as handling aggregate count() as n`,
    `source spans ${TODAY} | filter ${QUEUE} != null | groupby ${QUEUE} as queue aggregate count_if(${HANDLING} == 'send') as sent, count_if(${HANDLING} == 'process') as processed`,
  ),
  power(
    'medium',
    'count by',
    'requests per status code for driver-portal yesterday',
    `source logs ${YESTERDAY} | filter ${S} == 'driver-portal' | groupby ${LOGS.status} as status aggregate count() as n`,
    ...spans(
      (kind) =>
        `source spans ${YESTERDAY} | filter ${SVC} == 'driver-portal' && ${kind} | groupby ${SPANS.status} as status aggregate count() as n`,
    ),
  ),
  power(
    'medium',
    'top groups',
    'which endpoints return 429 most often this week?',
    ...[LOGS, SPANS].flatMap((told) => {
      const query = `${told.source} ${THIS_WEEK} | filter ${told.status} == 429 | groupby ${told.path} as path aggregate count() as n`;
      const named = query.replace(' | groupby', ` && ${told.path} != null | groupby`);
      return [query, named, query.replace('groupby ', `groupby ${told.service} as service, `)].flatMap((of) => [
        ...most(of, 'n'),
        ...[3, 5].map((few) => `${of} | orderby n desc | limit ${few}`),
      ]);
    }),
  ),
  power(
    'medium',
    'count by',
    'logs without a trace, per service',
    `source logs | filter $d.trace == null | groupby ${S} as service aggregate count() as n`,
  ),
  power(
    'hard',
    'extract',
    'how many readings were stored per hour today? the number is in the message, "stored 312 readings"',
    `source logs ${TODAY} | filter ${says('stored')} | ${numberIn('stored (?<n>\\d+) readings')} | ${hourly} aggregate sum(${NUMBER}) as readings`,
  ),
  power(
    'hard',
    'share',
    'failure rate of outgoing http calls per host this week',
    ...SPAN_FAILED.map(
      (bad) =>
        `source spans ${THIS_WEEK} | filter ${HOST} != null | groupby ${HOST} as host aggregate count_if(${bad}) / count() as rate`,
    ),
  ),
  power(
    'hard',
    'share',
    'what fraction of spans fails in test compared with live?',
    ...['', ` | filter ${SERVER}`].map(
      (only) => `source spans${only} | groupby ${SPANS.env} as env aggregate count_if(${BAD_SPAN}) / count() as rate`,
    ),
  ),
  power(
    'hard',
    'compare times',
    'share of tariff-engine cache misses on Wednesday, before and after the deploy at 9:30',
    ...periods(
      `source logs ${WEDNESDAY} | filter ${TARIFFS}`,
      "@'2026-11-18T09:30:00Z'",
      shareOf("$d.cache == 'miss'"),
    ),
  ),
];
