import { BAD_SPAN, DAY, ERROR, S, SVC, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { CRITICAL, clock, OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { anyOf, foremost, moment } from './unseen-market-terms.ts';
import {
  CODE,
  either,
  failures,
  LOGIN_FAILED,
  LOGS,
  rates,
  SPANS,
  says,
  TRACE,
  timed,
} from './unseen-payroll-terms.ts';
import { sidesOf } from './unseen-resort-terms.ts';

const payroll = asks('payroll');
const LATE = `$m.timestamp >= ${DAY}`;
const counted = (only: string): string => (only === 'true' ? 'count()' : `count_if(${only})`);
const SLOW = `join inner (source spans ${YESTERDAY} | filter $m.duration > 10000000 | groupby $d.traceID as t aggregate count() as n) on left=>$d.traceId == right=>t into slow`;

/** By the engineer on call at night. */
export const UNSEEN_PAYROLL_NIGHT: readonly EvalQuestion[] = [
  payroll('easy', 'list', 'errors last hour', ...failures((told, bad) => `${told.source} last 1h | filter ${bad}`)),
  payroll(
    'easy',
    'list',
    'pay-engine errors today',
    ...failures((told, bad) => `${told.source} ${TODAY} | filter ${told.service} == 'pay-engine' && ${bad}`),
  ),
  payroll(
    'easy',
    'list',
    '5xx on payrun-api last 30 min',
    ...either((told) =>
      anyOf(`${told.source} last 30m | filter ${told.service} == 'payrun-api' && ${told.status} >= 500`),
    ),
  ),
  payroll('easy', 'count', 'how many criticals since midnight', `source logs ${TODAY} | filter ${CRITICAL} | count`),
  payroll(
    'easy',
    'trace',
    `trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}'`,
    `source logs | filter $d.traceId == '${TRACE}'`,
  ),
  payroll(
    'easy',
    'any',
    'any BANK_TIMEOUT in the last 2 hours?',
    ...either((told) => anyOf(`${told.source} last 2h | filter ${told.code} == 'BANK_TIMEOUT'`)),
  ),
  payroll(
    'easy',
    'group',
    'errors per service today',
    ...failures(
      (told, bad) => `${told.source} ${TODAY} | filter ${bad} | groupby ${told.service} aggregate count() as n`,
    ),
  ),
  payroll(
    'easy',
    'text',
    '"lock wait" in messages yesterday',
    `source logs ${YESTERDAY} | filter ${says('lock wait')}`,
  ),
  payroll(
    'easy',
    'top',
    'slowest 10 spans of bank-files yesterday',
    `source spans ${YESTERDAY} | filter ${SVC} == 'bank-files' | orderby $m.duration desc | limit 10`,
  ),
  payroll(
    'easy',
    'when',
    'when did notifier last log anything',
    ...moment(`source logs | filter ${S} == 'notifier'`, 'max'),
  ),
  payroll(
    'medium',
    'series',
    '429 spike this morning? per minute 10:00 to 10:30',
    ...either(
      (told) =>
        `${told.source} ${clock('10:00', '10:30')} | filter ${told.status} == 429 | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n`,
    ),
  ),
  payroll(
    'medium',
    'group',
    'which employers got 429 today, most first',
    ...either(
      (told) =>
        `${told.source} ${TODAY} | filter ${told.status} == 429 | groupby ${told.employer} as e aggregate count() as n | orderby n desc`,
    ),
  ),
  payroll(
    'medium',
    'having',
    'failed logins per ip since midnight, only ips with more than 20',
    ...[LOGIN_FAILED, `${S} == 'sso' && ${LOGS.status} == 401`].map(
      (failed) =>
        `source logs ${TODAY} | filter ${failed} | groupby $d.clientIp as ip aggregate count() as n | filter n > 20`,
    ),
  ),
  payroll(
    'medium',
    'series',
    'p95 duration of pay-engine by hour today',
    ...timed(
      (told, took, also) =>
        `${told.source} ${TODAY} | filter ${told.service} == 'pay-engine' && ${also} | ${hourly} aggregate percentile(0.95, ${took}) as p`,
    ),
  ),
  payroll(
    'medium',
    'rate',
    'error rate by service last 6h',
    ...rates(
      (told, also, bad) =>
        `${told.source} last 6h | filter ${also} | groupby ${told.service} as s aggregate count_if(${bad}) / count() as rate`,
    ),
  ),
  payroll(
    'hard',
    'compare',
    'tax-filing error codes, today vs yesterday',
    ...either((told) => {
      const rows = `${told.source} ${TWO_DAYS} | filter ${told.service} == 'tax-filing' && ${told.code} != null`;
      return [
        `${rows} | groupby ${told.code} as c aggregate count_if(${LATE}) as today, count_if($m.timestamp < ${DAY}) as before`,
        `${rows} | groupby ${told.code} as c, if(${LATE}, 'a', 'b') as day aggregate count() as n`,
        `${rows} | groupby ${told.code} as c, roundTime($m.timestamp, 1d) as day aggregate count() as n`,
      ];
    }),
  ),
  payroll(
    'hard',
    'across',
    'logs of traces with a span over 10s yesterday',
    `source logs ${YESTERDAY} | ${SLOW}`,
    `source logs | ${SLOW}`,
    `source logs ${YESTERDAY} | ${SLOW.replace(` ${YESTERDAY}`, '')}`,
  ),
  payroll(
    'hard',
    'quiet',
    'services that logged yesterday but nothing in the last 2 hours',
    `source logs ${TWO_DAYS} | groupby ${S} as s aggregate count_if($m.timestamp < ${DAY}) as early, count_if($m.timestamp >= @'now' - 2h) as late | filter early > 0 && late == 0 | choose s`,
  ),
  payroll(
    'hard',
    'compare',
    'bank-files errors yesterday before and after 12:00',
    ...failures((told, bad) =>
      sidesOf(
        `${told.source} ${YESTERDAY} | filter ${told.service} == 'bank-files' && ${bad}`,
        "$m.timestamp < @'2026-11-19T12:00:00Z'",
        counted,
      ),
    ),
    ...sidesOf(
      `source logs ${YESTERDAY} | filter ${S} == 'bank-files' && ${CODE} != null`,
      "$m.timestamp < @'2026-11-19T12:00:00Z'",
      counted,
    ),
  ),
  payroll(
    'medium',
    'spike',
    'which minute today had the most errors',
    ...[`source logs ${TODAY} | filter ${ERROR}`, `source logs ${TODAY} | filter ${OR_WORSE}`].flatMap((rows) =>
      foremost(rows, 'roundTime($m.timestamp, 1m)', 'count()'),
    ),
    ...foremost(`${SPANS.source} ${TODAY} | filter ${BAD_SPAN}`, 'roundTime($m.timestamp, 1m)', 'count()'),
  ),
];
