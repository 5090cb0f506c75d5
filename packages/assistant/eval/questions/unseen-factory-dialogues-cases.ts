import { ERROR, S, THIS_WEEK, TODAY } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  around,
  CYCLE,
  calls,
  either,
  failures,
  LOGS,
  PIECES,
  PLANT,
  SCRAP_REASON,
  STOPPED,
  TRACE,
} from './unseen-factory-terms.ts';
import { moment } from './unseen-insurer-terms.ts';
import { leading } from './unseen-resort-terms.ts';

const factory = asks('factory');

/** The rest of the dialogues: a trace, a first one, two days beside each other, the latest of each. */
export const UNSEEN_FACTORY_DIALOGUES_CASES: readonly EvalQuestion[] = [
  after(
    [`show me trace ${TRACE}`],
    factory(
      'medium',
      '',
      'only its errors',
      ...failures((told, bad) => `${told.source} | filter ${told.trace} == '${TRACE}' && ${bad}`).toReversed(),
    ),
  ),
  after(
    ['erp timeouts today'],
    factory(
      'medium',
      '',
      'when was the first one',
      ...either((told) => moment(`${told.source} ${TODAY} | filter ${told.type} == 'ErpTimeout'`, 'first')).flat(),
    ),
  ),
  after(
    ['Average cycle time by machine kind this week'],
    factory(
      'easy',
      '',
      'per plant instead',
      `source logs ${THIS_WEEK} | filter ${CYCLE} != null | groupby ${PLANT} aggregate avg(${CYCLE}) as mean`,
    ),
  ),
  after(
    ['scrapped pieces by reason this week'],
    factory(
      'medium',
      '',
      'only the three largest',
      ...leading(`source logs ${THIS_WEEK}`, SCRAP_REASON, `sum(${PIECES})`, 3),
    ),
  ),
  after(
    ['requests of inspection-api per minute last hour'],
    factory(
      'medium',
      '',
      'only the 5xx',
      ...calls(
        (told, also) =>
          `${told.source} last 1h | filter ${told.service} == 'inspection-api' && ${told.status} >= 500${also} | groupby roundTime($m.timestamp, 1m) as t aggregate count() as n`,
      ),
      `source logs last 1h | filter ${S} == 'inspection-api' && ${LOGS.status} != null | groupby roundTime($m.timestamp, 1m) as t aggregate count_if(${LOGS.status} >= 500) as n`,
    ),
  ),
  after(
    ['How many stoppages were there on Monday, please?'],
    factory(
      'hard',
      '',
      'Would you compare that with Tuesday?',
      ...around(`source logs between @'2026-11-16' and @'2026-11-18' | filter ${STOPPED}`, '2026-11-17', (side) =>
        side === 'true' ? 'count()' : `count_if(${side})`,
      ),
    ),
  ),
  after(
    ['errors of shipping-labels this week', 'count them by exception type'],
    factory(
      'hard',
      '',
      'just the latest of each type',
      ...[ERROR, OR_WORSE].map(
        (bad) =>
          `source logs ${THIS_WEEK} | filter ${S} == 'shipping-labels' && ${bad} | dedupeby ${LOGS.type} keep 1 orderby $m.timestamp desc`,
      ),
      ...failures(
        ({ source, service, type }, bad) =>
          `${source} ${THIS_WEEK} | filter ${service} == 'shipping-labels' && ${bad} && ${type} != null | dedupeby ${type} keep 1 orderby $m.timestamp desc`,
      ),
    ),
  ),
];
