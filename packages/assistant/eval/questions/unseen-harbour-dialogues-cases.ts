import { S, SERVER, SVC, TODAY, TWO_DAYS } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { hourly } from './fresh-terms.ts';
import { sinceClock } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import { CONFIRMED, FERRY, failures, moment, parts, TOOK, TRACE, WEDNESDAY } from './unseen-harbour-terms.ts';
import { leading, withValue } from './unseen-resort-terms.ts';

const harbour = asks('harbour');

/** More dialogues of the same four people. */
export const UNSEEN_HARBOUR_DIALOGUES_CASES: readonly EvalQuestion[] = [
  after(
    ['how many bookings were confirmed on oslo-kiel today'],
    harbour(
      'easy',
      '',
      'what about bari-patras?',
      `source logs ${TODAY} | filter ${CONFIRMED} && ${FERRY} == 'bari-patras' | count`,
    ),
  ),
  after(
    ['what happened with customer c-4011 today'],
    harbour(
      'easy',
      '',
      'only the errors',
      ...failures((told, bad) => `${told.source} ${TODAY} | filter ${told.customer} == 'c-4011' && ${bad}`),
    ),
  ),
  after(
    ['avg elapsed_ms of yard-manager'],
    harbour(
      'hard',
      '',
      'make it p95, hourly, since yesterday',
      `source logs ${TWO_DAYS} | filter ${S} == 'yard-manager' | ${hourly} aggregate percentile(0.95, ${TOOK}) as p`,
    ),
  ),
  after(
    [`trace ${TRACE}`],
    harbour(
      'medium',
      '',
      'and its slowest span?',
      `source spans | filter $d.traceID == '${TRACE}' | orderby $m.duration desc | limit 1`,
    ),
  ),
  after(
    ['errors in yard-manager on Wednesday'],
    harbour(
      'medium',
      '',
      'group them by error.code and release',
      ...failures(
        (told, bad) =>
          `${told.source} ${WEDNESDAY} | filter ${told.service} == 'yard-manager' && ${bad} | groupby ${told.code} as code, ${told.version} as version aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['number of truck-booking requests today by http.status'],
    harbour(
      'hard',
      '',
      'as a percentage of all',
      parts(`source logs ${TODAY} | filter ${S} == 'truck-booking'`, '$d.http.status'),
      parts(
        `source spans ${TODAY} | filter ${SVC} == 'truck-booking' && ${SERVER}`,
        "$d.tags['http.response.status_code']",
      ),
    ),
  ),
  after(
    ['top 5 http.route of gate-control by number of requests'],
    harbour(
      'medium',
      '',
      'by p95 of elapsed_ms instead',
      ...leading(`source logs | filter ${S} == 'gate-control'`, '$d.http.route', `percentile(0.95, ${TOOK})`, 5),
    ),
  ),
  after(
    ['reefer-watch errors since 13:30'],
    harbour(
      'medium',
      '',
      'which containers?',
      ...['== ERROR', '>= ERROR'].flatMap((bad) =>
        withValue(
          `source logs ${sinceClock('13:30')} | filter ${S} == 'reefer-watch' && $m.severity ${bad}`,
          '$d.container.id',
        ),
      ),
    ),
  ),
  after(
    ['customs-link errors today', 'at delta-pier'],
    harbour(
      'medium',
      '',
      'when did the first one come in?',
      ...failures((told, bad) =>
        moment(
          `${told.source} ${TODAY} | filter ${told.service} == 'customs-link' && ${bad} && ${told.terminal} == 'delta-pier'`,
          'min',
        ),
      ),
    ),
  ),
  after(
    ['errors last hour by service'],
    harbour(
      'hard',
      '',
      'compare with the same hour yesterday',
      ...failures((told, bad) =>
        periods(
          `${told.source} last 25h | filter ${bad} && ($m.timestamp >= @'now' - 1h || $m.timestamp <= @'now' - 1d)`,
          "@'now' - 1h",
          COUNTED,
          `${told.service} as key`,
        ),
      ),
    ),
  ),
];
