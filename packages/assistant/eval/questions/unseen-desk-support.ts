import { S, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  calls,
  either,
  failures,
  LOGS,
  leading,
  NUMBER,
  numberIn,
  SPANS,
  STATUS,
  says,
  WORKSPACE,
  withValue,
} from './unseen-desk-terms.ts';

const desk = asks('desk');
const AFTERNOON = "between @'2026-11-18T13:00:00Z' and @'2026-11-18T16:20:00Z'";
const BOUNCED = says('mail bounced');
const LIMITED = says('rate limit exceeded');

/** By the lead of the people who answer customers. */
export const UNSEEN_DESK_SUPPORT: readonly EvalQuestion[] = [
  desk(
    'easy',
    'list',
    'show everything for user u-1042 today',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.user} == 'u-1042'`),
  ),
  desk(
    'easy',
    'list',
    'logs of workspace papercut in the last 3 hours',
    `source logs last 3h | filter ${WORKSPACE} == 'papercut'`,
  ),
  desk('easy', 'count', 'how many mails bounced this week?', `source logs ${THIS_WEEK} | filter ${BOUNCED} | count`),
  desk(
    'easy',
    'values',
    'Which workspaces got a 429 today',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.status} == 429`).flatMap((source) =>
      withValue(source, source.startsWith(LOGS.source) ? LOGS.workspace : SPANS.workspace),
    ),
  ),
  desk(
    'easy',
    'list',
    'files that were rejected as too large yesterday',
    `source logs ${YESTERDAY} | filter ${says('file too large')}`,
  ),
  desk(
    'easy',
    'list',
    'what happened with request req-9e743f13',
    "source logs | filter $d.requestId == 'req-9e743f13'",
  ),
  desk(
    'easy',
    'count',
    'how many password resets were requested today',
    `source logs ${TODAY} | filter ${says('password reset requested')} | count`,
    `source logs ${TODAY} | filter $d.path == '/password/reset' | count`,
  ),
  desk(
    'easy',
    'list',
    'card declined messages from the last 24h please',
    `source logs last 24h | filter ${says('card declined')}`,
  ),
  desk(
    'medium',
    'top groups',
    'top 5 workspaces by errors today',
    ...failures((told, bad) => `${told.source} ${TODAY} | filter ${bad}`).flatMap((source) =>
      leading(source, source.startsWith(LOGS.source) ? LOGS.workspace : SPANS.workspace, 'count()', 5),
    ),
  ),
  desk(
    'medium',
    'values',
    'which users of acme ran into errors since monday?',
    ...failures((told, bad) => `${told.source} ${THIS_WEEK} | filter ${told.workspace} == 'acme' && ${bad}`).flatMap(
      (source) => withValue(source, source.startsWith(LOGS.source) ? LOGS.user : SPANS.user),
    ),
  ),
  desk(
    'medium',
    'count by',
    'bounced mails per template this week',
    `source logs ${THIS_WEEK} | filter ${BOUNCED} | groupby $d.template as template aggregate count() as n`,
  ),
  desk(
    'medium',
    'list',
    'uploads bigger than 20 MB today',
    ...['20000000', '20971520'].flatMap((bytes) => [
      `source logs ${TODAY} | filter ${says('file uploaded')} && $d.fileSize > ${bytes}`,
      `source logs ${TODAY} | filter $d.fileSize > ${bytes}`,
    ]),
  ),
  desk(
    'medium',
    'series',
    'invalid passwords at acme, per hour, today',
    `source logs ${TODAY} | filter ${says('invalid password')} && ${WORKSPACE} == 'acme' | ${hourly} aggregate count() as n`,
  ),
  desk(
    'medium',
    'count by',
    'webhook deliveries that failed today, by event',
    `source logs ${TODAY} | filter ${says('delivery failed')} | groupby $d.event as event aggregate count() as n`,
    `source logs ${TODAY} | filter ${S} == 'webhooks' && $m.severity >= WARNING | groupby $d.event as event aggregate count() as n`,
    ...failures(
      (told, bad) =>
        `${told.source} ${TODAY} | filter ${told.service} == 'webhooks' && ${bad} | groupby $d.event as event aggregate count() as n`,
    ).filter((query) => query.startsWith(LOGS.source)),
  ),
  desk(
    'medium',
    'top records',
    '10 slowest requests of workspace hooli yesterday',
    ...calls(
      (told, also) =>
        `${told.source} ${YESTERDAY} | filter ${told.workspace} == 'hooli'${also} | orderby ${told.took} desc | limit 10`,
    ),
  ),
  desk(
    'medium',
    'count by',
    'rate limit exceeded this week, by plan',
    ...[LIMITED, `${STATUS} == 429`].map(
      (holds) => `source logs ${THIS_WEEK} | filter ${holds} | groupby $d.plan as plan aggregate count() as n`,
    ),
    `source spans ${THIS_WEEK} | filter ${SPANS.status} == 429 | groupby ${SPANS.plan} as plan aggregate count() as n`,
  ),
  desk(
    'hard',
    'having',
    'users with more than 5 errors this week',
    ...failures((told, bad) => `${told.source} ${THIS_WEEK} | filter ${bad}#${told.user}`).flatMap((of) => {
      const [source = '', user = ''] = of.split('#');
      return ['', ` && ${user} != null`].map(
        (also) => `${source}${also} | groupby ${user} as user aggregate count() as n | filter n > 5 | choose user`,
      );
    }),
  ),
  desk(
    'hard',
    'share',
    "what share of globex's api requests today was a 429?",
    ...calls(
      (told, also) =>
        `${told.source} ${TODAY} | filter ${told.service} == 'api' && ${told.workspace} == 'globex'${also} | aggregate count_if(${told.status} == 429) / count() as share`,
    ),
  ),
  desk(
    'hard',
    'extract',
    'on average how many rows did the exports have this week? (message says "export of 1234 rows ready")',
    `source logs ${THIS_WEEK} | filter ${says('export of')} | ${numberIn('export of (?<n>\\d+) rows ready')} | aggregate avg(${NUMBER}) as mean`,
  ),
  desk(
    'hard',
    'count by',
    'how many users in each workspace were hit by api errors on wednesday between 13:00 and 16:20?',
    ...failures(
      (told, bad) =>
        `${told.source} ${AFTERNOON} | filter ${told.service} == 'api' && ${bad} | groupby ${told.workspace} as workspace aggregate distinct_count(${told.user}) as n`,
    ),
  ),
];
