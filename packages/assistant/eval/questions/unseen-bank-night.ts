import { BAD_SPAN, S, SVC, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { hourly, spans, which } from './fresh-terms.ts';
import { anyOf, CRITICAL } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { either, failures, HOST, LATENCY, leading, shares, WEDNESDAY, WEDNESDAY_TEN } from './unseen-bank-terms.ts';

const bank = asks('bank');
const TRACE = '5e0b93c7d1f24a6e8c37b0a94f61d28e';
const OUTAGE = "between @'2026-11-19T13:00:00Z' and @'2026-11-19T14:10:00Z'";
const p95 = (field: string): string => `percentile(0.95, ${field})`;

/** By the engineer on call at night. */
export const UNSEEN_BANK_NIGHT: readonly EvalQuestion[] = [
  bank('easy', 'list', 'errors last 30 min', ...failures((told, bad) => `${told.source} last 30m | filter ${bad}`)),
  bank('easy', 'count', 'critical logs since midnight, how many', `source logs ${TODAY} | filter ${CRITICAL} | count`),
  bank(
    'easy',
    'list',
    'transfers errors yesterday',
    ...failures((told, bad) => `${told.source} ${YESTERDAY} | filter ${told.service} == 'transfers' && ${bad}`),
  ),
  bank(
    'easy',
    'list',
    'last 20 logs from card-auth',
    `source logs | filter ${S} == 'card-auth' | orderby $m.timestamp desc | limit 20`,
  ),
  bank(
    'easy',
    'any',
    'anything from kyc in the past 8 hours?',
    ...either((told) => `${told.source} last 8h | filter ${told.service} == 'kyc'`).flatMap(anyOf),
  ),
  bank(
    'easy',
    'list',
    '503s on ledger today',
    ...either(
      (told) => `${told.source} ${TODAY} | filter ${told.service} == 'ledger' && ${told.status} == 503`,
    ).flatMap(anyOf),
  ),
  bank(
    'easy',
    'trace',
    `trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}'`,
    `source logs | filter $d.trace_id == '${TRACE}'`,
  ),
  bank(
    'easy',
    'count by',
    'warnings by service, last hour',
    `source logs last 1h | filter $m.severity == WARNING | groupby ${S} as service aggregate count() as n`,
  ),
  bank(
    'medium',
    'series',
    'errors per hour last 24h',
    ...failures((told, bad) => `${told.source} last 24h | filter ${bad} | ${hourly} aggregate count() as n`),
  ),
  bank(
    'medium',
    'top groups',
    'top 5 error types today',
    ...either((told) => `${told.source} ${TODAY}|${told.type}`).flatMap((of) => {
      const [source = '', type = ''] = of.split('|');
      return leading(source, type, 'count()', 5);
    }),
    ...failures((told, bad) => `${told.source} ${TODAY} | filter ${bad}|${told.type}`).flatMap((of) => {
      const at = of.lastIndexOf('|');
      return leading(of.slice(0, at), of.slice(at + 1), 'count()', 5);
    }),
  ),
  bank(
    'medium',
    'statistic',
    'p99 latency transfers thu 13:00-14:10',
    `source logs ${OUTAGE} | filter ${S} == 'transfers' | aggregate percentile(0.99, ${LATENCY}) as p99`,
    ...spans(
      (kind) =>
        `source spans ${OUTAGE} | filter ${SVC} == 'transfers' && ${kind} | aggregate percentile(0.99, $m.duration) as p99`,
    ),
  ),
  bank(
    'medium',
    'statistic',
    'when did kyc last log',
    `source logs | filter ${S} == 'kyc' | aggregate max($m.timestamp) as at`,
    `source logs | filter ${S} == 'kyc' | orderby $m.timestamp desc | limit 1`,
  ),
  bank(
    'medium',
    'values',
    'which pods threw PinBlockError on wednesday',
    ...either((told) => `${told.source} ${WEDNESDAY} | filter ${told.type} == 'PinBlockError'|${told.pod}`).flatMap(
      (of) => {
        const at = of.lastIndexOf('|');
        return which(of.slice(0, at), of.slice(at + 1));
      },
    ),
  ),
  bank(
    'medium',
    'top groups',
    'failed spans per service past 6h, worst first',
    `source spans last 6h | filter ${BAD_SPAN} | groupby ${SVC} as service aggregate count() as n | orderby n desc`,
  ),
  bank(
    'medium',
    'count by',
    'spans over 10s yesterday, count per server address',
    `source spans ${YESTERDAY} | filter $m.duration > 10000000 | groupby ${HOST} as host aggregate count() as n`,
  ),
  bank(
    'medium',
    'count by',
    'production errors by region and service last 3h',
    ...failures(
      (told, bad) =>
        `${told.source} last 3h | filter ${bad} && ${told.environment} == 'production' | groupby ${told.region} as region, ${told.service} as service aggregate count() as n`,
    ),
  ),
  bank(
    'hard',
    'share',
    'error rate per version card-auth, wed',
    ...shares(
      (told, source, bad) =>
        `${source} ${WEDNESDAY} | filter ${told.service} == 'card-auth' | groupby ${told.version} as version aggregate count_if(${bad}) / count() as rate`,
    ),
  ),
  bank(
    'hard',
    'compare times',
    'statements-batch p95 before/after wed 22:00',
    ...periods(`source logs | filter ${S} == 'statements-batch'`, WEDNESDAY_TEN, statisticOf(LATENCY, p95)),
    ...periods(`source spans | filter ${SVC} == 'statements-batch'`, WEDNESDAY_TEN, statisticOf('$m.duration', p95)),
  ),
  bank(
    'hard',
    'having',
    'services with > 50 errors since yesterday',
    ...failures(
      (told, bad) =>
        `${told.source} ${TWO_DAYS} | filter ${bad} | groupby ${told.service} as service aggregate count() as n | filter n > 50 | choose service`,
    ),
  ),
  bank(
    'hard',
    'share',
    'error rate by region this week',
    ...shares(
      (told, source, bad) =>
        `${source} ${THIS_WEEK} | groupby ${told.region} as region aggregate count_if(${bad}) / count() as rate`,
    ),
  ),
];
