import { THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import { moment } from './unseen-market-terms.ts';
import { calls, EMPLOYEE, either, failures, LOGS, of, SPANS, says, WEDNESDAY } from './unseen-payroll-terms.ts';

const payroll = asks('payroll');
const LARGE = `source logs ${THIS_WEEK} | filter ${says('bank file created')} && $d.amountEur > 100000`;
const MISSING = "'TEMPLATE_MISSING'";

/** More dialogues of the same four people. */
export const UNSEEN_PAYROLL_DIALOGUES_CASES: readonly EvalQuestion[] = [
  after(
    ['bank files created this week over 100k euro', 'how many?'],
    payroll(
      'medium',
      '',
      'per bank',
      `${LARGE} | groupby $d.bank as b aggregate count() as n`,
      `${LARGE} | groupby $d.bank as b aggregate distinct_count($d.bankFileId) as n`,
    ),
  ),
  after(
    ['notifier logs last 4 hours'],
    payroll('easy', '', 'when was the last one?', ...moment(`source logs last 4h | filter ${of('notifier')}`, 'max')),
  ),
  after(
    ['top 5 employers by errors today'],
    payroll(
      'hard',
      '',
      'what error codes did the first one get?',
      ...['er-117'].flatMap((employer) =>
        either((told) => {
          const rows = `${told.source} ${TODAY} | filter ${told.employer} == '${employer}' && ${told.code} != null`;
          return [`${rows} | groupby ${told.code} as c aggregate count() as n`, `${rows} | distinct ${told.code}`];
        }),
      ),
    ),
  ),
  after(
    ['clock-ins per hour today'],
    payroll(
      'easy',
      '',
      'yesterday instead',
      `source logs ${YESTERDAY} | filter ${says('clock-in recorded')} | ${hourly} aggregate count() as n`,
    ),
  ),
  after(
    ['errors by service last 24h'],
    payroll(
      'medium',
      '',
      'leave out sso',
      ...failures(
        (told, bad) =>
          `${told.source} last 24h | filter ${bad} && ${told.service} != 'sso' | groupby ${told.service} as s aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['exports that took longer than 10 seconds', 'longest first'],
    payroll(
      'medium',
      '',
      'just er-052',
      ...either(
        (told) =>
          `${told.source} | filter ${told.service} == 'exports' && ${told.took} > ${10_000 * told.milli} && ${told.employer} == 'er-052' | orderby ${told.took} desc`,
      ),
    ),
  ),
  after(
    ['how many errors does pay-engine have', 'on Wednesday'],
    payroll(
      'medium',
      '',
      'by version',
      ...failures(
        (told, bad) =>
          `${told.source} ${WEDNESDAY} | filter ${told.service} == 'pay-engine' && ${bad} | groupby ${told.version} as v aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['requests with status 500 today'],
    payroll(
      'easy',
      '',
      'no, 503',
      ...calls((told, also) => `${told.source} ${TODAY} | filter ${told.status} == 503 && ${also}`),
    ),
  ),
  after(
    ['who got TEMPLATE_MISSING this week'],
    payroll(
      'hard',
      '',
      'how many different employees is that?',
      `source logs ${THIS_WEEK} | filter ${LOGS.code} == ${MISSING} | aggregate distinct_count(${EMPLOYEE}) as n`,
      `source spans ${THIS_WEEK} | filter ${SPANS.code} == ${MISSING} | aggregate distinct_count(${SPANS.employee}) as n`,
    ),
  ),
];
