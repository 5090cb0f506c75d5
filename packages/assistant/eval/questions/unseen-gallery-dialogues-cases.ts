import { BAD_SPAN, S, SVC, THIS_WEEK, TODAY } from './blind-terms.ts';
import { hourly } from './fresh-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import { DATABASE, either, leading, parts, SEARCH_TRACE, says, TERM, TOOK } from './unseen-gallery-terms.ts';

const gallery = asks('gallery');
const SINCE_YESTERDAY = "between @'now' / 1d - 1d and @'now'";
const LATENCIES = `source logs | groupby ${S} aggregate avg(${TOOK}) as mean | filter mean > 200`;

/** The other dialogues. */
export const UNSEEN_GALLERY_DIALOGUES_CASES: readonly EvalQuestion[] = [
  after(
    ['average wait of moderation per label this week'],
    gallery(
      'medium',
      '',
      'and the maximum as well',
      `source logs ${THIS_WEEK} | filter ${S} == 'moderation' | groupby $d.label aggregate avg($d.queue_wait_ms) as mean, max($d.queue_wait_ms) as longest`,
    ),
  ),
  after(
    ['uploaded photos by platform'],
    gallery(
      'hard',
      '',
      'as percentages',
      ...parts(`source logs | filter ${says('photo uploaded')}`, '$d.app_platform', 'app_platform'),
    ),
  ),
  after(
    ['logins per hour today'],
    gallery(
      'medium',
      '',
      'only those on android',
      `source logs ${TODAY} | filter ${says('login succeeded')} && $d.app_platform == 'android' | ${hourly} aggregate count() as n`,
    ),
  ),
  after(
    ['average latency by service', 'only services above 200 ms'],
    gallery('medium', '', 'sort by latency, highest first', `${LATENCIES} | orderby mean desc`),
  ),
  after(
    ['top 10 search terms this week'],
    gallery(
      'medium',
      '',
      'without those that found nothing',
      ...['$d.result_count > 0', '!($d.result_count == 0)'].flatMap((found) =>
        leading(`source logs ${THIS_WEEK} | filter ${found}`, TERM, 'count()', 10),
      ),
    ),
  ),
  after(
    ['renewed subscriptions this month', 'by country'],
    gallery(
      'hard',
      '',
      'the sum of the money instead',
      `source logs between @'2026-11-01' and @'now' | filter ${says('subscription renewed')} | groupby $d.country aggregate sum($d.amount_eur) as total`,
    ),
  ),
  after(
    [`spans of trace ${SEARCH_TRACE}`],
    gallery(
      'easy',
      '',
      'only the database ones',
      `source spans | filter $d.traceID == '${SEARCH_TRACE}' && ${DATABASE} != null`,
    ),
  ),
  after(
    ['failed thumbnail jobs today'],
    gallery(
      'medium',
      '',
      'group them by error code',
      ...either(
        (told) =>
          `${told.source} ${TODAY} | filter ${told.service} == 'thumbnailer' && ${told.code} != null | groupby ${told.code} as code aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['how many spans does each service have?', 'only since yesterday'],
    gallery(
      'hard',
      '',
      'and how many of them failed',
      `source spans ${SINCE_YESTERDAY} | groupby ${SVC} aggregate count_if(${BAD_SPAN}) as failed`,
      `source spans ${SINCE_YESTERDAY} | filter ${BAD_SPAN} | groupby ${SVC} aggregate count() as n`,
      `source spans ${SINCE_YESTERDAY} | filter ${BAD_SPAN} | count`,
    ),
  ),
];
