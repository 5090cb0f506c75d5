import { BAD_SPAN, SERVER, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly, which } from './fresh-terms.ts';
import { clock, OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  AMOUNT,
  anyOf,
  either,
  failures,
  foremost,
  OUTAGE,
  of,
  present,
  says,
  THURSDAY,
  TYPE,
  USER,
  WEDNESDAY,
} from './unseen-market-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const market = asks('market');
const ORDER = "$d.order_id == 'ORD-58213'";
const DECLINED = says('payment declined');
const FAILED = 'payout failed';
const AFTERNOON = ['12:00', '13:00'].map((from) => `between @'2026-11-19T${from}:00Z' and @'2026-11-19T18:00:00Z'`);
const WORKER = of('payout-worker');
const LATEST_OF = (bad: string): string =>
  `(| source logs | filter ${USER} == 'u-2041' && ${bad} | orderby $m.timestamp desc | limit 1 | choose $d.trace_id |)`;
const WORSE = [says(FAILED), '$m.severity == ERROR', OR_WORSE];

/** By the support desk. */
export const UNSEEN_MARKET_SUPPORT: readonly EvalQuestion[] = [
  market(
    'easy',
    'list',
    'Hi, can you show me everything for user u-2041 today?',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.user} == 'u-2041'`),
  ),
  market('easy', 'list', 'what happened to order ORD-58213?', `source logs | filter ${ORDER}`),
  market(
    'easy',
    'count',
    'how many times did we log "payment declined" today',
    `source logs ${TODAY} | filter ${DECLINED} | count`,
  ),
  market(
    'easy',
    'text',
    'show me the "refund issued" logs from yesterday',
    `source logs ${YESTERDAY} | filter ${says('refund issued')}`,
  ),
  market(
    'easy',
    'distinct',
    'Which sellers had payout-worker errors?',
    ...['$m.severity == ERROR', OR_WORSE].flatMap((bad) =>
      which(`source logs | filter ${WORKER} && ${bad}`, '$d.seller_id'),
    ),
  ),
  market('easy', 'list', 'logs of seller s-417 please', "source logs | filter $d.seller_id == 's-417'"),
  market(
    'easy',
    'exists',
    'did any mails bounce today?',
    ...anyOf(`source logs ${TODAY} | filter ${says('mail bounced')}`),
  ),
  market('easy', 'distinct', 'list the carriers we have in the logs', ...which('source logs', '$d.carrier')),
  market(
    'easy',
    'top-rows',
    'latest 20 warnings of the shipping service',
    `source logs | filter ${of('shipping')} && $m.severity == WARNING | orderby $m.timestamp desc | limit 20`,
  ),
  market(
    'easy',
    'count',
    'how many parcels were delivered yesterday?',
    `source logs ${YESTERDAY} | filter ${says('parcel delivered')} | count`,
    `source logs ${YESTERDAY} | filter ${says('parcel delivered')} | aggregate distinct_count($d.order_id) as n`,
  ),
  market(
    'medium',
    'threshold',
    'customer u-2041 says checkout was slow yesterday afternoon, show her requests over 1 second',
    ...AFTERNOON.flatMap((time) => [
      `source logs ${time} | filter ${of('checkout')} && ${USER} == 'u-2041' && $d.duration_ms > 1000`,
      `source logs ${time} | filter ${USER} == 'u-2041' && $d.duration_ms > 1000`,
      `source logs ${time} | filter ${USER} == 'u-2041' && $d.path ~ 'checkout' && $d.duration_ms > 1000`,
    ]),
  ),
  market(
    'medium',
    'distinct-count',
    'how many different customers had a payment declined since Monday',
    `source logs ${THIS_WEEK} | filter ${DECLINED} | aggregate distinct_count(${USER}) as n`,
  ),
  market(
    'medium',
    'top',
    'which payment method gets declined most often?',
    ...foremost(`source logs | filter ${DECLINED}`, '$d.payment_method', 'count()'),
    `source logs | filter ${says('payment')} && $d.payment_method != null && ${of('payment-gateway')} | groupby $d.payment_method as m aggregate count_if(${DECLINED}) / count() as share`,
  ),
  market(
    'medium',
    'series',
    'failed logins per hour on Wednesday the 18th',
    ...[says('login failed'), '$d.status == 401', `${of('accounts')} && $d.status == 401`].map(
      (bad) => `source logs ${WEDNESDAY} | filter ${bad} | ${hourly} aggregate count() as n`,
    ),
    `source spans ${WEDNESDAY} | filter ${SVC} == 'accounts' && $d.tags['http.response.status_code']:number == 401 | ${hourly} aggregate count() as n`,
  ),
  market(
    'medium',
    'exists',
    'was u-2077 able to log in this week?',
    ...anyOf(`source logs ${THIS_WEEK} | filter ${USER} == 'u-2077' && ${says('login succeeded')}`),
    ...anyOf(`source logs ${THIS_WEEK} | filter ${USER} == 'u-2077' && ${says('login')}`),
  ),
  market(
    'medium',
    'list',
    'orders above 500 euros that failed in checkout this week',
    ...['$m.severity == ERROR', OR_WORSE].flatMap((bad) => {
      const rows = `source logs ${THIS_WEEK} | filter ${of('checkout')} && ${bad} && ${AMOUNT} > 500`;
      return [...anyOf(rows), `${rows} | distinct $d.order_id`];
    }),
  ),
  market(
    'medium',
    'top-rows',
    'what was the biggest order today?',
    ...[says('order placed'), of('order-service'), 'true', '$d.order_id != null', of('checkout')].flatMap((only) => [
      `source logs ${TODAY} | filter ${only} | orderby ${AMOUNT} desc | limit 1`,
      `source logs ${TODAY} | filter ${only} | aggregate max(${AMOUNT}) as m`,
    ]),
  ),
  market(
    'medium',
    'top',
    'Which warehouse reported the most stock mismatches this week?',
    ...foremost(`source logs ${THIS_WEEK} | filter ${says('stock mismatch')}`, '$d.warehouse', 'count()'),
  ),
  market(
    'medium',
    'count-by',
    'bounced mails today by template',
    `source logs ${TODAY} | filter ${says('mail bounced')} | groupby $d.template as t aggregate count() as n`,
  ),
  market(
    'medium',
    'top-rows',
    'the most recent error for u-2041',
    ...failures(
      (told, bad) => `${told.source} | filter ${told.user} == 'u-2041' && ${bad} | orderby $m.timestamp desc | limit 1`,
    ),
  ),
  market(
    'medium',
    'count',
    'how many searches found nothing yesterday?',
    `source logs ${YESTERDAY} | filter $d.results == 0 | count`,
    `source logs ${YESTERDAY} | filter $d.results == 0 && ${says('search completed')} | count`,
  ),
  market(
    'medium',
    'top',
    'which search terms came up empty most often on thursday',
    ...foremost(`source logs ${THURSDAY} | filter $d.results == 0`, '$d.term', 'count()'),
  ),
  market(
    'medium',
    'count-by',
    'delayed parcels per carrier in the last 3 days',
    ...lastDays(
      3,
      (time) =>
        `source logs ${time} | filter ${says('parcel delayed')} | groupby $d.carrier as c aggregate count() as n`,
    ),
  ),
  market(
    'medium',
    'projection',
    'give me user and reason of the orders fraud-check rejected in the past 24 hours',
    `source logs last 24h | filter ${says('order rejected')} | choose ${USER}, $d.reason`,
    `source logs last 24h | filter ${says('order rejected')}`,
  ),
  market(
    'medium',
    'count-by',
    'payouts to s-417 that failed, with what errors and how many of each',
    ...WORSE.flatMap((bad) =>
      [TYPE, '$d.message'].map(
        (key) =>
          `source logs | filter ${WORKER} && $d.seller_id == 's-417' && ${bad} | groupby ${key} as e aggregate count() as n`,
      ),
    ),
  ),
  market(
    'hard',
    'having',
    'customers with more than three declined payments since Monday',
    ...[`${USER} != null && ${DECLINED}`, DECLINED].map(
      (only) =>
        `source logs ${THIS_WEEK} | filter ${only} | groupby ${USER} as u aggregate count() as n | filter n > 3`,
    ),
  ),
  market(
    'hard',
    'having',
    'which sellers had a failed payout this week but no successful one?',
    ...WORSE.flatMap((bad) => {
      const counted = `source logs ${THIS_WEEK} | filter ${WORKER} | groupby $d.seller_id as s aggregate count_if(${bad}) as lost, count_if(${says('payout sent')}) as sent | filter lost > 0 && sent == 0`;
      return [`${counted} | choose s`];
    }),
  ),
  market(
    'hard',
    'nested',
    'show all logs in the trace of the latest error of u-2041',
    ...['$m.severity == ERROR', OR_WORSE].map((bad) => `source logs | filter $d.trace_id.inArray(${LATEST_OF(bad)})`),
  ),
  market(
    'hard',
    'when',
    'how much time passed between placing and shipping order ORD-58213?',
    ...['handed to carrier', 'parcel'].flatMap((shipped) => {
      const ends = `min(if(${says(shipped)}, $m.timestamp)) - min(if(${says('order placed')}, $m.timestamp))`;
      return [
        `source logs | filter ${ORDER} | aggregate ${ends} as took`,
        `source logs | filter ${ORDER} | aggregate (${ends}).toTimeUnit('m') as took`,
        `source logs | filter ${ORDER} | aggregate (${ends}).toTimeUnit('h') as took`,
        `source logs | filter ${ORDER} | aggregate (${ends}).toTimeUnit('s') as took`,
      ];
    }),
  ),
  market(
    'hard',
    'distinct',
    'who was affected by the card acquirer problem this morning?',
    ...[OUTAGE, clock('00:00', '12:00'), clock('06:00', '12:00'), TODAY].flatMap((time) => [
      ...either((told) => [
        ...present(`${told.source} ${time} | filter ${told.type} == 'AcquirerTimeout'`, told.user),
        `${told.source} ${time} | filter ${told.type} == 'AcquirerTimeout' | aggregate distinct_count(${told.user}) as n`,
      ]),
      ...present(`source logs ${time} | filter ${says('acquirer')}`, USER),
    ]),
  ),
  market(
    'hard',
    'ratio',
    'what share of parcels was late, per carrier, this week?',
    ...[
      `${says('parcel delayed')} || ${says('parcel delivered')}`,
      says('parcel'),
      of('shipping'),
      '$d.carrier != null',
    ].map(
      (only) =>
        `source logs ${THIS_WEEK} | filter ${only} | groupby $d.carrier as c aggregate count_if(${says('parcel delayed')}) / count() as share`,
    ),
    `source logs ${THIS_WEEK} | filter ${of('shipping')} | groupby $d.carrier as c aggregate count_if(${says('parcel delayed')}) / count_if(${says('parcel delivered')}) as share`,
  ),
  market(
    'hard',
    'cross',
    'what did the logs say in traces where a payment-gateway span failed today?',
    ...['', ` && ${SERVER}`].flatMap((also) => {
      const bad = `(| source spans ${TODAY} | filter ${SVC} == 'payment-gateway' && ${BAD_SPAN}${also} | distinct $d.traceID |)`;
      const rows = ['source logs', `source logs ${TODAY}`].map(
        (logs) => `${logs} | filter $d.trace_id.inArray(${bad})`,
      );
      return rows.flatMap((query) => [query, `${query} | groupby $d.message as m aggregate count() as n`]);
    }),
  ),
];
