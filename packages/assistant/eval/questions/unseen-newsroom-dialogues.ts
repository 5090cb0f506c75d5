import { DAY, S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  ACTION,
  BLOCKED,
  COUNTRY,
  calls,
  failuresBy,
  heldIn,
  leading,
  READER,
  SECTION,
  VERDICT,
  VIEWED,
} from './unseen-newsroom-terms.ts';

const news = asks('newsroom');
const REJECTED = `filter ${VERDICT} == 'rejected'`;
const TEN_MINUTES = 'roundTime($m.timestamp, 10m) as t';

/** Dialogues of the same four people. */
export const UNSEEN_NEWSROOM_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors in subscriptions today', 'only those from Germany'],
    news(
      'medium',
      '',
      'and per 10 minutes',
      ...failuresBy(
        (told) => `${TODAY} | filter ${told.service} == 'subscriptions' && ${told.country} == 'DE'`,
        () => TEN_MINUTES,
      ),
    ),
  ),
  after(
    ['how many comments were rejected yesterday?'],
    news('easy', '', 'and the day before?', `source logs between ${DAY} - 2d and ${DAY} - 1d | ${REJECTED} | count`),
  ),
  after(
    ['top 5 sections by article views today'],
    news(
      'easy',
      '',
      'same for yesterday',
      ...leading(`source logs ${YESTERDAY} | filter ${VIEWED}`, SECTION, 'count()', 5),
    ),
  ),
  after(
    ['slowest requests of paywall today', 'which readers were those'],
    news(
      'hard',
      '',
      'how many are there in all',
      ...calls(
        (told, also) =>
          `${told.source} ${TODAY} | filter ${told.service} == 'paywall'${also} | orderby ${told.took} desc#${told.reader}`,
      ).flatMap((text) => {
        const [source, reader] = text.split('#') as [string, string];
        return [' | limit 5', ' | limit 10', ' | limit 20', ''].map(
          (limit) => `${source}${limit} | aggregate distinct_count(${reader}) as n`,
        );
      }),
    ),
  ),
  after(
    ['p95 duration of spans by service'],
    news(
      'medium',
      '',
      'only the editorial app',
      `source spans | filter $l.applicationName == 'editorial' | groupby ${SVC} aggregate percentile(0.95, $m.duration) as p`,
    ),
  ),
  after(
    ['bounces per newsletter today'],
    news(
      'easy',
      '',
      'by domain instead',
      ...heldIn(`source logs ${TODAY}`, "$d.letter.outcome == 'bounced'", '$d.letter.domain'),
    ),
  ),
  after(
    ['show the logs of image-processor with errors', 'just release 7.3.0'],
    news(
      'medium',
      '',
      'count them',
      ...['==', '>='].map(
        (by) =>
          `source logs | filter ${S} == 'image-processor' && $m.severity ${by} ERROR && $d.release == '7.3.0' | count`,
      ),
    ),
  ),
  after(
    ['logs of trace 5e0d4c7b8a196f23d1e0b7a4c9852f61'],
    news('easy', '', 'and its spans', "source spans | filter $d.traceID == '5e0d4c7b8a196f23d1e0b7a4c9852f61'"),
  ),
  after(
    ['How many subscriptions were cancelled this week, please?', 'And by plan?'],
    news(
      'hard',
      '',
      'Only the ones above 50, please',
      ...['$d.sub.plan', '$d.reader.plan'].map(
        (plan) =>
          `source logs ${THIS_WEEK} | filter ${ACTION} == 'cancelled' | groupby ${plan} aggregate count() as n | filter n > 50`,
      ),
    ),
  ),
  after(
    ['blocked readers by country yesterday'],
    news(
      'easy',
      '',
      'what about the last hour',
      `source logs last 1h | filter ${BLOCKED} | groupby ${COUNTRY} aggregate count() as n`,
      `source logs last 1h | filter ${BLOCKED} | groupby ${COUNTRY} aggregate distinct_count(${READER}) as n`,
    ),
  ),
];
