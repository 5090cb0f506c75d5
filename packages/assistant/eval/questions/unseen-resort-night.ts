import { DAY, S, SERVER, SVC, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { anyOf, clock, errors } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  againstYesterday,
  calls,
  either,
  failures,
  foremost,
  hourOf,
  LOGS,
  number,
  rates,
  SPANS,
  says,
  TABLE,
  TRACE,
} from './unseen-resort-terms.ts';

const resort = asks('resort');
const THURSDAY_MORNING = "between @'2026-11-19T09:00:00Z' and @'2026-11-19T13:00:00Z'";
const THURSDAY_EVENING = "between @'2026-11-19T17:30:00Z' and @'2026-11-19T20:00:00Z'";

/** By the engineer on call at night, in few words. */
export const UNSEEN_RESORT_NIGHT: readonly EvalQuestion[] = [
  resort(
    'easy',
    'list',
    'room-keys errors today',
    ...failures((told, bad) => `${told.source} ${TODAY} | filter ${told.service} == 'room-keys' && ${bad}`),
  ),
  resort(
    'easy',
    'text',
    'LOCK_OFFLINE today anything',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.code} == 'LOCK_OFFLINE'`).flatMap(anyOf),
    `source spans ${TODAY} | filter ${SPANS.code} == 'LOCK_OFFLINE' && ${SERVER}`,
  ),
  resort(
    'easy',
    'count',
    'how many 5xx on payments since yesterday midnight',
    ...[`between ${DAY} - 1d and @'now'`, TODAY].flatMap((time) =>
      calls(
        (told, also) =>
          `${told.source} ${time} | filter ${told.service} == 'payments' && ${told.status} >= 500${also} | count`,
      ),
    ),
  ),
  resort(
    'easy',
    'count-by',
    'errors by service last 6h',
    ...failures(
      (told, bad) => `${told.source} last 6h | filter ${bad} | groupby ${told.service} aggregate count() as n`,
    ),
  ),
  resort(
    'easy',
    'when',
    'when did messaging log last',
    `source logs | filter ${S} == 'messaging' | aggregate max($m.timestamp) as last`,
    `source logs | filter ${S} == 'messaging' | orderby $m.timestamp desc | limit 1`,
  ),
  resort(
    'medium',
    'quiet',
    'any service silent for 1h+?',
    ...['', ' | choose service'].flatMap((columns) =>
      either(
        (told) =>
          `${told.source} | groupby ${told.service} as service aggregate max($m.timestamp) as last | filter last < @'now' - 1h${columns}`,
      ),
    ),
  ),
  resort(
    'medium',
    'series',
    'payments errors per 10m yesterday 17:30-20:00',
    ...failures(
      (told, bad) =>
        `${told.source} ${THURSDAY_EVENING} | filter ${told.service} == 'payments' && ${bad} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
    ),
  ),
  resort(
    'easy',
    'trace',
    `trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}'`,
    `source logs | filter $d.trace_id == '${TRACE}'`,
  ),
  resort(
    'medium',
    'percentile',
    'p95 availability yesterday 9 to 13',
    ...calls(
      (told, also) =>
        `${told.source} ${THURSDAY_MORNING} | filter ${told.service} == 'availability'${also} | aggregate percentile(0.95, ${told.took}) as p`,
    ),
  ),
  resort(
    'medium',
    'times-compared',
    'checkin errors today vs yesterday',
    ...failures((told, bad) => againstYesterday(told.source, `${told.service} == 'checkin' && ${bad}`, number)).flat(),
  ),
  resort(
    'medium',
    'threshold',
    'payments slower than 12 s yesterday',
    ...calls(
      (told, also) =>
        `${told.source} ${YESTERDAY} | filter ${told.service} == 'payments' && ${told.took} > ${told.ms(12_000)}${also}`,
    ),
  ),
  resort(
    'medium',
    'having',
    'paths w more than 8 errors today',
    ...failures(
      (told, bad) =>
        `${told.source} ${TODAY} | filter ${bad} && ${told.path} != null | groupby ${told.path} as path aggregate count() as n | filter n > 8`,
    ),
    `source logs ${TODAY} | filter $d.status >= 500 && $d.path != null | groupby $d.path as path aggregate count() as n | filter n > 8`,
  ),
  resort('easy', 'top-records', '5 slowest spans today', `source spans ${TODAY} | orderby $m.duration desc | limit 5`),
  resort(
    'medium',
    'top-groups',
    'slowest db table on avg yesterday 9-13',
    ...foremost(`source spans ${THURSDAY_MORNING}`, TABLE, 'avg($m.duration)'),
  ),
  resort(
    'hard',
    'logs-and-spans',
    'logs of the traces w payments spans over 12s yesterday',
    ...['', ` && ${SERVER}`].flatMap((also) =>
      [`source logs ${YESTERDAY}`, 'source logs'].map(
        (logs) =>
          `${logs} | filter $d.trace_id.inArray((| source spans ${YESTERDAY} | filter ${SVC} == 'payments' && $m.duration > 12000000${also} | distinct $d.traceID |))`,
      ),
    ),
  ),
  resort(
    'hard',
    'values-compared',
    'error rate of rates 5.2.0 vs 5.1.3',
    ...rates(
      (told, also, bad) =>
        `${told.source} | filter ${told.service} == 'rates' && ${also} | groupby ${told.version} aggregate count_if(${bad}) / count() as rate`,
    ).map((text) => text.replace(' && true', '')),
    ...rates((told, also, bad) => {
      const side = (version: string): string =>
        `count_if(${told.version} == '${version}' && ${bad}) / count_if(${told.version} == '${version}')`;
      return `${told.source} | filter ${told.service} == 'rates' && ${also} | aggregate ${side('5.2.0')} as one, ${side('5.1.3')} as other`;
    }),
  ),
  resort(
    'medium',
    'first-of-each',
    'newest error of each service last 24h',
    ...failures(
      (told, bad) =>
        `${told.source} last 24h | filter ${bad} | dedupeby ${told.service} keep 1 orderby $m.timestamp desc`,
    ),
    ...errors(
      (bad) =>
        `source logs last 24h | filter ${bad} | groupby ${S} aggregate max_by($m.timestamp, $d.message) as newest`,
    ),
  ),
  resort(
    'hard',
    'ratio',
    'room-keys failure share per property today, only > 20 %',
    ...rates(
      (told, also, bad) =>
        `${told.source} ${TODAY} | filter ${told.service} == 'room-keys' && ${also} | groupby ${told.property} as property aggregate count_if(${bad}) / count() as share | filter share > 0.2`,
    ),
  ),
  resort(
    'easy',
    'hour-of-day',
    '429s today per hour',
    ...calls(
      (told, also) =>
        `${told.source} ${TODAY} | filter ${told.status} == 429${also} | ${hourly} aggregate count() as n`,
    ),
    ...calls(
      (told, also) =>
        `${told.source} ${TODAY} | filter ${told.status} == 429${also} | groupby ${hourOf} as hour aggregate count() as n`,
    ),
  ),
  resort(
    'medium',
    'top-groups',
    'which partner hit rate limits most, 11:00-11:40 today',
    ...either((told) =>
      foremost(`${told.source} ${clock('11:00', '11:40')} | filter ${told.status} == 429`, told.partner, 'count()'),
    ).flat(),
    ...foremost(
      `source logs ${clock('11:00', '11:40')} | filter ${says('rate limit exceeded')}`,
      LOGS.partner,
      'count()',
    ),
  ),
];
