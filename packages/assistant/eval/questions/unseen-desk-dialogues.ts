import { S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily, hourly } from './fresh-terms.ts';
import { anyOf } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  ADDRESS,
  calls,
  either,
  failures,
  LOGS,
  rates,
  SPANS,
  says,
  THURSDAY,
  TOOK,
  USER,
  withValue,
} from './unseen-desk-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const desk = asks('desk');
const INVALID = says('invalid password');

/** Dialogues of the same four people. */
export const UNSEEN_DESK_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors of api last hour'],
    desk(
      'easy',
      '',
      'and billing?',
      ...failures((told, bad) => `${told.source} last 1h | filter ${told.service} == 'billing' && ${bad}`),
    ),
  ),
  after(
    ['how many errors today', 'by service'],
    desk(
      'medium',
      '',
      'only ap-south',
      ...failures(
        (told, bad) =>
          `${told.source} ${TODAY} | filter ${bad} && ${told.region} == 'ap-south' | groupby ${told.service} as service aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['PROVIDER_TIMEOUT yesterday'],
    desk(
      'medium',
      '',
      'per hour',
      ...either(
        (told) =>
          `${told.source} ${YESTERDAY} | filter ${told.code} == 'PROVIDER_TIMEOUT' | ${hourly} aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['slowest spans of billing yesterday', 'only those over 10s', 'how many are there'],
    desk(
      'medium',
      '',
      'and their average duration?',
      `source spans ${YESTERDAY} | filter ${SVC} == 'billing' && $m.duration > 10000000 | aggregate avg($m.duration) as mean`,
    ),
  ),
  after(
    ['invalid password logs today', 'which ips'],
    desk(
      'medium',
      '',
      'just the ones from 203.0.113.66, per workspace',
      `source logs ${TODAY} | filter ${INVALID} && ${ADDRESS} == '203.0.113.66' | groupby $d.workspace as workspace aggregate count() as n`,
    ),
  ),
  after(
    ['How many requests did the api serve today?'],
    desk(
      'easy',
      '',
      'And yesterday?',
      ...calls((told, also) => `${told.source} ${YESTERDAY} | filter ${told.service} == 'api'${also} | count`),
      `source logs ${YESTERDAY} | filter ${S} == 'api' && ${says('request completed')} | count`,
      `source logs ${YESTERDAY} | filter ${S} == 'api' | aggregate distinct_count($d.requestId) as n`,
    ),
  ),
  after(
    ['What is the average response time per service this week?', 'Please use the 95th percentile instead.'],
    desk(
      'hard',
      '',
      'Only the enterprise plan.',
      ...['', ` && ${TOOK} != null`].map(
        (also) =>
          `source logs ${THIS_WEEK} | filter $d.plan == 'enterprise'${also} | groupby ${S} as service aggregate percentile(0.95, ${TOOK}) as p95`,
      ),
      ...['', ` && ${SPANS.isRequest}`].map(
        (also) =>
          `source spans ${THIS_WEEK} | filter ${SPANS.plan} == 'enterprise'${also} | groupby ${SVC} as service aggregate percentile(0.95, $m.duration) as p95`,
      ),
    ),
  ),
  after(
    ['Show me the error rate of the api per day this week.'],
    desk(
      'hard',
      '',
      'And for web-app?',
      ...rates(
        (told, also, bad) =>
          `${told.source} ${THIS_WEEK} | filter ${told.service} == 'web-app' && ${also} | ${daily} aggregate count_if(${bad}) / count() as rate`,
      ),
    ),
  ),
  after(
    ['How many users were active today?'],
    desk(
      'medium',
      '',
      'Per plan, please.',
      ...either(
        (told) => `${told.source} ${TODAY} | groupby ${told.plan} as plan aggregate distinct_count(${told.user}) as n`,
      ),
    ),
  ),
  after(
    ['Which workspaces had the most errors on Wednesday?', 'What about Thursday?'],
    desk(
      'medium',
      '',
      'Only the first three.',
      ...failures((told, bad) => `${told.source} ${THURSDAY} | filter ${bad}#${told.workspace}`).flatMap((of) => {
        const [source = '', key = ''] = of.split('#');
        return ['', ', key', ', key desc'].map(
          (then) => `${source} | groupby ${key} as key aggregate count() as n | orderby n desc${then} | limit 3`,
        );
      }),
    ),
  ),
  after(
    ['logs of workspace globex today', 'only the 429s'],
    desk(
      'medium',
      '',
      'how many per user',
      `source logs ${TODAY} | filter $d.workspace == 'globex' && $d.statusCode == 429 | groupby ${USER} as user aggregate count() as n`,
    ),
  ),
  after(
    ['mails bounced today', 'how many', 'and yesterday'],
    desk(
      'medium',
      '',
      'by template',
      `source logs ${YESTERDAY} | filter ${says('mail bounced')} | groupby $d.template as template aggregate count() as n`,
    ),
  ),
  after(
    ['errors of u-1005 this week'],
    desk(
      'medium',
      '',
      'as a count per service',
      ...failures(
        (told, bad) =>
          `${told.source} ${THIS_WEEK} | filter ${told.user} == 'u-1005' && ${bad} | groupby ${told.service} as service aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['uploads over 10 MB today'],
    desk(
      'medium',
      '',
      'who uploaded them?',
      ...['10000000', '10485760'].flatMap((bytes) =>
        [` && ${says('file uploaded')}`, ''].flatMap((also) =>
          withValue(`source logs ${TODAY} | filter $d.fileSize > ${bytes}${also}`, USER),
        ),
      ),
    ),
  ),
  after(
    ['open "card declined" messages this week', 'how many per country'],
    desk(
      'hard',
      '',
      'and the total amount',
      `source logs ${THIS_WEEK} | filter ${says('card declined')} | groupby $d.country as country aggregate sum($d.amountUsd) as total`,
      `source logs ${THIS_WEEK} | filter ${says('card declined')} | aggregate sum($d.amountUsd) as total`,
    ),
  ),
  after(
    ['ERR_SERIALIZE on wednesday'],
    desk(
      'medium',
      '',
      'by version',
      ...either(
        (told) =>
          `${told.source} between @'2026-11-18' and @'2026-11-19' | filter ${told.code} == 'ERR_SERIALIZE' | groupby ${told.version} as version aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['db spans of api slower than 500ms yesterday', 'per table'],
    desk(
      'hard',
      '',
      'average duration instead of the count',
      `source spans ${YESTERDAY} | filter ${SVC} == 'api' && $d.tags['db.system.name'] != null && $m.duration > 500000 | groupby $d.tags['db.collection.name'] as name aggregate avg($m.duration) as mean`,
    ),
  ),
  after(
    ['webhooks with attempt > 4 this week', 'only errors'],
    desk(
      'medium',
      '',
      'group by err code',
      ...failures(
        (told, bad) =>
          `${told.source} ${THIS_WEEK} | filter ${told.service} == 'webhooks' && $d.attempt > 4 && ${bad} | groupby ${told.code} as code aggregate count() as n`,
      ).filter((query) => query.startsWith(LOGS.source)),
    ),
  ),
  after(
    ['messages processed from search.index today'],
    desk(
      'easy',
      '',
      'and mail.send?',
      ...["$d.tags['messaging.operation.type'] == 'process'", "$m.kind == 'CONSUMER'"].flatMap((holds) =>
        anyOf(`source spans ${TODAY} | filter $d.tags['messaging.destination.name'] == 'mail.send' && ${holds}`),
      ),
      ...anyOf(`source logs ${TODAY} | filter $d.queue == 'mail.send'`),
    ),
  ),
  after(
    ['5xx on file-store last 2 days', 'how many', 'per path'],
    desk(
      'medium',
      '',
      'the same for auth',
      ...[LOGS, SPANS].flatMap((told) =>
        lastDays(
          2,
          (time) =>
            `${told.source} ${time} | filter ${told.service} == 'auth' && ${told.status} >= 500 | groupby ${told.path} as path aggregate count() as n`,
        ),
      ),
    ),
  ),
];
