import { S, SVC, since, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { daily } from './fresh-terms.ts';
import { errors } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { AMOUNT, INSURER, JOB, lastDays, METHOD, PATIENT, says, TENANT } from './unseen-clinic-terms.ts';

const clinic = asks('clinic');
const ISSUED = '$d.message.matches(/.*invoice [0-9]+ issued.*/)';
const RECEIVED = says('payment received');
const DECLINED = says('payment declined');
const REFUNDED = says('refund paid out');
const REJECTED = says('rejected batch');
const OVERDUE = says('invoice overdue');

/** By an analyst who follows the money of invoices, payments and claims. */
export const UNSEEN_CLINIC_BILLING: readonly EvalQuestion[] = [
  clinic(
    'easy',
    'statistic',
    'Total amount_eur of payments received today',
    `source logs ${TODAY} | filter ${RECEIVED} | aggregate sum(${AMOUNT}) as total`,
  ),
  clinic(
    'easy',
    'count',
    'how many invoices were issued yesterday?',
    `source logs ${YESTERDAY} | filter ${ISSUED} | count`,
  ),
  clinic(
    'easy',
    'count by',
    'Declined payments by payment method',
    `source logs | filter ${DECLINED} | groupby ${METHOD} aggregate count() as n`,
  ),
  clinic('easy', 'list', 'Show refunds paid out over 500 euros', `source logs | filter ${REFUNDED} && ${AMOUNT} > 500`),
  clinic(
    'easy',
    'statistic',
    'Average amount of invoices issued this week',
    `source logs ${THIS_WEEK} | filter ${ISSUED} | aggregate avg(${AMOUNT}) as mean`,
  ),
  clinic(
    'easy',
    'list',
    'Which batches did insurers reject in the past 24 hours?',
    `source logs last 24h | filter ${REJECTED}`,
    `source logs last 24h | filter ${REJECTED} | extract $d.message into told using regexp(/rejected batch (?<batch>\\d+)/) | distinct told.batch`,
  ),
  clinic(
    'easy',
    'count by',
    'claims-export logs by job_name, last 3 days',
    ...lastDays(3).map(
      (time) =>
        `source logs ${time} | filter ${S} == 'claims-export' && ${JOB} != null | groupby ${JOB} aggregate count() as n`,
    ),
  ),
  clinic(
    'medium',
    'series',
    'Payments received per hospital per day since Monday, in euros',
    `source logs ${THIS_WEEK} | filter ${RECEIVED} | ${daily}, ${TENANT} as tenant aggregate sum(${AMOUNT}) as total`,
  ),
  clinic(
    'medium',
    'top groups',
    'Top 3 insurers by rejected batches, last two weeks',
    ...lastDays(14).map(
      (time) =>
        `source logs ${time} | filter ${REJECTED} | groupby ${INSURER} aggregate count() as n | orderby n desc | limit 3`,
    ),
  ),
  clinic(
    'medium',
    'statistic',
    'Sum of claims per insurer and job yesterday',
    `source logs ${YESTERDAY} | filter ${INSURER} != null && ${JOB} != null | groupby ${INSURER}, ${JOB} aggregate sum($d.claims) as total`,
  ),
  clinic(
    'medium',
    'compare values',
    'How many overdue invoices, insured vs not insured?',
    `source logs | filter ${OVERDUE} | groupby $d.insured aggregate count() as n`,
    `source logs | filter ${OVERDUE} | aggregate count_if($d.insured == true) as insured, count_if($d.insured == false) as others`,
  ),
  clinic(
    'medium',
    'statistic',
    'Median, p90 and maximum amount of refunds by payment method',
    `source logs | filter ${REFUNDED} | groupby ${METHOD} aggregate percentile(0.5, ${AMOUNT}) as p50, percentile(0.9, ${AMOUNT}) as p90, max(${AMOUNT}) as largest`,
  ),
  clinic(
    'medium',
    'compare times',
    'Billing errors today compared with yesterday',
    ...errors((bad) => `source logs ${TWO_DAYS} | filter ${S} == 'billing' && ${bad}`).flatMap((source) =>
      periods(source, "@'now' / 1d", COUNTED),
    ),
    ...periods(
      `source spans ${TWO_DAYS} | filter ${SVC} == 'billing' && $d.tags.error == 'true'`,
      "@'now' / 1d",
      COUNTED,
    ),
  ),
  clinic(
    'medium',
    'top groups',
    'Ten patients with the highest total of issued invoices in the last 14 days',
    ...lastDays(14).map(
      (time) =>
        `source logs ${time} | filter ${ISSUED} | groupby ${PATIENT} aggregate sum(${AMOUNT}) as total | orderby total desc | limit 10`,
    ),
  ),
  clinic(
    'hard',
    'share',
    'What percentage of card, direct debit and insurance payments is declined (declined out of declined plus received), last 3 weeks',
    ...lastDays(21).flatMap((time) => [
      `source logs ${time} | filter ${METHOD} != null | groupby ${METHOD} aggregate count_if(${DECLINED}) / count_if(${DECLINED} || ${RECEIVED}) as share`,
      `source logs ${time} | filter ${DECLINED} || ${RECEIVED} | groupby ${METHOD} aggregate count_if(${DECLINED}) / count() as share`,
    ]),
  ),
  clinic(
    'hard',
    'extract',
    'Invoices overdue for more than 60 days: how many per hospital?',
    `source logs | extract $d.message into invoice using regexp(/overdue for (?<days>\\d+) days/) | filter invoice.days:number > 60 | groupby ${TENANT} aggregate count() as n`,
  ),
  clinic(
    'hard',
    'having',
    'Which insurers had more than 5 % rejected batches among their logs this month?',
    `source logs ${since('2026-11-01')} | filter ${INSURER} != null | groupby ${INSURER} as insurer aggregate count_if(${REJECTED}) / count() as share | filter share > 0.05 | choose insurer`,
  ),
];
