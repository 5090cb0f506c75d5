import { BAD_SPAN, most, S, SVC, TODAY } from './blind-terms.ts';
import { anyOf } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import { calls, HITS, heldIn, leading, READER, TERMS } from './unseen-newsroom-terms.ts';

const news = asks('newsroom');

/** More dialogues of the same four people. */
export const UNSEEN_NEWSROOM_DIALOGUES_CASES: readonly EvalQuestion[] = [
  after(
    ['searches without hits today'],
    news(
      'medium',
      '',
      'the most frequent terms among them',
      ...most(`source logs ${TODAY} | filter ${HITS} == 0 | groupby ${TERMS} aggregate count() as n`, 'n'),
      ...leading(`source logs ${TODAY} | filter ${HITS} == 0`, TERMS, 'count()', 5),
    ),
  ),
  after(
    ['failed spans of ad-server', 'by hour'],
    news(
      'medium',
      '',
      'and for push-sender',
      ...heldIn(`source spans | filter ${SVC} == 'push-sender'`, BAD_SPAN, 'roundTime($m.timestamp, 1h) as t'),
      ...heldIn(`source spans | filter ${SVC} == 'push-sender'`, BAD_SPAN, "extractTime($m.timestamp, 'hour') as t"),
    ),
  ),
  after(
    ['error count per service since noon', 'sort by name'],
    news(
      'hard',
      '',
      'make it warnings too',
      ...heldIn("source logs between @'2026-11-20T12:00:00Z' and @'now'", '$m.severity >= WARNING', S),
      ...heldIn(
        "source logs between @'2026-11-20T12:00:00Z' and @'now'",
        '($m.severity == WARNING || $m.severity == ERROR)',
        S,
      ),
      `source logs between @'2026-11-20T12:00:00Z' and @'now' | groupby ${S} aggregate count_if($m.severity >= ERROR) as e, count_if($m.severity == WARNING) as w`,
      `source logs between @'2026-11-20T12:00:00Z' and @'now' | groupby ${S} aggregate count_if($m.severity == ERROR) as e, count_if($m.severity == WARNING) as w`,
    ),
  ),
  after(
    ['Could I see the average ad price by slot?', 'Only for bidder adhive.'],
    news(
      'medium',
      '',
      'And as a maximum?',
      "source logs | filter $d.ad.bidder == 'adhive' | groupby $d.ad.slot aggregate max($d.ad.price_eur) as most",
    ),
  ),
  after(
    ['latest 20 errors of comments'],
    news(
      'easy',
      '',
      '5 only',
      ...['==', '>='].map(
        (by) =>
          `source logs | filter ${S} == 'comments' && $m.severity ${by} ERROR | orderby $m.timestamp desc | limit 5`,
      ),
      `source spans | filter ${SVC} == 'comments' && ${BAD_SPAN} | orderby $m.timestamp desc | limit 5`,
    ),
  ),
  after(
    ['how many push notifications failed today'],
    news(
      'medium',
      '',
      'as a share of all of them',
      ...['$m.severity == ERROR', '$m.severity >= ERROR', '$d.problem.kind != null'].map(
        (bad) => `source logs ${TODAY} | filter $d.push.topic != null | aggregate count_if(${bad}) / count() as share`,
      ),
      `source spans ${TODAY} | filter ${SVC} == 'push-sender' | aggregate count_if(${BAD_SPAN}) / count() as share`,
    ),
  ),
  after(
    ['readers on the trial plan that got errors'],
    news(
      'hard',
      '',
      'how many of them are on android',
      ...['==', '>='].flatMap((by) =>
        [`aggregate distinct_count(${READER}) as n`, 'count'].map(
          (end) =>
            `source logs | filter $d.reader.plan == 'trial' && $m.severity ${by} ERROR && $d.reader.device == 'android' | ${end}`,
        ),
      ),
    ),
  ),
  after(
    ['http errors on /checkout', 'no, only 504s'],
    news(
      'medium',
      '',
      'last hour',
      ...calls(
        (told, also) => `${told.source} last 1h | filter ${told.path} == '/checkout' && ${told.code} == 504${also}`,
      ).flatMap(anyOf),
    ),
  ),
  after(
    ['video-encoder logs today'],
    news(
      'easy',
      '',
      'when was the last one',
      ...['| orderby $m.timestamp desc | limit 1', '| aggregate max($m.timestamp) as last'].map(
        (end) => `source logs ${TODAY} | filter ${S} == 'video-encoder' ${end}`,
      ),
    ),
  ),
  after(
    ['average took_ms of site-search', 'per day'],
    news(
      'medium',
      '',
      'and the p90 as well',
      `source logs | filter ${S} == 'site-search' | groupby roundTime($m.timestamp, 1d) as t aggregate avg($d.took_ms) as mean, percentile(0.9, $d.took_ms) as p`,
    ),
  ),
];
