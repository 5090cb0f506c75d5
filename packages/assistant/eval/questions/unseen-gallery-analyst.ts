import { S, THIS_WEEK, YESTERDAY } from './blind-terms.ts';
import { COUNTED, periods } from './final-terms.ts';
import { daily } from './fresh-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { lastDays } from './unseen-clinic-terms.ts';
import { calls, greatest, leading, parts, rates, says, TERM, TOOK, withValue } from './unseen-gallery-terms.ts';

const gallery = asks('gallery');
const UPLOADED = says('photo uploaded');
const SIZES = ['source logs', `source logs | filter ${UPLOADED}`] as const;
const SLOW = `count_if(${TOOK} > 400)`;

/** By the analyst who writes reports. */
export const UNSEEN_GALLERY_ANALYST: readonly EvalQuestion[] = [
  gallery(
    'easy',
    'series',
    'uploaded photos per day',
    ...['count()', 'distinct_count($d.photo_id)'].map(
      (number) => `source logs | filter ${UPLOADED} | ${daily} aggregate ${number} as n`,
    ),
  ),
  gallery('easy', 'group', 'count of logs by tier', 'source logs | groupby $d.tier aggregate count() as n'),
  gallery('easy', 'distinct', 'distinct app_version', ...withValue('source logs', '$d.app_version')),
  gallery(
    'easy',
    'statistic',
    'average latency_ms by service',
    `source logs | groupby ${S} aggregate avg(${TOOK}) as mean`,
  ),
  gallery(
    'easy',
    'top',
    'top 5 search terms this week',
    ...leading(`source logs ${THIS_WEEK}`, TERM, 'count()', 5),
    ...leading(`source logs ${THIS_WEEK} | filter ${says('search finished')}`, TERM, 'count()', 5),
  ),
  gallery(
    'easy',
    'statistic',
    'total amount_eur of renewed subscriptions in the last 7 days',
    ...lastDays(7).map(
      (time) => `source logs ${time} | filter ${says('subscription renewed')} | aggregate sum($d.amount_eur) as total`,
    ),
  ),
  gallery(
    'easy',
    'statistic',
    'median and p99 of file_bytes',
    'source logs | aggregate percentile(0.5, $d.file_bytes) as median, percentile(0.99, $d.file_bytes) as p99',
    'source logs | aggregate median($d.file_bytes) as median, percentile(0.99, $d.file_bytes) as p99',
  ),
  gallery(
    'medium',
    'group',
    'uploaded photos by mime type and platform',
    ...['count()', 'distinct_count($d.photo_id)'].map(
      (number) => `source logs | filter ${UPLOADED} | groupby $d.mime_type, $d.app_platform aggregate ${number} as n`,
    ),
  ),
  gallery(
    'medium',
    'hour of day',
    'at which hour of the day do most logins happen?',
    ...greatest(`source logs | filter ${says('login succeeded')}`, "extractTime($m.timestamp, 'hour')", 'count()'),
  ),
  gallery(
    'medium',
    'share',
    'cache hit ratio per edge location',
    "source logs | groupby $d.edge_pop aggregate count_if($d.cache_status == 'HIT') / count() as r",
  ),
  gallery(
    'medium',
    'top',
    'searches without any result: top 10 terms',
    ...leading('source logs | filter $d.result_count == 0', TERM, 'count()', 10),
  ),
  gallery(
    'medium',
    'buckets',
    'distribution of upload file sizes in buckets of 5 MB',
    ...SIZES.flatMap((from) =>
      ['5000000', '5242880'].flatMap((width) =>
        ['', ' * 5', ` * ${width}`].map(
          (scale) => `${from} | groupby floor($d.file_bytes / ${width})${scale} as bucket aggregate count() as n`,
        ),
      ),
    ),
  ),
  gallery(
    'medium',
    'weekday',
    'likes by weekday',
    `source logs | filter ${says('like added')} | groupby extractTime($m.timestamp, 'day_of_week') as weekday aggregate count() as n`,
  ),
  gallery(
    'medium',
    'statistic',
    'revenue by billing period and country in November so far',
    "source logs between @'2026-11-01' and @'now' | filter $d.amount_eur != null | groupby $d.billing_period, $d.country aggregate sum($d.amount_eur) as total",
  ),
  gallery(
    'medium',
    'compare',
    'compare the average latency of ios and android',
    ...calls(
      (told, also) =>
        `${told.source} | filter (${told.platform} == 'ios' || ${told.platform} == 'android')${also} | groupby ${told.platform} as platform aggregate avg(${told.took}) as mean`,
    ),
    ...calls(
      (told, also) =>
        `${told.source} | filter ${told.platform} != null${also} | aggregate avg(if(${told.platform} == 'ios', ${told.took}, null)) as ios, avg(if(${told.platform} == 'android', ${told.took}, null)) as android`,
    ),
  ),
  gallery(
    'hard',
    'share',
    'what percentage of uploaded photos comes from each tier?',
    ...parts(`source logs | filter ${UPLOADED}`, '$d.tier', 'tier'),
  ),
  gallery(
    'hard',
    'rate',
    'failed uploads per thousand upload-api requests, by app version',
    ...rates(
      (told, also, bad) =>
        `${told.source} | filter ${told.service} == 'upload-api' && ${also} | groupby ${told.appVersion} as version aggregate 1000 * count_if(${bad}) / count() as r`,
    ),
    `source logs | filter ${S} == 'upload-api' | groupby $d.app_version aggregate 1000 * count_if(${says('upload failed')}) / count() as r`,
  ),
  gallery(
    'hard',
    'compare',
    'comments this week compared with last week, by platform',
    ...[says('comment posted'), `${S} == 'comment-service'`].flatMap((about) =>
      periods(
        `source logs between @'2026-11-09' and @'now' | filter ${about}`,
        "@'2026-11-16'",
        COUNTED,
        '$d.app_platform',
      ),
    ),
  ),
  gallery(
    'hard',
    'conditional',
    'for each kind of feed: number of requests, how many took more than 400 ms, and their share',
    `source logs | filter $d.feed_kind != null | groupby $d.feed_kind aggregate count() as n, ${SLOW} as slow, ${SLOW} / count() as share`,
  ),
  gallery(
    'hard',
    'having',
    'edge locations that sent more than 20 MB yesterday, with the total',
    ...['20000000', '20971520'].map(
      (limit) =>
        `source logs ${YESTERDAY} | filter $d.edge_pop != null | groupby $d.edge_pop aggregate sum($d.bytes_sent) as sent | filter sent > ${limit}`,
    ),
  ),
];
