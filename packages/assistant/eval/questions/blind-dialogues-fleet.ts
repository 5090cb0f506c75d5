import { BAD_SPAN, ERROR, S, SVC, since, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';

const fleet = asks('fleet');
const ALARM = since('2026-11-20T11:30:00Z');

/** Conversations of two to four turns, of which the last is judged. */
export const BLIND_DIALOGUES_FLEET: readonly EvalQuestion[] = [
  after(
    ['errors in payments since 11:30'],
    fleet(
      'easy',
      'add group',
      'by pod',
      `source logs ${ALARM} | filter ${ERROR} && ${S} == 'payments' | groupby $d.pod aggregate count() as n`,
    ),
  ),
  after(
    ['errors in payments since 11:30', 'by pod'],
    fleet(
      'medium',
      'set group',
      'now by region instead of pod',
      `source logs ${ALARM} | filter ${ERROR} && ${S} == 'payments' | groupby $d.region aggregate count() as n`,
    ),
  ),
  after(
    ['errors by service since wednesday'],
    fleet(
      'easy',
      'add filter',
      'only version 1.8.0',
      `source logs ${since('2026-11-18')} | filter ${ERROR} && $d.version == '1.8.0' | groupby ${S} aggregate count() as n`,
    ),
  ),
  after(
    ['errors by service since wednesday', 'only version 1.8.0'],
    fleet(
      'medium',
      'replace value',
      'what about 1.7.3',
      `source logs ${since('2026-11-18')} | filter ${ERROR} && $d.version == '1.7.3' | groupby ${S} aggregate count() as n`,
    ),
  ),
  after(
    ['average latency of orders today'],
    fleet(
      'easy',
      'set time',
      'and since monday?',
      `source spans ${THIS_WEEK} | filter ${SVC} == 'orders' | aggregate avg($m.duration) as a`,
      `source logs ${THIS_WEEK} | filter ${S} == 'orders' | aggregate avg($d.latency_ms) as a`,
    ),
  ),
  after(
    ['spans of orders longer than 2s'],
    fleet(
      'medium',
      'add filter',
      'only us-east-1, newest first',
      `source spans | filter ${SVC} == 'orders' && $m.duration > 2000000 && $d.tags.region == 'us-east-1' | orderby $m.timestamp desc`,
    ),
  ),
  after(
    ['error rate per region today'],
    fleet(
      'medium',
      'set group',
      'per service instead',
      `source logs ${TODAY} | groupby ${S} aggregate count_if(${ERROR}) / count() as rate`,
    ),
  ),
  after(
    ['logs of user-120 today', 'just the errors'],
    fleet('medium', 'undo', 'go back', `source logs ${TODAY} | filter $d.user_id == 'user-120'`),
  ),
  after(
    ['critical logs today'],
    fleet(
      'medium',
      'when',
      'when was the last one?',
      `source logs ${TODAY} | filter $m.severity == CRITICAL | aggregate max($m.timestamp) as last`,
      `source logs ${TODAY} | filter $m.severity == CRITICAL | orderby $m.timestamp desc | limit 1`,
    ),
  ),
  after(
    ['most common errors in payments in the last 3 hours'],
    fleet(
      'hard',
      'reference',
      'which users got the second one?',
      `source logs last 3h | filter ${ERROR} && ${S} == 'payments' && $d.message ~ 'OutOfMemoryError' && $d.user_id != null | distinct $d.user_id`,
      `source logs last 3h | filter ${ERROR} && ${S} == 'payments' && $d.message ~ 'OutOfMemoryError' | distinct $d.user_id`,
      `source logs last 3h | filter ${ERROR} && ${S} == 'payments' && $d.message ~ 'OutOfMemoryError' | groupby $d.user_id aggregate count() as n`,
    ),
  ),
  after(
    ['errors in mailer today', 'by message'],
    fleet(
      'medium',
      'reset',
      'forget that, how many orders were created yesterday?',
      `source logs ${YESTERDAY} | filter $d.message ~ 'order created' | count`,
    ),
  ),
  after(
    ['requests by region in the last hour', 'only POST'],
    fleet(
      'medium',
      'to rows',
      'show me the logs behind that',
      "source logs last 1h | filter $d.http.method == 'POST'",
      "source spans last 1h | filter $d.tags['http.method'] == 'POST'",
      "source spans last 1h | filter $d.tags['http.method'] == 'POST' && $m.kind == 'SERVER'",
    ),
  ),
  after(
    ['failed spans by service today', 'only webshop', 'last 3 hours'],
    fleet(
      'hard',
      'to share',
      'as failure rate please',
      `source spans last 3h | filter $l.applicationName == 'webshop' | groupby ${SVC} aggregate count_if(${BAD_SPAN}) / count() as rate`,
    ),
  ),
];
