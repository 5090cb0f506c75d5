import { THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { foremost, leading } from './unseen-market-terms.ts';
import { calls, EMPLOYER, failures, of, rates, says, TOOK, things, timed, WEDNESDAY } from './unseen-payroll-terms.ts';
import { againstYesterday, hourOf, number, sidesOf, weekdayOf } from './unseen-resort-terms.ts';

const payroll = asks('payroll');
const PUBLISHED = [says('payslip published'), "$d.message == 'payslip published'"];
const REQUESTED = says('leave requested');
const CLOCKED = says('clock-in recorded');
const APPROVED = says('leave approved');
const DECLINED = says('leave declined');
const COMPLETED = says('pay run completed');
const INCIDENT = "$m.timestamp >= @'2026-11-18T13:30:00Z' && $m.timestamp < @'2026-11-18T17:00:00Z'";
const logs = (condition: string, time = ''): string => `source logs${time && ` ${time}`} | filter ${condition}`;

/** By the manager of payroll operations. */
export const UNSEEN_PAYROLL_MANAGER: readonly EvalQuestion[] = [
  payroll(
    'easy',
    'count',
    'How many pay runs were completed this week?',
    ...things(logs(COMPLETED, THIS_WEEK), '$d.payRunId'),
  ),
  payroll(
    'easy',
    'series',
    'Could you show me the number of payslips published per day?',
    ...PUBLISHED.flatMap((published) =>
      ['count()', 'distinct_count($d.payslipId)'].map((n) => `${logs(published)} | ${daily} aggregate ${n} as n`),
    ),
  ),
  payroll(
    'hard',
    'share',
    'Of the tax filings accepted or rejected this week, what share was rejected?',
    `${logs(`(${says('filing accepted')} || ${says('filing rejected')})`, THIS_WEEK)} | aggregate count_if(${says('filing rejected')}) / count() as share`,
  ),
  payroll(
    'medium',
    'group',
    'Please list the employers by total amount of their bank files yesterday.',
    ...[of('bank-files'), says('bank file created'), says('bank file sent')].map(
      (files) =>
        `${logs(files, YESTERDAY)} | groupby ${EMPLOYER} as e aggregate sum($d.amountEur) as total | orderby total desc`,
    ),
  ),
  payroll(
    'medium',
    'top',
    'Which five employers had the most employees in completed pay runs?',
    ...leading(logs(COMPLETED), EMPLOYER, 'sum($d.employeesCount)', 5),
    ...leading(logs(COMPLETED), EMPLOYER, 'max($d.employeesCount)', 5),
  ),
  payroll(
    'medium',
    'statistic',
    'What are the average and the median duration of pay-engine by pay frequency?',
    `${logs(of('pay-engine'))} | groupby $d.frequency as f aggregate avg(${TOOK}) as mean, percentile(0.5, ${TOOK}) as median`,
  ),
  payroll(
    'easy',
    'weekday',
    'On which weekday are most leave requests made?',
    ...foremost(logs(REQUESTED), weekdayOf, 'count()'),
  ),
  payroll(
    'hard',
    'columns',
    'How many leave requests were approved and how many were declined, by leave type?',
    `${logs(`(${APPROVED} || ${DECLINED})`)} | groupby $d.leaveType as t aggregate count_if(${APPROVED}) as yes, count_if(${DECLINED}) as no`,
    `${logs(`(${APPROVED} || ${DECLINED})`)} | groupby $d.leaveType as t, $d.message as m aggregate count() as n`,
    `${logs(`(${APPROVED} || ${DECLINED})`)} | groupby $d.leaveType as t, if(${APPROVED}, 'a', 'b') as m aggregate count() as n`,
  ),
  payroll(
    'medium',
    'distinct',
    'How many different employers used the portal today?',
    ...calls(
      (told, also) =>
        `${told.source} ${TODAY} | filter ${told.service} == 'hr-portal' && ${also} | aggregate distinct_count(${told.employer}) as n`,
    ),
  ),
  payroll(
    'hard',
    'compare',
    'How many payslips did we publish today compared with yesterday?',
    ...PUBLISHED.flatMap((published) => againstYesterday('source logs', published, number)),
  ),
  payroll(
    'easy',
    'top',
    'What was the largest bank file this week?',
    ...[of('bank-files'), says('bank file created'), says('bank file sent')].flatMap((files) => [
      `${logs(files, THIS_WEEK)} | orderby $d.amountEur desc | limit 1`,
      `${logs(files, THIS_WEEK)} | aggregate max($d.amountEur) as largest`,
    ]),
  ),
  payroll(
    'medium',
    'group',
    'How many sick leave requests were there per country this week?',
    ...[`${REQUESTED} && $d.leaveType == 'sick'`, "$d.leaveType == 'sick'"].map(
      (sick) => `${logs(sick, THIS_WEEK)} | groupby $d.country as c aggregate count() as n`,
    ),
  ),
  payroll(
    'medium',
    'threshold',
    'How many bank files of more than 100,000 euros were created yesterday?',
    ...things(logs(`${says('bank file created')} && $d.amountEur > 100000`, YESTERDAY), '$d.bankFileId'),
  ),
  payroll(
    'medium',
    'statistic',
    'By country, how many days of vacation are requested on average?',
    ...[`${REQUESTED} && $d.leaveType == 'vacation'`, "$d.leaveType == 'vacation'"].map(
      (vacation) => `${logs(vacation)} | groupby $d.country as c aggregate avg($d.daysRequested) as days`,
    ),
  ),
  payroll(
    'hard',
    'rate',
    'Errors per thousand log records for each application this week, please.',
    ...rates(
      (told, also, bad) =>
        `${told.source} ${THIS_WEEK} | filter ${also} | groupby ${told.app} as app aggregate 1000 * count_if(${bad}) / count() as n`,
    ).slice(0, 2),
  ),
  payroll(
    'hard',
    'buckets',
    'How are the durations of exports spread: under one second, one to five seconds, longer?',
    ...calls((told, also) => {
      const below = (seconds: number): string => `${told.took} < ${seconds * 1000 * told.milli}`;
      const rows = `${told.source} | filter ${told.service} == 'exports' && ${also}`;
      return [
        `${rows} | groupby case { ${below(1)} -> 'a', ${below(5)} -> 'b', _ -> 'c' } as bin aggregate count() as n`,
        `${rows} | groupby case { ${below(1)} -> 'a', ${told.took} <= ${5000 * told.milli} -> 'b', _ -> 'c' } as bin aggregate count() as n`,
        `${rows} | aggregate count_if(${below(1)}) as short, count_if(!(${below(1)}) && ${below(5)}) as middle, count_if(!(${below(5)})) as long`,
      ];
    }),
  ),
  payroll(
    'hard',
    'share',
    'What percentage of clock-ins comes from the kiosk, the mobile app and the web?',
    `${logs(CLOCKED)} | groupby $d.clockSource as c aggregate count() as n | join cross (${logs(CLOCKED)} | count into total) into t | choose c, n / t.total as share`,
    `${logs(CLOCKED)} | aggregate count_if($d.clockSource == 'kiosk') / count() as kiosk, count_if($d.clockSource == 'mobile') / count() as mobile, count_if($d.clockSource == 'web') / count() as web`,
  ),
  payroll(
    'easy',
    'hour',
    'At what hour of the day do people clock in most?',
    ...foremost(logs(CLOCKED), hourOf, 'count()'),
  ),
  payroll(
    'medium',
    'having',
    'Which countries had more than 40 errors this week?',
    ...failures(
      (told, bad) =>
        `${told.source} ${THIS_WEEK} | filter ${bad} | groupby ${told.country} as c aggregate count() as n | filter n > 40 | choose c`,
    ),
  ),
  payroll(
    'hard',
    'compare',
    'Please compare the average duration of pay-engine on Wednesday between 13:30 and 17:00 with the rest of that day.',
    ...timed((told, took, also) =>
      sidesOf(`${told.source} ${WEDNESDAY} | filter ${told.service} == 'pay-engine' && ${also}`, INCIDENT, (only) =>
        only === 'true' ? `avg(${took})` : `avg(if(${only}, ${took}))`,
      ),
    ),
  ),
];
