import { S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { hourly } from './fresh-terms.ts';
import { anyOf, CRITICAL, clock, sinceClock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  above,
  calls,
  either,
  failures,
  heldIn,
  moment,
  ofTraces,
  rates,
  says,
  TRACE,
} from './unseen-harbour-terms.ts';
import { foremost, leading } from './unseen-resort-terms.ts';

const harbour = asks('harbour');
const ONE = "@'2026-11-20T13:00:00Z'";
const SLOWEST = `source spans ${YESTERDAY} | filter ${SVC} == 'ferry-pay' | orderby $m.duration desc | limit 1 | choose $d.traceID`;

/** By the engineer on call at night. */
export const UNSEEN_HARBOUR_NIGHT: readonly EvalQuestion[] = [
  harbour('easy', 'list', 'errors last hour', ...failures((told, bad) => `${told.source} last 1h | filter ${bad}`)),
  harbour('easy', 'list', 'reefer-watch logs last 30 min', `source logs last 30m | filter ${S} == 'reefer-watch'`),
  harbour('easy', 'count', 'how many criticals today', `source logs ${TODAY} | filter ${CRITICAL} | count`),
  harbour(
    'easy',
    'trace',
    `trace ${TRACE}`,
    ...either((told) => `${told.source} | filter ${told.trace} == '${TRACE}'`).toReversed(),
  ),
  harbour(
    'easy',
    'count',
    'count POWER_LOST since 13:00',
    ...either((told) => `${told.source} ${sinceClock('13:00')} | filter ${told.code} == 'POWER_LOST' | count`),
  ),
  harbour(
    'easy',
    'group',
    'errors per service today',
    ...failures((told, bad) => heldIn(`${told.source} ${TODAY}`, bad, told.service)),
  ),
  harbour(
    'easy',
    'list',
    'last 10 errors of customs-link',
    ...failures(
      (told, bad) =>
        `${told.source} | filter ${told.service} == 'customs-link' && ${bad} | orderby $m.timestamp desc | limit 10`,
    ),
  ),
  harbour(
    'medium',
    'threshold',
    'anything slower than 10 s in ferry-pay yesterday?',
    ...calls((told, also) =>
      anyOf(
        `${told.source} ${YESTERDAY} | filter ${told.service} == 'ferry-pay' && ${told.took} > ${told.ms(10_000)} && ${also}`,
      ),
    ),
  ),
  harbour(
    'medium',
    'last',
    'when did we last hear from notices',
    ...either((told) => moment(`${told.source} | filter ${told.service} == 'notices'`, 'max')),
  ),
  harbour(
    'hard',
    'quiet',
    'which services logged today but nothing since 13:00',
    ...either((told) => [
      `${told.source} ${TODAY} | groupby ${told.service} as key aggregate max($m.timestamp) as last | filter last < ${ONE} | choose key`,
    ]),
  ),
  harbour(
    'medium',
    'series',
    'customs-link errors per 10 min between 7 and 9 today',
    ...failures(
      (told, bad) =>
        `${told.source} ${clock('07:00', '09:00')} | filter ${told.service} == 'customs-link' && ${bad} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
    ),
  ),
  harbour(
    'medium',
    'top',
    'top 5 hauliers by 429s today',
    ...either((told) => leading(`${told.source} ${TODAY} | filter ${told.status} == 429`, told.haulier, 'count()', 5)),
  ),
  harbour(
    'medium',
    'series',
    'p95 of gate-control per hour yesterday',
    ...calls(
      (told, also) =>
        `${told.source} ${YESTERDAY} | filter ${told.service} == 'gate-control' && ${also} | ${hourly} aggregate percentile(0.95, ${told.took}) as p`,
    ),
  ),
  harbour(
    'medium',
    'top',
    'which ip had the most "unknown booking reference" since midnight',
    ...foremost(`source logs ${TODAY} | filter ${says('unknown booking reference')}`, '$d.ip', 'count()'),
  ),
  harbour(
    'medium',
    'rate',
    'error rate of yard-manager by version this week',
    ...rates(
      (told, also, bad) =>
        `${told.source} ${THIS_WEEK} | filter ${told.service} == 'yard-manager' && ${also} | groupby ${told.version} as version aggregate count_if(${bad}) / count() as n`,
    ),
  ),
  harbour(
    'medium',
    'compare',
    'errors at delta-pier vs all other terminals today',
    ...failures((told, bad) =>
      [` && ${told.terminal} != null`, ''].flatMap((only) => {
        const query = `${told.source} ${TODAY} | filter ${bad}${only}`;
        const isThere = `${told.terminal} == 'delta-pier'`;
        return [
          `${query} | groupby if(${isThere}, 'a', 'b') as side aggregate count() as n`,
          `${query} | aggregate count_if(${isThere}) as one, count_if(${told.terminal} != 'delta-pier') as other`,
          `${query} | groupby ${told.terminal} as key aggregate count() as n`,
        ];
      }),
    ),
  ),
  harbour(
    'hard',
    'across',
    'logs of the slowest trace of ferry-pay yesterday',
    `source logs | filter ${ofTraces('$d.trace_id', SLOWEST)}`,
    `source logs ${YESTERDAY} | filter ${ofTraces('$d.trace_id', SLOWEST)}`,
  ),
  harbour(
    'hard',
    'periods',
    'errors per service last hour vs the hour before',
    ...failures((told, bad) =>
      periods(`${told.source} last 2h | filter ${bad}`, "@'now' - 1h", COUNTED, `${told.service} as key`),
    ),
    ...failures((told, bad) => {
      const at = "$m.timestamp >= @'now' - 1h";
      return `${told.source} last 2h | groupby ${told.service} as key aggregate count_if(${bad} && ${at}) as late, count_if(${bad} && !(${at})) as early`;
    }),
  ),
  harbour(
    'hard',
    'having',
    'services with more than 20 errors today',
    ...failures((told, bad) => above(`${told.source} ${TODAY} | filter ${bad}`, told.service, 'count()', 20)),
  ),
  harbour(
    'hard',
    'spike',
    'minutes with more than 3 reefer-watch errors since 13:00',
    ...failures((told, bad) =>
      above(
        `${told.source} ${sinceClock('13:00')} | filter ${told.service} == 'reefer-watch' && ${bad}`,
        'roundTime($m.timestamp, 1m)',
        'count()',
        3,
      ),
    ),
  ),
];
