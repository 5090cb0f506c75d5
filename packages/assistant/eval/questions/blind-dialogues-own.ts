import { BODY, DAY, ERROR, LOG_CODE, LOG_STATUS, overTime, S, SVC, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const VALIDATION = `filter ${ERROR} && ${S} == 'validation-service'`;
const QUEUE_WARNINGS = `source logs ${TODAY} | filter $m.severity == WARNING && ${S}`;
const GATEWAY = `filter ${S} == 'api-gateway' && ${LOG_STATUS} >= 500`;
const HOURLY = 'groupby roundTime($m.timestamp, 1h) as t';

/** Conversations of two to four turns, of which the last is judged. */
export const BLIND_DIALOGUES_OWN: readonly EvalQuestion[] = [
  after(
    ['errors in the last 2 hours'],
    own('easy', 'add filter', 'only validation-service', `source logs last 2h | ${VALIDATION}`),
  ),
  after(
    ['errors today by service'],
    own(
      'medium',
      'add group',
      'also break it down by error code',
      `source logs ${TODAY} | filter ${ERROR} | groupby ${S}, ${LOG_CODE} aggregate count() as n`,
    ),
  ),
  after(
    ['errors today by service'],
    own(
      'easy',
      'set time',
      'same for yesterday',
      `source logs ${YESTERDAY} | filter ${ERROR} | groupby ${S} aggregate count() as n`,
    ),
  ),
  after(
    ['p95 latency by service in the last hour'],
    own(
      'medium',
      'add metric',
      'and the p99?',
      `source spans last 1h | groupby ${SVC} aggregate percentile(0.95, $m.duration) as p95, percentile(0.99, $m.duration) as p99`,
      `source spans last 1h | groupby ${SVC} aggregate percentile(0.99, $m.duration) as p99`,
    ),
  ),
  after(
    ['warnings in queue-worker today'],
    own('easy', 'to count', 'how many is that?', `${QUEUE_WARNINGS} == 'queue-worker' | count`),
  ),
  after(
    ['warnings in queue-worker today', 'how many is that?'],
    own('medium', 'replace value', 'and in queue-service?', `${QUEUE_WARNINGS} == 'queue-service' | count`),
  ),
  after(
    ['errors per hour today'],
    own(
      'easy',
      'set bucket',
      'every 15 minutes instead',
      `source logs ${TODAY} | filter ${ERROR} | groupby roundTime($m.timestamp, 15m) as t aggregate count() as n`,
    ),
  ),
  after(
    ['errors by service today'],
    own(
      'hard',
      'to share',
      'as a percentage of all errors',
      `source logs ${TODAY} | filter ${ERROR} | groupby ${S} aggregate count() as n | join cross (source logs ${TODAY} | filter ${ERROR} | count into total) into all | choose subsystemname, n / all.total as share`,
    ),
  ),
  after(
    ['slowest spans of telemetry-store today'],
    own(
      'easy',
      'set limit',
      'just the top 3',
      `source spans ${TODAY} | filter ${SVC} == 'telemetry-store' | orderby $m.duration desc | limit 3`,
    ),
  ),
  after(
    ['which service has the most errors in the last 2 hours?'],
    own('hard', 'reference', 'show me its errors', `source logs last 2h | ${VALIDATION}`),
  ),
  after(
    ['logs with "upstream timeout" today'],
    own(
      'medium',
      'negate',
      'not from the api-gateway',
      `source logs ${TODAY} | filter ${BODY} ~ 'upstream timeout' && ${S} != 'api-gateway'`,
    ),
  ),
  after(
    ['errors of validation-service today', 'by error code'],
    own(
      'hard',
      'to series',
      'plot that over time',
      ...overTime(
        (bucket) =>
          `source logs ${TODAY} | ${VALIDATION} | groupby roundTime($m.timestamp, ${bucket}) as t, ${LOG_CODE} aggregate count() as n`,
      ),
      ...overTime(
        (bucket) =>
          `source logs ${TODAY} | ${VALIDATION} | groupby roundTime($m.timestamp, ${bucket}) as t aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['5xx on api-gateway today'],
    own(
      'medium',
      'compare time',
      'compare with yesterday',
      `source logs ${TWO_DAYS} | ${GATEWAY} | aggregate count_if($m.timestamp >= ${DAY}) as today, count_if($m.timestamp < ${DAY}) as yesterday`,
      `source logs ${TWO_DAYS} | ${GATEWAY} | groupby if($m.timestamp >= ${DAY}, 'a', 'b') as day aggregate count() as n`,
    ),
  ),
  after(
    ['errors today', 'by service', 'only queue-worker and queue-service'],
    own(
      'medium',
      'to series',
      'per hour',
      `source logs ${TODAY} | filter ${ERROR} && (${S} == 'queue-worker' || ${S} == 'queue-service') | ${HOURLY}, ${S} aggregate count() as n`,
      `source logs ${TODAY} | filter ${ERROR} && (${S} == 'queue-worker' || ${S} == 'queue-service') | ${HOURLY} aggregate count() as n`,
    ),
  ),
];
