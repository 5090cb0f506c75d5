import { S, SERVER, SVC, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { CRITICAL, clock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { either, eitherOf, failures, HOST, most, rates, STATION, says, TOOK, TRACE, top } from './unseen-rail-terms.ts';

const rail = asks('rail');
const NOTIFIER = either((told) => `${told.source} | filter ${told.service} == 'notifier'`);

/** By the engineer on call at night. */
export const UNSEEN_RAIL_NIGHT: readonly EvalQuestion[] = [
  rail(
    'easy',
    'list',
    'errors gate-control last 2h',
    ...failures((told, bad) => `${told.source} last 2h | filter ${told.service} == 'gate-control' && ${bad}`),
  ),
  rail('easy', 'count', 'how many criticals today', `source logs ${TODAY} | filter ${CRITICAL} | count`),
  rail('easy', 'trace', `spans of trace ${TRACE}`, `source spans | filter $d.traceID == '${TRACE}'`),
  rail(
    'easy',
    'breakdown',
    'errors per service since midnight',
    ...failures(
      (told, bad) => `${told.source} ${TODAY} | filter ${bad} | groupby ${told.service} aggregate count() as n`,
    ),
  ),
  rail(
    'easy',
    'list',
    'GateOfflineException this morning between 7:30 and 8:30',
    ...either((told) => `${told.source} ${clock('07:30', '08:30')} | filter ${told.type} == 'GateOfflineException'`),
  ),
  rail(
    'medium',
    'top',
    'which station had the most gates offline today',
    ...eitherOf((told) =>
      most(`${told.source} ${TODAY} | filter ${told.type} == 'GateOfflineException'`, told.station),
    ),
    ...most(`source logs ${TODAY} | filter ${says('Gate does not answer')}`, STATION),
  ),
  rail(
    'medium',
    'last',
    'when did we last hear from the notifier',
    ...NOTIFIER.map((query) => `${query} | aggregate max($m.timestamp) as last`),
    ...NOTIFIER.map((query) => `${query} | orderby $m.timestamp desc | limit 1`),
  ),
  rail(
    'medium',
    'series',
    '429s on traveller-api per 5 min between 2 and 3 am',
    ...either(
      (told) =>
        `${told.source} ${clock('02:00', '03:00')} | filter ${told.service} == 'traveller-api' && ${told.status} == 429 | groupby roundTime($m.timestamp, 5m) as t aggregate count() as n`,
    ),
  ),
  rail(
    'medium',
    'list',
    'calls to gw.payline.example slower than 10 s yesterday',
    `source spans ${YESTERDAY} | filter ${HOST} == 'gw.payline.example' && $m.duration > 10000000`,
  ),
  rail(
    'medium',
    'percentile',
    'p99 by service last hour',
    `source spans last 1h | groupby ${SVC} aggregate percentile(0.99, $m.duration) as p`,
    `source spans last 1h | filter ${SERVER} | groupby ${SVC} aggregate percentile(0.99, $m.duration) as p`,
    `source logs last 1h | groupby ${S} aggregate percentile(0.99, ${TOOK}) as p`,
  ),
  rail(
    'medium',
    'top',
    'top 5 exception types yesterday',
    ...eitherOf((told) => top(`${told.source} ${YESTERDAY}`, told.type, 'count()', 5)),
  ),
  rail(
    'hard',
    'ratio',
    'error rate per service today, worst first',
    ...rates(
      (told, also, bad) =>
        `${told.source} ${TODAY} | filter ${also} | groupby ${told.service} aggregate count_if(${bad}) / count() as rate | orderby rate desc`,
    ),
  ),
  rail(
    'hard',
    'having',
    'services with more than 12 errors yesterday',
    ...failures(
      (told, bad) =>
        `${told.source} ${YESTERDAY} | filter ${bad} | groupby ${told.service} as service aggregate count() as n | filter n > 12`,
    ),
  ),
  rail(
    'hard',
    'join',
    'warnings or worse in traces that have a failed span of ticket-sales',
    `source logs | filter $m.severity >= WARNING | join inner (source spans | filter $d.tags.error == 'true' && ${SVC} == 'ticket-sales' | groupby $d.traceID as id aggregate count() as n) on left=>$d.TraceId == right=>id into bad`,
  ),
  rail(
    'hard',
    'top',
    'worst hour of payment-bridge yesterday',
    ...['', ' | limit 1'].flatMap((limit) =>
      failures(
        (told, bad) =>
          `${told.source} ${YESTERDAY} | filter ${told.service} == 'payment-bridge' && ${bad} | ${hourly} aggregate count() as n | orderby n desc${limit}`,
      ),
    ),
  ),
];
