import { S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  COMPLETED,
  calls,
  DEVIATION,
  either,
  FAILED,
  failures,
  heldIn,
  INSPECTED,
  IS_DATABASE,
  MACHINE,
  orders,
  PART,
  PLANT,
  STOPPED,
  STOPPED_MINUTES,
  TABLE,
  WEDNESDAY,
} from './unseen-factory-terms.ts';
import { p } from './unseen-insurer-terms.ts';
import { leading, withValue } from './unseen-resort-terms.ts';

const factory = asks('factory');
const SCRAPPER = `${MACHINE}.inArray((| source logs ${THIS_WEEK} | groupby ${MACHINE} as machine aggregate sum($d.Scrap.Pieces) as n | orderby n desc | limit 1 | choose machine |))`;

/** Dialogues of the same four people: what is narrowed, split and counted. */
export const UNSEEN_FACTORY_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors of erp-sync last 3 hours'],
    factory(
      'easy',
      '',
      'and of the machine gateway?',
      ...failures((told, bad) => `${told.source} last 3h | filter ${told.service} == 'machine-gateway' && ${bad}`),
    ),
  ),
  after(
    ['how many stops today', 'by machine'],
    factory('easy', '', 'only Graz', ...heldIn(`source logs ${TODAY} | filter ${PLANT} == 'Graz'`, STOPPED, MACHINE)),
  ),
  after(
    ['top 5 services by errors last 24h'],
    factory(
      'medium',
      '',
      'same for yesterday',
      ...failures((told, bad) =>
        leading(`${told.source} ${YESTERDAY} | filter ${bad}`, told.service, 'count()', 5),
      ).flat(),
    ),
  ),
  after(
    ['Could you show me the stoppages of yesterday, please?', 'Thank you. Only those longer than 20 minutes, please.'],
    factory(
      'easy',
      '',
      'And how many are these?',
      `source logs ${YESTERDAY} | filter ${STOPPED} && ${STOPPED_MINUTES} > 20 | count`,
    ),
  ),
  after(
    ['number of failed inspections this week', 'by part'],
    factory(
      'hard',
      '',
      'as a share of all inspections of each part',
      `source logs ${THIS_WEEK} | filter ${INSPECTED} | groupby ${PART} aggregate count_if(${FAILED}) / count() as share`,
    ),
  ),
  after(
    ['slowest spans of warehouse-api on wednesday', 'only the database ones'],
    factory(
      'medium',
      '',
      'which tables do they touch',
      ...withValue(`source spans ${WEDNESDAY} | filter ${SVC} == 'warehouse-api' && ${IS_DATABASE}`, TABLE),
      ...withValue(
        `source spans ${WEDNESDAY} | filter ${SVC} == 'warehouse-api' && ${IS_DATABASE} | orderby $m.duration desc | limit 10`,
        TABLE,
      ),
    ),
  ),
  after(
    ['Which machine scrapped the most pieces this week?'],
    factory(
      'hard',
      '',
      'For what reasons did it scrap them?',
      ...['distinct $d.Scrap.Reason', 'groupby $d.Scrap.Reason aggregate count() as n'].map(
        (last) => `source logs ${THIS_WEEK} | filter ${SCRAPPER} && $d.Scrap.Pieces != null | ${last}`,
      ),
      `source logs ${THIS_WEEK} | filter ${SCRAPPER} && $d.Scrap.Pieces != null | groupby $d.Scrap.Reason aggregate sum($d.Scrap.Pieces) as pieces`,
    ),
  ),
  after(
    ['badge rejected today', 'which badges'],
    factory(
      'medium',
      '',
      'more than 5 times',
      `source logs ${TODAY} | filter $d.RenderedMessage ~ 'badge rejected' | groupby $d.Badge as badge aggregate count() as n | filter n > 5 && badge != null | choose badge`,
    ),
  ),
  after(
    ['Average response time of supplier-portal today'],
    factory(
      'medium',
      '',
      'p95 as well, per hour',
      ...calls(
        ({ source, service, took }, also) =>
          `${source} ${TODAY} | filter ${service} == 'supplier-portal'${also} | ${hourly} aggregate avg(${took}) as mean, ${p('95', took)} as p95`,
      ),
    ),
  ),
  after(
    ['Average deviation per gauge this week'],
    factory(
      'medium',
      '',
      'and last week?',
      `source logs between @'2026-11-09' and @'2026-11-16' | filter ${INSPECTED} | groupby $d.Inspection.Gauge aggregate avg(${DEVIATION}) as mean`,
    ),
  ),
  after(
    ['errors by service last hour'],
    factory('easy', '', 'what about warnings', ...heldIn('source logs last 1h', '$m.severity == WARNING', S)),
  ),
  after(
    ['How many work orders were completed yesterday?'],
    factory(
      'easy',
      '',
      'And on the day before?',
      ...orders((count) => `source logs ${WEDNESDAY} | filter ${COMPLETED} | aggregate ${count} as n`),
    ),
  ),
  after(
    ['what exception types does supplier-portal throw?'],
    factory(
      'medium',
      '',
      'and warehouse-api?',
      ...either((told) => withValue(`${told.source} | filter ${told.service} == 'warehouse-api'`, told.type)).flat(),
    ),
  ),
];
