import { BAD_SPAN, most, S, SERVER, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { partOfAll, periods, shareOf, statisticOf } from './final-terms.ts';
import { daily, hourly, which } from './fresh-terms.ts';
import { anyOf } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  calls,
  DATABASE,
  either,
  failures,
  LOGS,
  leading,
  PATH,
  rates,
  SPANS,
  says,
  TABLE,
  THURSDAY,
  TOOK,
  WEDNESDAY,
} from './unseen-desk-terms.ts';

const desk = asks('desk');
const BOTH_DAYS = "between @'2026-11-18' and @'2026-11-20'";
const DEPLOYED = "@'2026-11-18T13:00:00Z'";
const mean = (field: string): string => `avg(${field})`;

/** By the manager of the engineers. */
export const UNSEEN_DESK_MANAGER: readonly EvalQuestion[] = [
  desk(
    'easy',
    'count',
    'How many requests did the api serve yesterday?',
    ...calls((told, also) => `${told.source} ${YESTERDAY} | filter ${told.service} == 'api'${also} | count`),
    `source logs ${YESTERDAY} | filter ${S} == 'api' && ${says('request completed')} | count`,
    `source logs ${YESTERDAY} | filter ${S} == 'api' | aggregate distinct_count($d.requestId) as n`,
  ),
  desk(
    'easy',
    'count',
    'How many errors did we have this week?',
    ...failures((told, bad) => `${told.source} ${THIS_WEEK} | filter ${bad} | count`),
  ),
  desk(
    'easy',
    'statistic',
    'What is the average response time of web-app today?',
    ...calls(
      (told, also) =>
        `${told.source} ${TODAY} | filter ${told.service} == 'web-app'${also} | aggregate avg(${told.took}) as mean`,
    ),
  ),
  desk(
    'easy',
    'values',
    'Which versions of the api were running this week?',
    ...either((told) => `${told.source} ${THIS_WEEK} | filter ${told.service} == 'api'`).flatMap((source) =>
      which(source, source.startsWith(LOGS.source) ? LOGS.version : SPANS.version),
    ),
  ),
  desk(
    'easy',
    'count',
    'How many tickets were created today?',
    `source logs ${TODAY} | filter ${says('ticket created')} | count`,
    `source logs ${TODAY} | filter ${says('ticket created')} | aggregate distinct_count($d.ticketId) as n`,
  ),
  desk(
    'easy',
    'list',
    'Please show me all errors with version 7.4.0.',
    ...failures((told, bad) => `${told.source} | filter ${told.version} == '7.4.0' && ${bad}`),
  ),
  desk(
    'easy',
    'count',
    'How many different workspaces were active yesterday?',
    ...either((told) => `${told.source} ${YESTERDAY} | aggregate distinct_count(${told.workspace}) as n`),
  ),
  desk(
    'easy',
    'any',
    'Did search-indexer log any errors in the last 12 hours?',
    ...failures((told, bad) => `${told.source} last 12h | filter ${told.service} == 'search-indexer' && ${bad}`)
      .filter((query) => query.startsWith(LOGS.source))
      .flatMap(anyOf),
  ),
  desk(
    'medium',
    'series',
    'How many errors were there per day since the 13th of November?',
    ...failures(
      (told, bad) =>
        `${told.source} between @'2026-11-13' and @'now' | filter ${bad} | ${daily} aggregate count() as n`,
    ),
  ),
  desk(
    'medium',
    'top groups',
    'Which five endpoints of the api are the slowest on average this week?',
    ...leading(`source logs ${THIS_WEEK} | filter ${S} == 'api'`, PATH, `avg(${TOOK})`, 5),
    ...['', ` && ${SERVER}`].flatMap((also) => [
      ...leading(`source spans ${THIS_WEEK} | filter ${SVC} == 'api'${also}`, SPANS.path, 'avg($m.duration)', 5),
      ...leading(
        `source spans ${THIS_WEEK} | filter ${SVC} == 'api'${also}`,
        '$l.operationName',
        'avg($m.duration)',
        5,
      ),
    ]),
  ),
  desk(
    'medium',
    'statistic',
    'What is the median response time for each plan this week?',
    ...either(
      (told) =>
        `${told.source} ${THIS_WEEK} | filter ${told.isRequest} | groupby ${told.plan} as plan aggregate median(${told.took}) as m`,
    ),
    `source spans ${THIS_WEEK} | groupby ${SPANS.plan} as plan aggregate median($m.duration) as m`,
  ),
  desk(
    'medium',
    'count by',
    'How many errors did each application produce today?',
    ...failures(
      (told, bad) => `${told.source} ${TODAY} | filter ${bad} | groupby ${told.app} as app aggregate count() as n`,
    ),
  ),
  desk(
    'medium',
    'top groups',
    'Which service had the most failed spans this week?',
    ...most(`source spans ${THIS_WEEK} | filter ${BAD_SPAN} | groupby ${SVC} as service aggregate count() as n`, 'n'),
  ),
  desk(
    'medium',
    'series',
    'How did the number of requests to the api develop hour by hour on Wednesday?',
    ...calls(
      (told, also) =>
        `${told.source} ${WEDNESDAY} | filter ${told.service} == 'api'${also} | ${hourly} aggregate count() as n`,
    ),
  ),
  desk(
    'medium',
    'statistic',
    'How long did database queries take on average per table on Thursday?',
    `source spans ${THURSDAY} | filter ${DATABASE} != null | groupby ${TABLE} as name aggregate avg($m.duration) as mean`,
  ),
  desk(
    'medium',
    'count',
    'How many users on the enterprise plan ran into an error today?',
    ...failures(
      (told, bad) =>
        `${told.source} ${TODAY} | filter ${bad} && ${told.plan} == 'enterprise' | aggregate distinct_count(${told.user}) as n`,
    ),
  ),
  desk(
    'hard',
    'compare times',
    'Please compare the error rate of the api on Wednesday before and after the deploy at 13:00.',
    ...rates(
      (told, also, bad) => `${told.source} ${WEDNESDAY} | filter ${told.service} == 'api' && ${also}#${bad}`,
    ).flatMap((of) => {
      const [source = '', bad = ''] = of.split('#');
      return periods(source, DEPLOYED, shareOf(bad));
    }),
  ),
  desk(
    'hard',
    'share',
    "What percentage of this week's requests was answered in under 200 ms?",
    `source logs ${THIS_WEEK} | filter ${TOOK} != null | aggregate count_if(${TOOK} < 200) / count() as share`,
    `source logs ${THIS_WEEK} | aggregate count_if(${TOOK} < 200) / count() as share`,
    ...['', ` | filter ${SERVER}`].map(
      (only) => `source spans ${THIS_WEEK}${only} | aggregate count_if($m.duration < 200000) / count() as share`,
    ),
  ),
  desk(
    'hard',
    'share',
    "What share of today's errors comes from each service?",
    ...failures((told, bad) =>
      partOfAll(`${told.source} ${TODAY} | filter ${bad}`, `${told.service} as service`, 'service'),
    ),
  ),
  desk(
    'hard',
    'compare times',
    'Compare the average duration of queries on ticket_events between Wednesday and Thursday.',
    ...periods(
      `source spans ${BOTH_DAYS} | filter ${TABLE} == 'ticket_events'`,
      "@'2026-11-19'",
      statisticOf('$m.duration', mean),
    ),
  ),
];
