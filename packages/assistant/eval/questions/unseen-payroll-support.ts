import { DAY, S, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { anyOf, moment, present } from './unseen-market-terms.ts';
import { CODE, EMPLOYEE, EMPLOYER, either, failures, LOGIN_FAILED, LOGS, of, says } from './unseen-payroll-terms.ts';
import { sidesOf } from './unseen-resort-terms.ts';

const payroll = asks('payroll');
const ME = "'ee-10203'";
const AFTERNOON = "between @'2026-11-19T14:00:00Z' and @'2026-11-20'";
const RUN = "$d.payRunId == 'pr-4410'";
const CHANGED = `${of('employee-records')} && $d.changedField == 'iban'`;
const OKTA = "$d.identityProvider == 'okta'";

/** By someone of the support for employers. */
export const UNSEEN_PAYROLL_SUPPORT: readonly EvalQuestion[] = [
  payroll(
    'easy',
    'list',
    'everything about employer er-117 in the last hour',
    ...either((told) => `${told.source} last 1h | filter ${told.employer} == 'er-117'`),
  ),
  payroll(
    'easy',
    'list',
    'errors for er-117 yesterday',
    ...failures((told, bad) => `${told.source} ${YESTERDAY} | filter ${told.employer} == 'er-117' && ${bad}`),
  ),
  payroll(
    'easy',
    'list',
    'show me the logs of employee ee-10203 today',
    `source logs ${TODAY} | filter ${EMPLOYEE} == ${ME}`,
  ),
  payroll(
    'medium',
    'any',
    'did pay run pr-4410 complete?',
    ...anyOf(`source logs | filter ${RUN} && ${says('completed')}`),
    `source logs | filter ${RUN}`,
  ),
  payroll(
    'medium',
    'group',
    'which error codes did er-117 get this week and how often',
    ...either(
      (told) =>
        `${told.source} ${THIS_WEEK} | filter ${told.employer} == 'er-117' && ${told.code} != null | groupby ${told.code} as c aggregate count() as n`,
    ),
  ),
  payroll(
    'easy',
    'latest',
    'whats the last thing employee ee-10203 did',
    ...either((told) => `${told.source} | filter ${told.employee} == ${ME} | orderby $m.timestamp desc | limit 1`),
  ),
  payroll(
    'medium',
    'count',
    'customer says sign in with okta fails, how many failed logins via okta today?',
    `source logs ${TODAY} | filter ${LOGIN_FAILED} && ${OKTA} | count`,
    ...failures((told, bad) => `${told.source} ${TODAY} | filter ${of('sso')} && ${OKTA} && ${bad} | count`).slice(
      0,
      2,
    ),
    `source logs ${TODAY} | filter ${of('sso')} && ${OKTA} && ${LOGS.status} == 401 | count`,
  ),
  payroll(
    'medium',
    'group',
    'is it only er-117 that gets TEMPLATE_MISSING? count per employer pls',
    ...either(
      (told) =>
        `${told.source} | filter ${told.code} == 'TEMPLATE_MISSING' | groupby ${told.employer} as e aggregate count() as n`,
    ),
  ),
  payroll(
    'medium',
    'when',
    'when did er-117 first get TEMPLATE_MISSING',
    ...either((told) =>
      moment(`${told.source} | filter ${told.employer} == 'er-117' && ${told.code} == 'TEMPLATE_MISSING'`, 'min'),
    ),
  ),
  payroll(
    'hard',
    'compare',
    'how many payslips errors for er-117 and for all the others yesterday',
    ...failures((told, bad) =>
      sidesOf(
        `${told.source} ${YESTERDAY} | filter ${told.service} == 'payslips' && ${bad}`,
        `${told.employer} == 'er-117'`,
        (only) => (only === 'true' ? 'count()' : `count_if(${only})`),
      ),
    ),
  ),
  payroll(
    'hard',
    'across',
    'which employees were hit by failed payslips requests yesterday afternoon (after 14:00)',
    ...failures((told, bad) =>
      present(`${told.source} ${AFTERNOON} | filter ${told.service} == 'payslips' && ${bad}`, told.employee),
    ),
  ),
  payroll(
    'easy',
    'columns',
    'bounced emails today, just the time, employer and template',
    `source logs ${TODAY} | filter ${says('email bounced')}`,
    `source logs ${TODAY} | filter ${says('email bounced')} | choose $m.timestamp, ${EMPLOYER}, $d.template`,
  ),
  payroll(
    'hard',
    'each',
    'latest error of each service for er-117',
    ...failures(
      (told, bad) =>
        `${told.source} | filter ${told.employer} == 'er-117' && ${bad} | dedupeby ${told.service} keep 1 orderby $m.timestamp desc`,
    ),
  ),
  payroll(
    'medium',
    'distinct',
    'which employees changed their iban today',
    ...present(`source logs ${TODAY} | filter ${CHANGED}`, EMPLOYEE),
    ...present(`source logs ${TODAY} | filter ${CHANGED} && ${says('employee updated')}`, EMPLOYEE),
  ),
  payroll(
    'medium',
    'threshold',
    'exports of er-052 that took longer than 20 seconds',
    ...either(
      (told) =>
        `${told.source} | filter ${told.service} == 'exports' && ${told.employer} == 'er-052' && ${told.took} > ${20_000 * told.milli}`,
    ),
  ),
  payroll(
    'medium',
    'sample',
    'one example of each error code in leave',
    ...either((told) => {
      const rows = `${told.source} | filter ${told.service} == 'leave' && ${told.code} != null | dedupeby ${told.code} keep 1`;
      return ['', ' orderby $m.timestamp desc', ' orderby $m.timestamp asc'].map((order) => `${rows}${order}`);
    }),
    `source logs | filter ${S} == 'leave' && ${CODE} != null | groupby ${CODE} aggregate any_value($d.message) as example`,
  ),
  payroll(
    'medium',
    'list',
    'exports of er-052 with a 4xx status since monday',
    ...either(
      (told) =>
        `${told.source} ${THIS_WEEK} | filter ${told.service} == 'exports' && ${told.employer} == 'er-052' && ${told.status} >= 400 && ${told.status} < 500`,
    ),
  ),
  payroll(
    'medium',
    'any',
    'did anyone in GB get locked out today?',
    ...anyOf(`source logs ${TODAY} | filter ${says('account locked')} && $d.country == 'GB'`),
  ),
  payroll(
    'easy',
    'series',
    'hourly number of "kiosk offline" messages yesterday',
    `source logs ${YESTERDAY} | filter ${says('kiosk offline')} | ${hourly} aggregate count() as n`,
  ),
  payroll(
    'hard',
    'compare',
    'which employers have errors today but had none yesterday?',
    ...failures(
      (told, bad) =>
        `${told.source} ${TWO_DAYS} | filter ${bad} | groupby ${told.employer} as e aggregate count_if($m.timestamp >= ${DAY}) as now, count_if($m.timestamp < ${DAY}) as before | filter now > 0 && before == 0 | choose e`,
    ),
  ),
];
