import { BAD_SPAN, DAY, S, SERVER, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily, hourly, which } from './fresh-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  CITY,
  CLIENT,
  counted,
  DATABASE,
  DRIVER,
  ERR,
  GATEWAY,
  HANDLING,
  KWH,
  LOGS,
  leading,
  OPERATION,
  PARTNER,
  PAYMENTS,
  PLUG,
  PORTAL,
  PRICE,
  QUEUE,
  REJECTED,
  SESSIONS,
  SINCE_TUESDAY,
  SIZE,
  SPANS,
  says,
  sessions,
  shares,
  TABLE,
} from './unseen-power-terms.ts';

const power = asks('power');
const SIX_TO_THREE = "between @'now' - 6h and @'now' - 3h";
const CHANGES = `(${OPERATION} == 'INSERT' || ${OPERATION} == 'UPDATE')`;
const SIGNED_IN = says('driver signed in');

/** Dialogues of the engineer on call and of the head of operations. */
const OPERATING: readonly EvalQuestion[] = [
  after(
    ['errors of roaming-hub yesterday'],
    power(
      'easy',
      '',
      'only the fatal ones',
      `source logs ${YESTERDAY} | filter ${S} == 'roaming-hub' && $m.severity == CRITICAL`,
    ),
  ),
  after(
    ['error rate by service last 3 hours'],
    power(
      'hard',
      '',
      'and in the 3 hours before that?',
      ...shares(
        (told, source, bad) =>
          `${source} ${SIX_TO_THREE} | groupby ${told.service} as service aggregate count_if(${bad}) / count() as rate`,
      ),
    ),
  ),
  after(
    ['station-gateway errors since tuesday', 'by firmware'],
    power(
      'medium',
      '',
      'and by vendor',
      ...['$m.severity == ERROR', '$m.severity >= ERROR'].flatMap((bad) =>
        ['$d.vendor as vendor', '$d.firmware as firmware, $d.vendor as vendor'].map(
          (keys) =>
            `source logs ${SINCE_TUESDAY} | filter ${GATEWAY} && ${bad} | groupby ${keys} aggregate count() as n`,
        ),
      ),
    ),
  ),
  after(
    ['slowest spans of roaming-hub yesterday'],
    power(
      'easy',
      '',
      'how many took longer than 8 s?',
      `source spans ${YESTERDAY} | filter ${SVC} == 'roaming-hub' && $m.duration > 8000000 | count`,
    ),
  ),
  after(
    ['failed spans last 24h by service', 'just the live environment'],
    power(
      'medium',
      '',
      'top 3',
      ...leading(`source spans last 24h | filter ${BAD_SPAN} && ${SPANS.env} == 'live'`, SVC, 'count()', 3),
    ),
  ),
  after(
    ['p95 of invoicing yesterday'],
    power(
      'easy',
      '',
      'and today?',
      ...[LOGS, SPANS].map(
        (told) =>
          `${told.source} ${TODAY} | filter ${told.service} == 'invoicing' | aggregate percentile(0.95, ${told.took}) as p95`,
      ),
      `source spans ${TODAY} | filter ${SVC} == 'invoicing' && ${SERVER} | aggregate percentile(0.95, $m.duration) as p95`,
    ),
  ),
  after(
    ['logs per hour from Graz today', 'same for Lyon'],
    power(
      'medium',
      '',
      'only station-gateway',
      `source logs ${TODAY} | filter ${CITY} == 'Lyon' && ${GATEWAY} | ${hourly} aggregate count() as n`,
    ),
  ),
  after(
    ['How many sessions were started yesterday?'],
    power(
      'easy',
      '',
      'And the day before?',
      ...counted(`source logs between ${DAY} - 2d and ${DAY} - 1d | filter ${says('session started')}`, '$d.session'),
    ),
  ),
  after(
    ['How many payments were rejected today?', 'For what reasons?'],
    power(
      'medium',
      '',
      'Which drivers were they?',
      ...[REJECTED, says('payment rejected')].flatMap((bad) => which(`source logs ${TODAY} | filter ${bad}`, DRIVER)),
    ),
  ),
  after(
    ['How much energy did we charge this week?', 'Please split it by city.'],
    power(
      'medium',
      '',
      'And only for CCS plugs?',
      ...sessions(
        THIS_WEEK,
        (source) => `${source} && ${PLUG} == 'CCS' | groupby ${CITY} as city aggregate sum(${KWH}) as kwh`,
      ),
    ),
  ),
  after(
    ['Which partner had the most timeouts this week?'],
    power(
      'hard',
      '',
      'How many of those did we have per day?',
      ...[`${ERR} == 'partner_timeout' && ${PARTNER} == 'PlugEurope'`, `${ERR} == 'partner_timeout'`].flatMap((of) => [
        `source logs ${THIS_WEEK} | filter ${of} | ${daily} aggregate count() as n`,
        `source logs ${THIS_WEEK} | filter ${of} | ${daily}, ${PARTNER} as partner aggregate count() as n`,
      ]),
      `source spans ${THIS_WEEK} | filter ${SPANS.code} == 'partner_timeout' | ${daily} aggregate count() as n`,
      `source spans ${THIS_WEEK} | filter ${SPANS.code} == 'partner_timeout' && $d.tags.partner == 'PlugEurope' | ${daily} aggregate count() as n`,
    ),
  ),
  after(
    ['Show me the invoices above 500 euros from today.', 'How many are there?'],
    power(
      'medium',
      '',
      'And how much is that in total?',
      ...['', ` && ${says('invoice created')}`].map(
        (also) => `source logs ${TODAY} | filter $d.total > 500${also} | aggregate sum($d.total) as total`,
      ),
    ),
  ),
];

/** Dialogues of the analyst and of the developer. */
const BUILDING: readonly EvalQuestion[] = [
  after(
    ['sign-ins by client today', 'same for yesterday'],
    power(
      'medium',
      '',
      'per hour',
      `source logs ${YESTERDAY} | filter ${SIGNED_IN} | ${hourly}, ${CLIENT} as client aggregate count() as n`,
      `source logs ${YESTERDAY} | filter ${SIGNED_IN} | ${hourly} aggregate count() as n`,
    ),
  ),
  after(
    ['top 5 drivers by kwh this week'],
    power(
      'medium',
      '',
      'by number of sessions instead',
      ...['', ` && ${says('session started')}`, ` && ${says('session finished')}`].flatMap((also) =>
        ['distinct_count($d.session)', 'count()'].flatMap((count) =>
          leading(`source logs ${THIS_WEEK} | filter ${SESSIONS}${also}`, DRIVER, count, 5),
        ),
      ),
    ),
  ),
  after(
    ['average payment price per currency this week'],
    power(
      'easy',
      '',
      'median',
      ...['', " && $d.outcome == 'paid'"].map(
        (also) =>
          `source logs ${THIS_WEEK} | filter ${PAYMENTS}${also} | groupby $d.currency as currency aggregate median(${PRICE}) as median`,
      ),
    ),
  ),
  after(
    ['how many drivers used the portal yesterday', 'by language'],
    power(
      'medium',
      '',
      'leave out the web client',
      `source logs ${YESTERDAY} | filter ${PORTAL} && ${CLIENT} != 'web' | groupby $d.lang as lang aggregate distinct_count(${DRIVER}) as n`,
    ),
  ),
  after(
    ['which endpoints does driver-portal have?'],
    power(
      'medium',
      '',
      'how many requests did each get today?',
      ...[LOGS, SPANS].flatMap((told) =>
        [` && ${told.path} != null`, ''].map(
          (only) =>
            `${told.source} ${TODAY} | filter ${told.service} == 'driver-portal'${only} | groupby ${told.path} as path aggregate count() as n`,
        ),
      ),
    ),
  ),
  after(
    ['spans of session-manager that hit the database in the last 2 hours', 'only INSERT and UPDATE'],
    power(
      'hard',
      '',
      'average duration per table',
      `source spans last 2h | filter ${SVC} == 'session-manager' && ${DATABASE} != null && ${CHANGES} | groupby ${TABLE} as table aggregate avg($m.duration) as mean`,
    ),
  ),
  after(
    ['logs with err price_missing'],
    power(
      'easy',
      '',
      'group them by build',
      `source logs | filter ${ERR} == 'price_missing' | groupby $d.build as build aggregate count() as n`,
    ),
  ),
  after(
    ['which queues are there?', 'how many messages were sent to each yesterday?', 'and processed?'],
    power(
      'hard',
      '',
      'average size in bytes',
      ...[` && ${HANDLING} == 'process'`, ''].map(
        (also) =>
          `source spans ${YESTERDAY} | filter ${QUEUE} != null${also} | groupby ${QUEUE} as queue aggregate avg(${SIZE}) as mean`,
      ),
    ),
  ),
];

/** By the same four people, who go on from their first question. */
export const UNSEEN_POWER_DIALOGUES: readonly EvalQuestion[] = [...OPERATING, ...BUILDING];
