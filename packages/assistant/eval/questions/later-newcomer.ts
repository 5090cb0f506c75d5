import { BODY, ERROR, LOG_ROUTE, LOG_STATUS, most, S, SVC, THIS_WEEK, TODAY } from './blind-terms.ts';
import { clock, errors, MSG, SHOP_STATUS, sinceClock, USER } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';

const own = asks('own');
const shop = asks('shop');
const fleet = asks('fleet');
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const AROUND = "around @'2026-11-20T14:05:00Z' interval 5m";
const WORKER = `${S} == 'queue-worker'`;
const INTENT = "$d.tags['nlq.intent']";

/** By someone in the first week, with the runbook open beside. */
export const LATER_NEWCOMER: readonly EvalQuestion[] = [
  shop(
    'easy',
    'distinct',
    'Hi! What services do we have?',
    `source logs | distinct ${S}`,
    'source logs | distinct $d.service',
    `source logs | groupby ${S} aggregate count() as n`,
  ),
  shop(
    'easy',
    'top rows',
    'can you show me the last 20 error messages please',
    `source logs | filter ${ERROR} | orderby $m.timestamp desc | limit 20`,
    `source logs | filter ${ERROR} | orderby $m.timestamp desc | limit 20 | choose ${MSG}`,
  ),
  shop(
    'easy',
    'count by',
    'what paths are there and how many requests does each one get?',
    'source logs | groupby $d.path aggregate count() as n',
  ),
  shop(
    'medium',
    'count by',
    'Step 1 of the runbook: count the 503s per path in the last hour',
    `source logs last 1h | filter ${SHOP_STATUS} == 503 | groupby $d.path aggregate count() as n`,
  ),
  shop(
    'medium',
    'distinct',
    'Step 2: how many different users saw a 503 since 13:00?',
    `source logs ${sinceClock('13:00')} | filter ${SHOP_STATUS} == 503 | aggregate distinct_count(${USER}) as n`,
  ),
  shop(
    'medium',
    'statistic',
    'I need the median and the 95th percentile of the response time on /checkout this week',
    `source logs ${THIS_WEEK} | filter $d.path == '/checkout' | aggregate percentile(0.5, $d.duration_ms) as a, percentile(0.95, $d.duration_ms) as b`,
  ),
  shop(
    'medium',
    'top rows',
    'What does a NullPointerException look like here? The most recent one on /search is enough',
    `source logs | filter ${MSG} ~ 'NullPointerException' && $d.path == '/search' | orderby $m.timestamp desc | limit 1`,
  ),
  shop(
    'hard',
    'top per group',
    'For every path, which error message is the most common one?',
    `source logs | filter ${ERROR} | groupby $d.path, ${MSG} aggregate count() as n | dedupeby path keep 1 orderby n desc`,
  ),
  own(
    'easy',
    'count by',
    'how many logs are there of each severity?',
    'source logs | groupby $m.severity aggregate count() as n',
  ),
  own('easy', 'list', 'Logs from queue-worker around 14:05', `source logs ${AROUND} | filter ${WORKER}`),
  own(
    'medium',
    'count',
    'The runbook says to check dead tasks. How often did queue-worker log "task failed after 3 attempts" since 1pm?',
    `source logs ${sinceClock('13:00')} | filter ${WORKER} && ${BODY} ~ 'task failed after 3 attempts' | count`,
  ),
  own(
    'hard',
    'extract',
    'Pull the port number out of the "listening on port" lines and list the different ones',
    `source logs | filter ${BODY} ~ 'listening on port' | extract ${BODY} into found using regexp(/port (?<port>\\d+)/) | distinct found.port`,
    `source logs | extract ${BODY} into found using regexp(/port (?<port>\\d+)/) | filter found.port != null | distinct found.port`,
    `source logs | filter ${BODY} ~ 'listening on port' | extract ${BODY} into found using regexp(/port (?<port>\\d+)/) | groupby found.port aggregate count() as n`,
  ),
  own(
    'medium',
    'top groups',
    'Which route answers with a 422 most often, going by the logs of the last 48 hours?',
    ...most(`source logs last 48h | filter ${LOG_STATUS} == 422 | groupby ${LOG_ROUTE} aggregate count() as n`, 'n'),
  ),
  own(
    'medium',
    'span structure',
    'root spans that took longer than 250 ms today',
    `source spans ${TODAY} | filter $d.parentId == '' && $m.duration > 250000`,
  ),
  own(
    'hard',
    'trace',
    `How is the time in trace ${TRACE} spread over the services?`,
    `source spans | filter $d.traceID == '${TRACE}' | groupby ${SVC} aggregate sum($m.duration) as total`,
  ),
  own(
    'medium',
    'top groups',
    'Which nlq.intent is the most common one in query-service since yesterday?',
    ...most(
      `source spans between @'now' / 1d - 1d and @'now' | filter ${INTENT} != null | groupby ${INTENT} aggregate count() as n`,
      'n',
    ),
  ),
  fleet(
    'easy',
    'distinct',
    'what regions are we running in?',
    'source logs | distinct $d.region',
    'source spans | distinct $d.tags.region',
    'source logs | groupby $d.region aggregate count() as n',
  ),
  fleet(
    'medium',
    'count',
    'How many errors were there outside of us-east-1 between 9 and 11 this morning?',
    ...errors((bad) => `source logs ${clock('09:00', '11:00')} | filter ${bad} && $d.region != 'us-east-1' | count`),
  ),
  fleet(
    'medium',
    'top rows',
    'What is the biggest response (response_bytes) that accounts sent in the last 30 minutes?',
    `source logs last 30m | filter ${S} == 'accounts' | aggregate max($d.response_bytes) as n`,
    `source logs last 30m | filter ${S} == 'accounts' | orderby $d.response_bytes desc | limit 1`,
  ),
  fleet(
    'hard',
    'having',
    'Is there a service that logged no warnings at all this week?',
    `source logs ${THIS_WEEK} | groupby ${S} aggregate count_if($m.severity == WARNING) as n | filter n == 0`,
    `source logs ${THIS_WEEK} | groupby ${S} aggregate count_if($m.severity == WARNING) as n | filter n == 0 | choose subsystemname`,
  ),
];
