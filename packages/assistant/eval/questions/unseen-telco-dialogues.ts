import { S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { anyOf } from './later-terms.ts';
import { after, asks, type Difficulty, type EvalQuestion } from './question.ts';
import {
  ABANDONED,
  AMOUNT,
  ANSWERED,
  CODE,
  DOWN,
  either,
  HOST,
  howMany,
  ISSUED,
  LAST_WEEK,
  LINE,
  leading,
  logs,
  NOT_ACTIVATED,
  PORT_REJECTED,
  REJECTED_ROAMER,
  requestFailures,
  SMS_FAILED,
  TARIFF,
  TOPPED_UP,
  TOPUP_FAILED,
  USAGE_REJECTED,
  WAIT,
  whichOf,
} from './unseen-telco-terms.ts';

const telco = asks('telco');
const turn = (before: readonly string[], difficulty: Difficulty, question: string, ...accept: readonly string[]) =>
  after(before, telco(difficulty, '', question, ...accept));

const BEFORE_YESTERDAY = "between @'2026-11-18' and @'2026-11-19'";
const TOPUPS = [TOPPED_UP, "$l.subsystemname == 'topup'"];

/** Dialogues of the same four people. */
export const UNSEEN_TELCO_DIALOGUES: readonly EvalQuestion[] = [
  turn(['cell outages today'], 'easy', 'by region', `${logs(DOWN, TODAY)} | groupby $d.region aggregate count() as n`),
  turn(
    ['cell outages today', 'only 4g'],
    'medium',
    'and yesterday?',
    ...anyOf(logs(`${DOWN} && $d.tech == '4g'`, YESTERDAY)),
  ),
  turn(['how many sms failed yesterday'], 'easy', 'which err codes', ...whichOf(logs(SMS_FAILED, YESTERDAY), CODE)),
  turn(['top 5 sites by outages'], 'easy', 'and the top 10', ...leading(logs(DOWN), '$d.site', 'count()', 10)),
  turn(
    ['rejected roamers by country'],
    'medium',
    'only the last 6 hours',
    `${logs(REJECTED_ROAMER, 'last 6h')} | groupby $d.country aggregate count() as n`,
    `${logs(REJECTED_ROAMER, 'last 6h')} | groupby $d.country aggregate distinct_count($d.imsi) as n`,
  ),
  turn(
    ['How many invoices did we issue last week?'],
    'medium',
    'And for how much money in total?',
    `${logs(ISSUED, LAST_WEEK)} | aggregate sum(${AMOUNT}) as total`,
  ),
  turn(
    ['Total top-up amount per payment method'],
    'easy',
    'Now per tariff please',
    ...TOPUPS.map((of) => `${logs(of)} | groupby ${TARIFF} aggregate sum(${AMOUNT}) as total`),
  ),
  turn(
    ['Show the failed top-ups of today', 'Only by card'],
    'medium',
    'How many are these?',
    `${logs(`${TOPUP_FAILED} && $d.pay_method == 'card'`, TODAY)} | count`,
  ),
  turn(
    ['Average invoice amount per segment'],
    'easy',
    'Please show the maximum instead',
    ...[ISSUED, "$d.msg ~ 'invoice'", `${S} == 'invoicing'`].map(
      (of) => `${logs(of)} | groupby $d.segment aggregate max(${AMOUNT}) as most`,
    ),
  ),
  turn(
    ['How many usage records were rejected yesterday?'],
    'medium',
    'And the day before?',
    `${logs(USAGE_REJECTED, BEFORE_YESTERDAY)} | count`,
  ),
  turn(
    ['calls abandoned today', 'per queue'],
    'hard',
    'what was the average wait of those',
    `${logs(ABANDONED, TODAY)} | groupby $d.queue aggregate avg(${WAIT}) as mean`,
    `${logs(ABANDONED, TODAY)} | aggregate avg(${WAIT}) as mean`,
  ),
  turn(
    ['who took the most calls yesterday'],
    'medium',
    'and the fewest?',
    ...leading(logs(ANSWERED, YESTERDAY), '$d.agent', 'count()', 1, 'asc'),
    `${logs(ANSWERED, YESTERDAY)} | groupby $d.agent aggregate count() as n | orderby n`,
  ),
  turn(
    ['failed activations this week', 'just esim'],
    'medium',
    'which channels',
    ...whichOf(logs(`${NOT_ACTIVATED} && $d.sim_type == 'esim'`, THIS_WEEK), '$d.channel'),
  ),
  turn(
    ['rejected ports by donor'],
    'easy',
    'sort by name',
    `${logs(PORT_REJECTED)} | groupby $d.donor aggregate count() as n | orderby donor`,
    `${logs(PORT_REJECTED)} | groupby $d.donor aggregate distinct_count(${LINE}) as n | orderby donor`,
  ),
  turn(
    ['calls answered per topic'],
    'medium',
    'without billing',
    `${logs(`${ANSWERED} && $d.topic != 'billing'`)} | groupby $d.topic aggregate count() as n`,
  ),
  turn(
    ['errors in selfcare-api by path'],
    'easy',
    'same for partner-gw',
    ...requestFailures(
      (told, bad) =>
        `${told.source} | filter ${told.service} == 'partner-gw' && ${bad} | groupby ${told.path} as path aggregate count() as n`,
    ),
  ),
  turn(
    ['Spans of topup slower than 1 s'],
    'hard',
    'What hosts did they call?',
    ...whichOf(`source spans | filter ${SVC} == 'topup' && $m.duration > 1000000`, HOST),
    `source spans | filter ${SVC} == 'topup' && $m.duration > 1000000 && ${HOST} != null`,
  ),
  turn(
    ['429s per partner today', 'as a chart per hour'],
    'hard',
    'only valuemart',
    ...either(
      (told) =>
        `${told.source} ${TODAY} | filter ${told.status} == 429 && ${told.partner} == 'valuemart' | ${hourly} aggregate count() as n`,
    ),
  ),
  turn(
    ['p95 of took_ms per partner'],
    'medium',
    'worst 3 only',
    ...leading('source logs', '$d.partner', 'percentile(0.95, $d.took_ms)', 3),
  ),
  turn(
    ['Requests of app version 8.4.0', 'How many failed with a 5xx'],
    'hard',
    'And on version 8.3.2?',
    ...howMany(logs("$d.app_version == '8.3.2' && $d.http_status >= 500"), LINE).slice(0, 1),
    logs("$d.app_version == '8.3.2' && $d.http_status >= 500"),
  ),
];
