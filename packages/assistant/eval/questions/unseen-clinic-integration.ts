import { most, S, since, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { daily, hourly, which } from './fresh-terms.ts';
import { errors } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  ANALYZER,
  BYTES,
  DEPTH,
  DESTINATION,
  ENVIRONMENT,
  EXCEPTION,
  lastDays,
  says,
  TENANT,
  TYPE,
  WEEKS,
} from './unseen-clinic-terms.ts';

const clinic = asks('clinic');
const GATEWAY = `${S} == 'hl7-gateway'`;
const ORDERS = `${TYPE} == 'ORM^O01'`;
const shareOfFailed = (bad: string): string => `count_if(${bad}) / count() as share`;

/** By an engineer who connects the systems of the hospitals, and calls things by their names. */
export const UNSEEN_CLINIC_INTEGRATION: readonly EvalQuestion[] = [
  clinic(
    'easy',
    'count',
    'How many messages did hl7-gateway accept today?',
    `source logs ${TODAY} | filter ${GATEWAY} && ${says('accepted message')} | count`,
  ),
  clinic(
    'easy',
    'list',
    'Show me every log with exception.type Hl7ParseException from the past three days.',
    ...lastDays(3).map((time) => `source logs ${time} | filter ${EXCEPTION} == 'Hl7ParseException'`),
  ),
  clinic(
    'easy',
    'count by',
    'What message types came in yesterday, and how many of each?',
    `source logs ${YESTERDAY} | filter ${TYPE} != null | groupby ${TYPE} aggregate count() as n`,
  ),
  clinic(
    'easy',
    'list',
    'List the hl7-gateway logs where queue_depth is above 800.',
    `source logs | filter ${GATEWAY} && ${DEPTH} > 800`,
  ),
  clinic(
    'easy',
    'statistic',
    'What is the largest message_bytes we have seen this week?',
    `source logs ${THIS_WEEK} | aggregate max(${BYTES}) as largest`,
    `source logs ${THIS_WEEK} | filter ${BYTES} != null | orderby ${BYTES} desc | limit 1`,
  ),
  clinic(
    'easy',
    'count by',
    'Count of spans per messaging.destination.name in the last 24 hours',
    `source spans last 24h | filter ${DESTINATION} != null | groupby ${DESTINATION} as queue aggregate count() as n`,
  ),
  clinic(
    'easy',
    'distinct',
    'Which analyzers have reported since yesterday?',
    ...[TWO_DAYS, 'last 24h'].flatMap((time) => which(`source logs ${time}`, ANALYZER)),
  ),
  clinic(
    'easy',
    'top rows',
    'Show the 10 slowest consumer spans on hl7.inbound today.',
    `source spans ${TODAY} | filter $m.kind == 'CONSUMER' && ${DESTINATION} == 'hl7.inbound' | orderby $m.duration desc | limit 10`,
  ),
  clinic(
    'medium',
    'statistic',
    'Average and maximum message_bytes per messageType over the past week',
    ...WEEKS.map(
      (time) =>
        `source logs ${time} | filter ${TYPE} != null | groupby ${TYPE} aggregate avg(${BYTES}) as mean, max(${BYTES}) as largest`,
    ),
  ),
  clinic(
    'medium',
    'series',
    'Number of negative acknowledgements per day since November 10',
    `source logs ${since('2026-11-10')} | filter ${says('negative acknowledgement')} | ${daily} aggregate count() as n`,
  ),
  clinic(
    'medium',
    'top groups',
    'Which tenant sent the most ORU^R01 messages in the last two days?',
    ...lastDays(2).flatMap((time) =>
      most(`source logs ${time} | filter ${TYPE} == 'ORU^R01' | groupby ${TENANT} aggregate count() as n`, 'n'),
    ),
  ),
  clinic(
    'medium',
    'compare values',
    'For claims.outbound, how do producer and consumer spans compare in median duration?',
    `source spans | filter ${DESTINATION} == 'claims.outbound' && $m.kind.in('PRODUCER', 'CONSUMER') | groupby $m.kind as kind aggregate percentile(0.5, $m.duration) as median`,
    `source spans | filter ${DESTINATION} == 'claims.outbound' | aggregate percentile(0.5, if($m.kind == 'PRODUCER', $m.duration)) as sent, percentile(0.5, if($m.kind == 'CONSUMER', $m.duration)) as handled`,
  ),
  clinic(
    'medium',
    'statistic',
    'How many retries did notifications need on average per channel since Monday?',
    `source logs ${THIS_WEEK} | filter ${S} == 'notifications' | groupby $d.channel aggregate avg($d.retries) as mean`,
  ),
  clinic(
    'medium',
    'count by',
    'Log count of lab-results per analyzer today, emergencies only',
    `source logs ${TODAY} | filter ${S} == 'lab-results' && $d.emergency == true | groupby ${ANALYZER} aggregate count() as n`,
  ),
  clinic(
    'medium',
    'list',
    'Warnings of hl7-gateway in staging or training where the message mentions retry, newest first',
    `source logs | filter ${GATEWAY} && $m.severity == WARNING && ${ENVIRONMENT}.in('staging', 'training') && ${says('retry')} | orderby $m.timestamp desc`,
  ),
  clinic(
    'hard',
    'extract',
    'Our "report released after N minutes" logs: what is the average number of minutes per tenant?',
    `source logs | extract $d.message into report using regexp(/report released after (?<minutes>\\d+) minutes/) | filter report.minutes != null | groupby ${TENANT} aggregate avg(report.minutes:number) as mean`,
  ),
  clinic(
    'hard',
    'share',
    'What share of ORM^O01 messages failed, compared with the other message types?',
    ...errors((bad) => `source logs | filter ${TYPE} != null | groupby ${TYPE} aggregate ${shareOfFailed(bad)}`),
    ...errors(
      (bad) =>
        `source logs | filter ${TYPE} != null | groupby if(${ORDERS}, 'a', 'b') as side aggregate ${shareOfFailed(bad)}`,
    ),
    ...errors(
      (bad) =>
        `source logs | filter ${TYPE} != null | aggregate count_if(${ORDERS} && ${bad}) / count_if(${ORDERS}) as one, count_if(!(${ORDERS}) && ${bad}) / count_if(!(${ORDERS})) as other`,
    ),
  ),
  clinic(
    'hard',
    'having',
    'In which hours today was the queue_depth of hl7-gateway above 700 more than twice?',
    `source logs ${TODAY} | filter ${GATEWAY} && ${DEPTH} > 700 | ${hourly} aggregate count() as n | filter n > 2 | choose t`,
  ),
];
