import { S, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { daily, which } from './fresh-terms.ts';
import { anyOf, errors } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { ACCOUNT, failures, leading, NUMBER, numberIn, says, TOTAL, TRACKING_NO } from './unseen-parcel-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const parcel = asks('parcel');
const FAILED = says('login failed');
const ISSUED = says('invoice issued');
const OVERDUE = says('invoice overdue');

/** By the lead of the customer care. */
export const UNSEEN_PARCEL_CARE: readonly EvalQuestion[] = [
  parcel('easy', 'list', 'what happened with parcel PX70254?', `source logs | filter ${TRACKING_NO} == 'PX70254'`),
  parcel(
    'easy',
    'list',
    'all errors of account acct-304 in the last 2 days',
    ...failures((told, bad) => `${told.source} TIME | filter ${bad} && ${told.account} == 'acct-304'`).flatMap(
      (query) => lastDays(2, (time) => query.replace('TIME', time)),
    ),
  ),
  parcel('easy', 'list', 'failed logins today', ...anyOf(`source logs ${TODAY} | filter ${FAILED}`)),
  parcel(
    'easy',
    'count',
    'how many invoices were issued yesterday',
    `source logs ${YESTERDAY} | filter ${ISSUED} | count`,
    `source logs ${YESTERDAY} | filter ${ISSUED} | aggregate distinct_count($d.invoiceNo) as n`,
  ),
  parcel(
    'easy',
    'any',
    'did acct-312 download any invoices?',
    ...anyOf(`source logs | filter ${says('invoice downloaded')} && ${ACCOUNT} == 'acct-312'`),
  ),
  parcel(
    'easy',
    'count',
    'bounced mails in the last 3 days, how many?',
    ...lastDays(3, (time) => `source logs ${time} | filter ${says('mail bounced')} | count`),
  ),
  parcel(
    'easy',
    'list',
    'show me notifications with template delayed from today',
    `source logs ${TODAY} | filter $d.template == 'delayed'`,
    `source logs ${TODAY} | filter $d.template == 'delayed' && ${says('notification')}`,
    `source logs ${TODAY} | filter $d.template == 'delayed' && ${says('notification sent')}`,
  ),
  parcel(
    'easy',
    'count by',
    'wrong pickup codes this week by locker',
    `source logs ${THIS_WEEK} | filter ${says('wrong pickup code')} | groupby $d.lockerId as locker aggregate count() as n`,
  ),
  parcel(
    'easy',
    'distinct',
    'number of different accounts that logged in today',
    `source logs ${TODAY} | filter ${says('logged in')} | aggregate distinct_count(${ACCOUNT}) as n`,
  ),
  parcel(
    'medium',
    'top groups',
    'top 3 accounts by failed logins since yesterday',
    ...leading(`source logs ${TWO_DAYS} | filter ${FAILED}`, ACCOUNT, 'count()', 3),
  ),
  parcel(
    'medium',
    'sum',
    'total amount of the invoices issued this week',
    `source logs ${THIS_WEEK} | filter ${ISSUED} | aggregate sum(${TOTAL}) as eur`,
  ),
  parcel(
    'medium',
    'top groups',
    'which 3 accounts had the most errors this week?',
    ...errors((bad) => `source logs ${THIS_WEEK} | filter ${bad}`).flatMap((source) =>
      leading(source, ACCOUNT, 'count()', 3),
    ),
    ...leading(`source spans ${THIS_WEEK} | filter $d.tags.error == 'true'`, "$d.tags['account.id']", 'count()', 3),
  ),
  parcel(
    'medium',
    'top groups',
    'logins per browser today, most used first',
    ...[says('logged in'), `(${says('logged in')} || ${FAILED})`].map(
      (holds) =>
        `source logs ${TODAY} | filter ${holds} | groupby $d.browser as browser aggregate count() as n | orderby n desc`,
    ),
  ),
  parcel(
    'medium',
    'count by',
    'overdue invoices by way of payment, last 7 days',
    ...lastDays(
      7,
      (time) => `source logs ${time} | filter ${OVERDUE} | groupby $d.payBy as way aggregate count() as n`,
    ),
  ),
  parcel(
    'medium',
    'series',
    'notifications sent per medium and day this week',
    `source logs ${THIS_WEEK} | filter ${says('notification sent')} | ${daily}, $d.medium as medium aggregate count() as n`,
  ),
  parcel(
    'medium',
    'top groups',
    '5 accounts with the highest invoice total since monday',
    ...[`${S} == 'billing'`, ISSUED, says('invoice')].flatMap((holds) =>
      ['sum', 'max'].flatMap((call) =>
        leading(`source logs ${THIS_WEEK} | filter ${holds}`, ACCOUNT, `${call}(${TOTAL})`, 5),
      ),
    ),
  ),
  parcel(
    'medium',
    'values',
    'from which IP addresses did logins fail for acct-317?',
    ...which(`source logs | filter ${FAILED} && ${ACCOUNT} == 'acct-317'`, '$d.remoteIp'),
  ),
  parcel(
    'hard',
    'having',
    'accounts with at least two failed logins in the last 24 hours',
    `source logs last 24h | filter ${FAILED} && ${ACCOUNT} != null | groupby ${ACCOUNT} as account aggregate count() as n | filter n >= 2 | choose account`,
    `source logs last 24h | filter ${FAILED} | groupby ${ACCOUNT} as account aggregate count() as n | filter n >= 2`,
  ),
  parcel(
    'hard',
    'extract',
    'how many days are invoices overdue on average and at most?',
    `source logs | filter ${OVERDUE} | ${numberIn('overdue by (?<n>\\d+) days')} | aggregate avg(${NUMBER}) as mean, max(${NUMBER}) as most`,
  ),
  parcel(
    'hard',
    'share',
    'what share of login attempts failed today?',
    `source logs ${TODAY} | filter ${FAILED} || ${says('logged in')} | aggregate count_if(${FAILED}) / count() as share`,
    `source logs ${TODAY} | filter $d.route == '/login' | aggregate count_if(${FAILED}) / count() as share`,
  ),
];
