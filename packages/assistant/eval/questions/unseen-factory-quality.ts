import { S, SERVER, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily, hourly } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  around,
  DEVIATION,
  FAILED,
  GAUGE,
  INSPECTED,
  KIND,
  LOGS,
  OPENED,
  PART,
  PIECES,
  PLANT,
  RESULT,
  SCRAP_REASON,
  SPANS,
  says,
  THURSDAY,
} from './unseen-factory-terms.ts';
import { busiest, p } from './unseen-insurer-terms.ts';
import { leading } from './unseen-resort-terms.ts';

const factory = asks('factory');
const CHARACTERISTIC = '$d.Inspection.Characteristic';
const CONFIDENCE = '$d.Camera.Confidence';
const CPK = '$d.Chart.Cpk';
const FAIL_RATE = `count_if(${FAILED}) / count()`;
const ROLLOUT = '2026-11-17T14:00:00Z';
const FAILED_HOURLY = `source logs ${THIS_WEEK} | filter ${FAILED} | ${hourly} aggregate count() as n`;
const INSPECTIONS = `source logs | filter ${INSPECTED}`;
const only = (condition: string, field: string): string =>
  condition === 'true' ? field : `if(${condition}, ${field})`;

/** By an analyst of quality, in figures. */
export const UNSEEN_FACTORY_QUALITY: readonly EvalQuestion[] = [
  factory(
    'easy',
    'count-by',
    'Count of inspections by Result, this week',
    `source logs ${THIS_WEEK} | filter ${INSPECTED} | groupby ${RESULT} aggregate count() as n`,
  ),
  factory(
    'easy',
    'statistic-by',
    'Average DeviationMicrons by characteristic',
    `${INSPECTIONS} | groupby ${CHARACTERISTIC} aggregate avg(${DEVIATION}) as mean`,
  ),
  factory(
    'easy',
    'distinct-count',
    'Number of distinct gauges used yesterday',
    `source logs ${YESTERDAY} | aggregate distinct_count(${GAUGE}) as n`,
  ),
  factory(
    'easy',
    'count-by',
    'Nonconformances opened this week by class',
    `source logs ${THIS_WEEK} | filter ${OPENED} | groupby $d.Nonconformance.Class aggregate count() as n`,
    `source logs ${THIS_WEEK} | filter ${OPENED} | groupby $d.Nonconformance.Class aggregate distinct_count($d.Nonconformance.Number) as n`,
  ),
  factory(
    'easy',
    'top-records',
    'Largest deviation today: show that inspection',
    `source logs ${TODAY} | orderby ${DEVIATION} desc | limit 1`,
  ),
  factory(
    'easy',
    'top',
    'Top 3 scrap reasons by number of pieces',
    ...leading('source logs', SCRAP_REASON, `sum(${PIECES})`, 3),
  ),
  factory(
    'easy',
    'percentiles',
    'p50, p95 and p99 of the deviation for part SH-2040',
    `source logs | filter ${PART} == 'SH-2040' | aggregate ${p('5', DEVIATION)} as p50, ${p('95', DEVIATION)} as p95, ${p('99', DEVIATION)} as p99`,
  ),
  factory(
    'medium',
    'share',
    'Share of failed inspections by plant, this week',
    `source logs ${THIS_WEEK} | filter ${INSPECTED} | groupby ${PLANT} aggregate ${FAIL_RATE} as share`,
    `source logs ${THIS_WEEK} | filter ${FAILED} | groupby ${PLANT} as plant aggregate count() as n | join cross (source logs ${THIS_WEEK} | filter ${FAILED} | count into total) into t | choose plant, n / t.total as share`,
  ),
  factory(
    'medium',
    'buckets',
    'Inspections in buckets of 5 microns deviation',
    `${INSPECTIONS} | groupby floor(${DEVIATION} / 5) * 5 as bucket aggregate count() as n`,
    `${INSPECTIONS} | groupby floor(${DEVIATION} / 5) as bucket aggregate count() as n`,
  ),
  factory(
    'medium',
    'columns',
    'Passed, reworked and failed inspections per day this week, one column each',
    `source logs ${THIS_WEEK} | filter ${INSPECTED} | ${daily} aggregate count_if(${RESULT} == 'pass') as passed, count_if(${RESULT} == 'rework') as reworked, count_if(${FAILED}) as failed`,
  ),
  factory(
    'medium',
    'share',
    'Percentage of vision-check images with a confidence below 0.8',
    ...[`${CONFIDENCE} != null`, says('image inspected'), says('image'), `${S} == 'vision-check'`].map(
      (of) => `source logs | filter ${of} | aggregate count_if(${CONFIDENCE} < 0.8) / count() as share`,
    ),
  ),
  factory(
    'medium',
    'series',
    'Hourly number of failed inspections on Thursday',
    `source logs ${THURSDAY} | filter ${FAILED} | ${hourly} aggregate count() as n`,
  ),
  factory(
    'medium',
    'weekday',
    'On which weekday are most nonconformances opened?',
    ...busiest(`source logs | filter ${OPENED}`, 'dow'),
  ),
  factory(
    'medium',
    'having',
    'Average and standard deviation of the measured deviation per gauge, only gauges with more than 60 inspections',
    ...['stddev', 'sample_stddev'].map(
      (deviation) =>
        `${INSPECTIONS} | groupby ${GAUGE} as gauge aggregate avg(${DEVIATION}) as mean, ${deviation}(${DEVIATION}) as sd, count() as n | filter n > 60 | choose gauge, mean, sd`,
    ),
  ),
  factory(
    'medium',
    'having',
    'Min, average and max Cpk by control chart; which charts average below 1.4',
    `source logs | filter ${CPK} != null | groupby $d.Chart.Name as name aggregate min(${CPK}) as low, avg(${CPK}) as mean, max(${CPK}) as high | filter mean < 1.4`,
  ),
  factory(
    'hard',
    'compare-times',
    'Fail rate of SH-2040: Thursday compared to Wednesday',
    ...around(
      `source logs between @'2026-11-18' and @'2026-11-20' | filter ${INSPECTED} && ${PART} == 'SH-2040'`,
      '2026-11-19',
      (side) => (side === 'true' ? FAIL_RATE : `count_if(${FAILED} && ${side}) / count_if(${side})`),
    ),
  ),
  factory(
    'hard',
    'part-of-all',
    'What percent of all scrapped pieces does each reason account for?',
    `source logs | filter ${PIECES} != null | groupby ${SCRAP_REASON} as reason aggregate sum(${PIECES}) as n | join cross (source logs | aggregate sum(${PIECES}) as total) into t | choose reason, n / t.total as share`,
  ),
  factory(
    'hard',
    'per-thousand',
    'Failed inspections per thousand, by machine kind',
    `${INSPECTIONS} | groupby ${KIND} aggregate 1000 * count_if(${FAILED}) / count() as per_thousand`,
  ),
  factory(
    'hard',
    'before-after',
    'p95 response time of inspection-api before and after 14:00 on November 17',
    ...[` between @'2026-11-17' and @'2026-11-18'`, ''].flatMap((time) =>
      [
        { told: LOGS, also: '' },
        { told: LOGS, also: ` && ${LOGS.isRequest}` },
        { told: SPANS, also: '' },
        { told: SPANS, also: ` && ${SERVER}` },
      ].flatMap(({ told: { source, service, took }, also }) =>
        around(`${source}${time} | filter ${service} == 'inspection-api'${also}`, ROLLOUT, (side) =>
          p('95', only(side, took)),
        ),
      ),
    ),
  ),
  factory(
    'hard',
    'spike',
    'Was there an unusual spike in failed inspections this week, and in which hour?',
    `${FAILED_HOURLY} | orderby n desc | limit 1`,
    FAILED_HOURLY,
    ...[2, 3].map(
      (times) =>
        `${FAILED_HOURLY} | join cross (${FAILED_HOURLY} | aggregate avg(n) as mean, stddev(n) as sd) into usual | filter n > usual.mean + ${times} * usual.sd | choose t, n`,
    ),
  ),
];
