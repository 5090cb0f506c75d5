import { TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  calls,
  DATABASE,
  either,
  failures,
  LOGIN_FAILED,
  LOGS,
  of,
  says,
  TRACE,
  things,
  timed,
} from './unseen-payroll-terms.ts';

const payroll = asks('payroll');
const PUBLISHED = [says('payslip published'), "$d.message == 'payslip published'"];

/** Dialogues of the same four people. */
export const UNSEEN_PAYROLL_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors of tax-filing today'],
    payroll(
      'easy',
      '',
      'and bank-files?',
      ...failures((told, bad) => `${told.source} ${TODAY} | filter ${told.service} == 'bank-files' && ${bad}`),
    ),
  ),
  after(
    ['how many payslips were published today'],
    payroll(
      'easy',
      '',
      'and yesterday?',
      ...PUBLISHED.flatMap((published) => things(`source logs ${YESTERDAY} | filter ${published}`, '$d.payslipId')),
    ),
  ),
  after(
    ['errors today by service'],
    payroll(
      'medium',
      '',
      'only GB',
      ...failures(
        (told, bad) =>
          `${told.source} ${TODAY} | filter ${bad} && ${told.country} == 'GB' | groupby ${told.service} as s aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['BANK_TIMEOUT yesterday'],
    payroll(
      'medium',
      '',
      'per hour',
      ...either(
        (told) =>
          `${told.source} ${YESTERDAY} | filter ${told.code} == 'BANK_TIMEOUT' | ${hourly} aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['slowest requests of payrun-api today'],
    payroll(
      'medium',
      '',
      'top 5',
      ...calls(
        (told, also) =>
          `${told.source} ${TODAY} | filter ${told.service} == 'payrun-api' && ${also} | orderby ${told.took} desc | limit 5`,
      ),
    ),
  ),
  after(
    ['failed logins today', 'by ip'],
    payroll(
      'medium',
      '',
      'only those with more than 5',
      ...[LOGIN_FAILED, `${of('sso')} && ${LOGS.status} == 401`].map(
        (failed) =>
          `source logs ${TODAY} | filter ${failed} | groupby $d.clientIp as ip aggregate count() as n | filter n > 5`,
      ),
    ),
  ),
  after(
    ['leave requests by type this week'],
    payroll(
      'medium',
      '',
      'same for today',
      `source logs ${TODAY} | filter ${says('leave requested')} | groupby $d.leaveType as t aggregate count() as n`,
      `source logs ${TODAY} | filter ${of('leave')} | groupby $d.leaveType as t aggregate count() as n`,
    ),
  ),
  after(
    ['errors of er-117 yesterday'],
    payroll(
      'medium',
      '',
      'which codes, how often',
      ...failures(
        (told, bad) =>
          `${told.source} ${YESTERDAY} | filter ${told.employer} == 'er-117' && ${bad} | groupby ${told.code} as c aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['p95 duration of pay-engine by version'],
    payroll(
      'medium',
      '',
      'and the median too',
      ...['percentile(0.95, TOOK) as p95, percentile(0.5, TOOK) as p50', 'percentile(0.5, TOOK) as p50'].flatMap(
        (metrics) =>
          timed(
            (told, took, also) =>
              `${told.source} | filter ${told.service} == 'pay-engine' && ${also} | groupby ${told.version} as v aggregate ${metrics.replaceAll('TOOK', took)}`,
          ),
      ),
    ),
  ),
  after(
    [`trace ${TRACE}`],
    payroll(
      'medium',
      '',
      'only the database spans',
      `source spans | filter $d.traceID == '${TRACE}' && ${DATABASE} != null`,
    ),
  ),
  after(
    [`trace ${TRACE}`],
    payroll(
      'medium',
      '',
      'which one was the slowest?',
      `source spans | filter $d.traceID == '${TRACE}' | orderby $m.duration desc | limit 1`,
    ),
  ),
];
