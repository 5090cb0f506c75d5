import { BAD_SPAN, S, SERVER, SVC, since, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { COUNTED, every, first, periods, WARNING } from './final-terms.ts';
import { hourly } from './fresh-terms.ts';
import { anyOf, CRITICAL } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { leading } from './unseen-desk-terms.ts';
import { calls, either, failures, LOGS, moment, p, rates, SPANS, WEDNESDAY } from './unseen-insurer-terms.ts';

const insurer = asks('insurer');
const TRACE = '8a2f61c94be04d7790d3e15ab7c6024f';
const BANK_HOURS = "between @'2026-11-19T15:30:00Z' and @'2026-11-19T17:30:00Z'";
const OF_RELEASE = (release: string): readonly string[] => [release, `if(${release} == '9.2.0', 'a', 'b')`];

/** By the engineer on call at night. */
export const UNSEEN_INSURER_NIGHT: readonly EvalQuestion[] = [
  insurer(
    'easy',
    'list',
    'errors in payouts last 2 hours',
    ...failures((told, bad) => `${told.source} last 2h | filter ${told.service} == 'payouts' && ${bad}`),
  ),
  insurer('easy', 'count', 'how many criticals today', `source logs ${TODAY} | filter ${CRITICAL} | count`),
  insurer(
    'easy',
    'count-by',
    'warnings per service since midnight',
    `source logs ${TODAY} | filter ${WARNING} | groupby ${S} as service aggregate count() as n`,
  ),
  insurer(
    'easy',
    'count',
    'claims-intake 5xx yesterday, count',
    ...either(
      (told) =>
        `${told.source} ${YESTERDAY} | filter ${told.service} == 'claims-intake' && ${told.status} >= 500 | count`,
    ),
  ),
  insurer(
    'easy',
    'list',
    'last 20 logs of fraud-check',
    `source logs | filter ${S} == 'fraud-check' | orderby $m.timestamp desc | limit 20`,
  ),
  insurer(
    'medium',
    'trace',
    `slowest span in trace ${TRACE}`,
    ...first(`source spans | filter $d.traceID == '${TRACE}' | orderby $m.duration desc`),
  ),
  insurer(
    'medium',
    'series',
    'BANK_TIMEOUT per 10 minutes, thursday 15:30 to 17:30',
    ...either(
      (told) =>
        `${told.source} ${BANK_HOURS} | filter ${told.code} == 'BANK_TIMEOUT' | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
    ),
  ),
  insurer(
    'medium',
    'series',
    'p95 of pricing-engine span durations per hour today',
    ...['', ` && ${SERVER}`].map(
      (also) =>
        `source spans ${TODAY} | filter ${SVC} == 'pricing-engine'${also} | ${hourly} aggregate ${p('95', '$m.duration')} as p95`,
    ),
  ),
  insurer(
    'medium',
    'any',
    'anything from notifier in the last hour?',
    ...either((told) => `${told.source} last 1h | filter ${told.service} == 'notifier'`).flatMap(anyOf),
  ),
  insurer(
    'medium',
    'when',
    'when did notifier last log',
    ...moment(`source logs | filter ${S} == 'notifier'`, 'last'),
    `source logs | filter ${S} == 'notifier' | groupby ${S} as service aggregate max($m.timestamp) as at`,
  ),
  insurer(
    'medium',
    'top-groups',
    'top 5 error codes since yesterday',
    ...either((told) => `${told.source} ${TWO_DAYS}`).flatMap((source, index) =>
      leading(source, index === 0 ? LOGS.code : SPANS.code, 'count()', 5),
    ),
  ),
  insurer(
    'medium',
    'count-by',
    'which brokers got 429s today and how many each',
    ...either(
      (told) =>
        `${told.source} ${TODAY} | filter ${told.status} == 429 | groupby ${told.broker} as broker aggregate count() as n`,
    ),
  ),
  insurer(
    'medium',
    'threshold',
    'quote-api requests slower than 3s today',
    ...calls(
      (told, also) =>
        `${told.source} ${TODAY} | filter ${told.service} == 'quote-api' && ${told.took} > ${3 * told.second}${also}`,
    ).flatMap(anyOf),
  ),
  insurer(
    'hard',
    'ratio',
    'error rate per service last 3 hours, worst first',
    ...rates(
      (told, also, bad) =>
        `${told.source} last 3h | filter ${also} | groupby ${told.service} as service aggregate count_if(${bad}) / count() as rate | orderby rate desc`,
    ),
  ),
  insurer(
    'hard',
    'compare',
    'claims-intake errors on wednesday, before vs after 13:00',
    ...failures(
      (told, bad) => `${told.source} ${WEDNESDAY} | filter ${told.service} == 'claims-intake' && ${bad}`,
    ).flatMap((source) => periods(source, "@'2026-11-18T13:00:00Z'", COUNTED)),
  ),
  insurer(
    'hard',
    'having',
    'services with more than 20 errors today',
    ...failures(
      (told, bad) =>
        `${told.source} ${TODAY} | filter ${bad} | groupby ${told.service} as service aggregate count() as n | filter n > 20`,
    ),
  ),
  insurer(
    'hard',
    'ratio',
    'release 9.2.0 vs the other releases of claims-intake: share of errors',
    ...rates(
      (told, also, bad) => `${told.source} | filter ${told.service} == 'claims-intake' && ${also}@${bad}`,
    ).flatMap((text) => {
      const [source = '', bad = ''] = text.split('@');
      const { release } = source.startsWith('source logs') ? LOGS : SPANS;
      return OF_RELEASE(release).map(
        (key) => `${source} | groupby ${key} as release aggregate count_if(${bad}) / count() as share`,
      );
    }),
  ),
  insurer(
    'medium',
    'count-by',
    'failed spans by service and error type, last 24h',
    `source spans last 24h | filter ${BAD_SPAN} | groupby ${SVC} as service, ${SPANS.code} as type aggregate count() as n`,
  ),
  insurer(
    'hard',
    'join',
    'logs of traces where a payouts span took longer than 10 seconds',
    `source logs | filter $d.traceId.inArray((| source spans | filter ${SVC} == 'payouts' && $m.duration > 10000000 | distinct $d.traceID |))`,
  ),
  insurer(
    'hard',
    'series',
    'any spikes in claims-intake log volume since wednesday?',
    ...every(
      ['1h', '30m', '15m', '10m', '5m', '1m'],
      (length) =>
        `source logs ${since('2026-11-18')} | filter ${S} == 'claims-intake' | groupby roundTime($m.timestamp, ${length}) as t aggregate count() as n`,
    ),
  ),
];
