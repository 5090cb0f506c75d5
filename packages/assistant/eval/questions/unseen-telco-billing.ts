import { THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { daily } from './fresh-terms.ts';
import { anyOf } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  AMOUNT,
  BOTH_WEEKS,
  CODE,
  foremost,
  howMany,
  ISSUED,
  LAST_WEEK,
  LINE,
  leading,
  logs,
  MONDAY,
  RATED,
  TARIFF,
  TOPPED_UP,
  TOPUP_FAILED,
  USAGE,
  USAGE_REJECTED,
} from './unseen-telco-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const telco = asks('telco');
const sum = (field: string): string => `sum(${field})`;
const TOPUPS = [TOPPED_UP, "$l.subsystemname == 'topup'"];
const ROAMED = "$d.usage_type == 'data' && $d.roaming == true";
const SPOKEN = "$d.usage_type == 'voice'";

/** By the owner of the product of billing. */
export const UNSEEN_TELCO_BILLING: readonly EvalQuestion[] = [
  telco(
    'easy',
    'count',
    'How many invoices did we issue last week?',
    ...howMany(logs(ISSUED, LAST_WEEK), '$d.invoice_no'),
  ),
  telco(
    'easy',
    'statistic',
    'Could you tell me the total amount we invoiced by tariff?',
    `${logs(ISSUED)} | groupby ${TARIFF} aggregate sum(${AMOUNT}) as total`,
  ),
  telco(
    'easy',
    'statistic',
    'What is the average invoice amount for business customers?',
    ...[ISSUED, "$d.msg ~ 'invoice'"].map(
      (of) => `${logs(`${of} && $d.segment == 'business'`)} | aggregate avg(${AMOUNT}) as mean`,
    ),
  ),
  telco(
    'medium',
    'list',
    'Which invoices over 500 euros were issued yesterday?',
    logs(`${ISSUED} && ${AMOUNT} > 500`, YESTERDAY),
    `${logs(`${ISSUED} && ${AMOUNT} > 500`, YESTERDAY)} | distinct $d.invoice_no`,
  ),
  telco(
    'medium',
    'series',
    'How much money came in through prepaid top-ups each day over the past week?',
    ...lastDays(7, (time) => `${logs(TOPPED_UP, time)} | ${daily} aggregate sum(${AMOUNT}) as total`),
    ...lastDays(
      7,
      (time) => `${logs(`${TOPPED_UP} && ${TARIFF} ~ 'prepaid'`, time)} | ${daily} aggregate sum(${AMOUNT}) as total`,
    ),
  ),
  telco(
    'hard',
    'share',
    'Which payment method has the highest failure rate for top-ups?',
    ...foremost(logs("$l.subsystemname == 'topup'"), '$d.pay_method', `count_if(${TOPUP_FAILED}) / count()`),
  ),
  telco(
    'medium',
    'list',
    'Please show me all failed invoices where the tax information was missing.',
    logs(`${CODE} == 'TAX_MISSING'`),
  ),
  telco(
    'hard',
    'nested',
    'How many different customers topped up more than once today?',
    ...TOPUPS.map(
      (of) =>
        `${logs(`${of} && ${LINE} != null`, TODAY)} | groupby ${LINE} aggregate count() as n | filter n > 1 | count`,
    ),
  ),
  telco(
    'medium',
    'top rows',
    'What was the largest single top-up this week, and on which tariff?',
    ...TOPUPS.flatMap((of) => [
      `${logs(of, THIS_WEEK)} | orderby ${AMOUNT} desc | limit 1`,
      ...leading(logs(of, THIS_WEEK), TARIFF, `max(${AMOUNT})`, 1),
    ]),
  ),
  telco(
    'hard',
    'compare',
    'Please compare the revenue from top-ups this week with that of last week.',
    ...periods(logs(TOPPED_UP, BOTH_WEEKS), MONDAY, statisticOf(AMOUNT, sum)),
  ),
  telco(
    'easy',
    'group',
    'How many usage records were rejected, broken down by reason?',
    `${logs(USAGE_REJECTED)} | groupby ${CODE} aggregate count() as n`,
  ),
  telco(
    'medium',
    'statistic',
    'How much mobile data did our customers use while roaming, per tariff?',
    ...[ROAMED, `${ROAMED} && ${RATED}`].map((of) => `${logs(of)} | groupby ${TARIFF} aggregate sum($d.mb) as mb`),
  ),
  telco(
    'medium',
    'statistic',
    'How many minutes of voice calls did we rate yesterday?',
    `${logs(`${RATED} && ${SPOKEN}`, YESTERDAY)} | aggregate sum($d.secs) / 60 as minutes`,
  ),
  telco(
    'easy',
    'top groups',
    'Which ten customers cost the most in usage charges?',
    ...leading('source logs', LINE, 'sum($d.cost_eur)', 10),
  ),
  telco(
    'medium',
    'count',
    'I would like to see the number of payment reminders that were more than 30 days late.',
    `${logs('$d.days_late > 30')} | count`,
  ),
  telco(
    'hard',
    'share',
    'What percentage of usage records are rejected because no tariff was found?',
    `${logs(USAGE)} | aggregate count_if(${CODE} == 'NO_TARIFF') / count() as share`,
  ),
  telco(
    'medium',
    'any',
    'Did any billing run take longer than 20 minutes?',
    ...anyOf(logs("$d.msg == 'billing run finished' && $d.took_ms > 1200000")),
  ),
  telco(
    'hard',
    'nested',
    'Which tariffs have an average top-up below 15 euros?',
    ...TOPUPS.map(
      (of) => `${logs(of)} | groupby ${TARIFF} aggregate avg(${AMOUNT}) as mean | filter mean < 15 | choose tariff`,
    ),
  ),
  telco(
    'medium',
    'count',
    'How many voucher top-ups under 10 euros were made on Monday?',
    ...TOPUPS.map(
      (of) =>
        `${logs(`${of} && $d.pay_method == 'voucher' && ${AMOUNT} < 10`, "between @'2026-11-16' and @'2026-11-17'")} | count`,
    ),
  ),
  telco(
    'medium',
    'statistic',
    'Please give me the median and the 95th percentile of invoice amounts per segment.',
    ...[ISSUED, "$d.msg ~ 'invoice'"].map(
      (of) =>
        `${logs(of)} | groupby $d.segment aggregate percentile(0.5, ${AMOUNT}) as median, percentile(0.95, ${AMOUNT}) as p95`,
    ),
  ),
];
