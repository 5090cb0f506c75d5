import { SERVER, THIS_WEEK, TODAY } from './blind-terms.ts';
import { which } from './fresh-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  DELIVERED,
  LAST_WEEK,
  logsOf,
  RESTAURANT,
  spansOf,
  TOOK,
  told,
  VEHICLE,
  ZONE,
} from './unseen-kitchen-terms.ts';

const kitchen = asks('kitchen');
const p95 = (field: string): string => `percentile(0.95, ${field})`;

/** What leads a ranking, looked at more closely: named as the world has it, or found by the query itself. */
const ofFirst = (source: string, key: string, leader: string, asked: string): readonly string[] => [
  `${source} && ${key} == '${leader}' | groupby ${asked} as asked aggregate count() as m`,
  ...which(`${source} && ${key} == '${leader}'`, asked),
  `${source} && ${key} == '${leader}'`,
  `${source} | join inner (${source} | groupby ${key} as one aggregate count() as n | orderby n desc | limit 1) on left=>${key.slice(3)} == right=>one into top | groupby ${asked} as asked aggregate count() as m`,
];

const REJECTED = told('order rejected by restaurant', THIS_WEEK);
const CANCELLED = told('order cancelled');
const TRACE = 'b3efe74aebcfa09bf87ebff8bd5b1b20';
const SLOWEST = `source spans ${TODAY} | filter $l.serviceName == 'order-api' | orderby $m.duration desc | limit 1`;

/** Of figures: dialogues of the same four people. */
export const UNSEEN_KITCHEN_DIALOGUES_FIGURES: readonly EvalQuestion[] = [
  after(
    ['average delivery time per zone', 'same for last week'],
    kitchen(
      'hard',
      '',
      'worst three only',
      `${told(DELIVERED, LAST_WEEK)} | groupby ${ZONE} as zone aggregate avg(${TOOK}) as m | filter zone != null | orderby m desc | limit 3`,
      `${told(DELIVERED, LAST_WEEK)} | groupby ${ZONE} as zone aggregate avg(${TOOK}) as m | orderby m desc | limit 3`,
    ),
  ),
  after(
    ['p95 latency of order-api', 'per route'],
    kitchen(
      'medium',
      '',
      'only POST',
      `${logsOf('order-api')} && $d.method == 'POST' | groupby $d.route as route aggregate ${p95('$d.latencyMs')} as p`,
      `${spansOf('order-api')} && $d.tags['http.request.method'] == 'POST' | groupby $d.tags['http.route'] as route aggregate ${p95('$m.duration')} as p`,
      `${spansOf('order-api')} && ${SERVER} && $d.tags['http.request.method'] == 'POST' | groupby $d.tags['http.route'] as route aggregate ${p95('$m.duration')} as p`,
    ),
  ),
  after(
    ['which restaurant rejected the most orders this week?'],
    kitchen('hard', '', 'why did it reject them?', ...ofFirst(REJECTED, RESTAURANT, 'rst-101', '$d.rejectReason')),
  ),
  after(
    ['average tip by vehicle'],
    kitchen(
      'medium',
      '',
      'and the highest?',
      `source logs | filter $d.tip != null | groupby ${VEHICLE} as v aggregate max($d.tip) as m`,
    ),
  ),
  after(
    ['which zone has the most cancellations?'],
    kitchen('hard', '', 'who cancelled there?', ...ofFirst(CANCELLED, ZONE, 'riverside', '$d.cancelledBy')),
  ),
  after(
    ['deliveries by scooter', 'by bike'],
    kitchen(
      'medium',
      '',
      'how long did they take on average?',
      `${told(DELIVERED)} && ${VEHICLE} == 'bike' | aggregate avg(${TOOK}) as m`,
    ),
  ),
  after(
    ['which trace had the slowest span in order-api today?'],
    kitchen(
      'hard',
      '',
      'show its logs',
      `source logs | filter $d.traceId == '${TRACE}'`,
      `source logs ${TODAY} | filter $d.traceId == '${TRACE}'`,
      `source logs | join inner (${SLOWEST} | choose $d.traceID as one) on left=>traceId == right=>one into top`,
    ),
  ),
];
