import { BAD_SPAN, ERROR, S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { daily } from './fresh-terms.ts';
import { anyOf, OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  either,
  failedUploads,
  failures,
  greatest,
  leading,
  MEMBER,
  SINCE_WEDNESDAY,
  STATUS,
  says,
  withValue,
} from './unseen-gallery-terms.ts';

const gallery = asks('gallery');
const DECLINED = says('card declined');
const REJECTED = ["$d.verdict == 'rejected'", says('photo rejected')] as const;
const CONCERNED = `${MEMBER} == 'm_10233'`;
const MODERATED = `${S} == 'moderation'`;
const BUSY = `source logs last 1h | filter ${says('comment rate limit reached')}`;

/** By the lead of support and safety, politely. */
export const UNSEEN_GALLERY_COMMUNITY: readonly EvalQuestion[] = [
  gallery(
    'easy',
    'list',
    'Could you show me everything member m_10233 ran into today?',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.member} == 'm_10233'`),
    ...['$m.severity >= WARNING', ERROR, OR_WORSE].map((bad) => `source logs ${TODAY} | filter ${CONCERNED} && ${bad}`),
    `source spans ${TODAY} | filter $d.tags['user.id'] == 'm_10233' && ${BAD_SPAN}`,
  ),
  gallery(
    'easy',
    'count',
    'How many photos were rejected by moderation this week?',
    ...REJECTED.flatMap((is) => [
      `source logs ${THIS_WEEK} | filter ${is} | count`,
      `source logs ${THIS_WEEK} | filter ${is} | aggregate distinct_count($d.photo_id) as n`,
    ]),
  ),
  gallery('easy', 'distinct', 'Which moderation labels do we have?', ...withValue('source logs', '$d.label')),
  gallery(
    'easy',
    'list',
    'Please list the comments that were blocked as spam today',
    `source logs ${TODAY} | filter ${says('comment blocked as spam')}`,
  ),
  gallery(
    'easy',
    'distinct',
    'How many different members uploaded a photo yesterday?',
    `source logs ${YESTERDAY} | filter ${says('photo uploaded')} | aggregate distinct_count(${MEMBER}) as n`,
    `source logs ${YESTERDAY} | filter ${S} == 'upload-api' | aggregate distinct_count(${MEMBER}) as n`,
  ),
  gallery(
    'easy',
    'latest',
    'Show me the last five declined cards, please',
    `source logs | filter ${DECLINED} | orderby $m.timestamp desc | limit 5`,
  ),
  gallery(
    'easy',
    'any',
    'Did anyone close their account today?',
    ...anyOf(`source logs ${TODAY} | filter ${says('account closed')}`),
  ),
  gallery(
    'medium',
    'group',
    'For each verdict, how many photos came through moderation in the last 24 hours?',
    ...['count()', 'distinct_count($d.photo_id)'].map(
      (number) => `source logs last 1d | filter $d.verdict != null | groupby $d.verdict aggregate ${number} as n`,
    ),
  ),
  gallery(
    'medium',
    'top',
    'Which ten members saw the most errors this week?',
    ...failures((told, bad) => `${told.source}\n${told.member}\n${bad}`).flatMap((text) => {
      const [source = '', member = '', bad = ''] = text.split('\n');
      return leading(`${source} ${THIS_WEEK} | filter ${bad}`, member, 'count()', 10);
    }),
  ),
  gallery(
    'medium',
    'first',
    'When did the first HEIC_DECODE error show up?',
    ...either((told) => `${told.source} | filter ${told.code} == 'HEIC_DECODE'`).flatMap((from) => [
      `${from} | aggregate min($m.timestamp) as at`,
      `${from} | orderby $m.timestamp | limit 1`,
    ]),
  ),
  gallery(
    'medium',
    'distinct',
    'How many pro members had a failed upload since Wednesday?',
    ...failedUploads(
      (told, bad) =>
        `${told.source} ${SINCE_WEDNESDAY} | filter ${bad} && ${told.tier} == 'pro' | aggregate distinct_count(${told.member}) as n`,
    ),
  ),
  gallery(
    'medium',
    'statistic',
    'How long does a photo wait on average before it is moderated, per label?',
    `source logs | filter ${MODERATED} | groupby $d.label aggregate avg($d.queue_wait_ms) as wait`,
    'source logs | filter $d.verdict != null | groupby $d.label aggregate avg($d.queue_wait_ms) as wait',
  ),
  gallery(
    'medium',
    'series',
    'How many password resets were requested each day this week?',
    `source logs ${THIS_WEEK} | filter ${says('password reset requested')} | ${daily} aggregate count() as n`,
  ),
  gallery(
    'medium',
    'top',
    'In which country do uploads fail the most?',
    ...[says('upload failed'), `${S} == 'upload-api' && ${ERROR}`].flatMap((bad) =>
      greatest(`source logs | filter ${bad}`, '$d.country', 'count()'),
    ),
    ...[ERROR, OR_WORSE].flatMap((bad) =>
      greatest(`source logs | filter ${S} == 'upload-api'`, '$d.country', `count_if(${bad}) / count()`),
    ),
  ),
  gallery(
    'medium',
    'columns',
    'Could I have only the time, the member and the message of the declined cards of this week?',
    `source logs ${THIS_WEEK} | filter ${DECLINED}`,
    `source logs ${THIS_WEEK} | filter ${DECLINED} | choose $m.timestamp, ${MEMBER}, $d.message`,
  ),
  gallery(
    'hard',
    'share',
    'What share of the moderated photos was rejected this week, for each label?',
    ...['$d.verdict != null', MODERATED].map(
      (all) =>
        `source logs ${THIS_WEEK} | filter ${all} | groupby $d.label aggregate count_if($d.verdict == 'rejected') / count() as share`,
    ),
  ),
  gallery(
    'hard',
    'both',
    'Which members had both a failed upload and a declined card in the last two weeks?',
    ...[says('upload failed'), `${S} == 'upload-api' && ${ERROR}`].map(
      (bad) =>
        `source logs last 14d | filter ${MEMBER} != null && ${bad} && ${MEMBER}.inArray((| source logs last 14d | filter ${DECLINED} && ${MEMBER} != null | distinct ${MEMBER} |)) | distinct ${MEMBER}`,
    ),
  ),
  gallery(
    'hard',
    'conditional',
    'Day by day, how many members on android and how many on ios got an error?',
    ...failures(
      (told, bad) =>
        `${told.source} | filter ${bad} | ${daily} aggregate distinct_count_if(${told.platform} == 'android', ${told.member}) as android, distinct_count_if(${told.platform} == 'ios', ${told.member}) as ios`,
    ),
    ...failures(
      (told, bad) =>
        `${told.source} | filter ${bad} && (${told.platform} == 'android' || ${told.platform} == 'ios') | ${daily}, ${told.platform} as platform aggregate distinct_count(${told.member}) as n`,
    ),
  ),
  gallery(
    'hard',
    'cross',
    'Which members were affected by failed spans of subscriptions on Tuesday, and how often?',
    `source spans between @'2026-11-17' and @'2026-11-18' | filter ${SVC} == 'subscriptions' && ${BAD_SPAN} | groupby $d.tags['user.id'] as member aggregate count() as n`,
  ),
  gallery(
    'hard',
    'having',
    'Are there members whose comments were rate limited more than 20 times in the last hour?',
    ...[BUSY, `source logs last 1h | filter ${S} == 'comment-service' && ${STATUS} == 429`].map(
      (from) => `${from} | filter ${MEMBER} != null | groupby ${MEMBER} aggregate count() as n | filter n > 20`,
    ),
  ),
];
