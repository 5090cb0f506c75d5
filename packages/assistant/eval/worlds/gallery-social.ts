import type { GalleryService } from './gallery-service.ts';

const LABELS = ['none', 'none', 'none', 'none', 'nudity', 'nudity', 'violence', 'spam', 'copyright'];
const verdictOf = (text: string): object => {
  const [, verdict] = /^photo (approved|rejected|escalated)/.exec(text) ?? [];
  return verdict === undefined ? {} : { verdict };
};
const WAITS: Readonly<Record<string, number>> = { none: 4_000, nudity: 9_000, violence: 30_000, spam: 6_000 };

/** The services that members meet by. */
export const GALLERY_SOCIAL: Readonly<Record<string, GalleryService>> = {
  'feed-service': {
    app: 'social',
    version: '8.0.5',
    pace: 130,
    routes: ['/v2/feed/home', '/v2/feed/home', '/v2/feed/explore', '/v2/feed/following'],
    info: ['feed built', 'feed built', 'feed served from cache', 'story ring refreshed'],
    warning: ['ranking took too long, sent by date', 'feed is stale by {2-40} min'],
    error: ['RANKER_DOWN: ranker did not answer', 'CASSANDRA_TIMEOUT: read timed out after {2-8} s'],
    database: 'cassandra',
    tables: ['timelines', 'timelines', 'follows'],
    calls: 'ranker.deepnook.example',
    extra: (random) => ({
      feed_kind: random.pick(['home', 'home', 'home', 'explore', 'explore', 'following']),
      item_count: random.between(0, 60),
    }),
  },
  'comment-service': {
    app: 'social',
    version: '2.11.0',
    pace: 50,
    routes: ['/v2/photos/:id/comments', '/v2/comments/:id'],
    info: ['comment posted', 'comment posted', 'comments listed', 'comment deleted'],
    warning: ['comment rate limit reached', 'comment blocked as spam', 'comment blocked as spam', 'comment too long'],
    error: ['WRITE_CONFLICT: comment was changed by someone else', 'DB_TIMEOUT: query timed out after {3-15} s'],
    database: 'postgresql',
    tables: ['comments', 'comments', 'mentions'],
    topic: 'social.events',
    extra: (random) => ({
      photo_id: `ph_${random.between(500_000, 500_300)}`,
      comment_length: random.between(1, 480),
    }),
  },
  'like-service': {
    app: 'social',
    version: '1.6.4',
    pace: 15,
    routes: ['/v2/photos/:id/likes'],
    info: ['like added', 'like added', 'like added', 'like removed'],
    warning: ['like counter is behind by {3-300}'],
    error: ['COUNTER_LOST: counter of photo is gone', 'REDIS_DOWN: connection to redis lost'],
    database: 'redis',
    tables: ['likes'],
    topic: 'social.events',
    extra: (random) => ({ photo_id: `ph_${random.between(500_000, 500_300)}` }),
  },
  moderation: {
    app: 'social',
    version: '6.3.1',
    pace: 700,
    routes: [],
    info: ['photo approved', 'photo approved', 'photo approved', 'photo rejected', 'photo escalated to a human'],
    warning: ['model confidence is low', 'review queue has {200-900} photos'],
    error: ['MODEL_TIMEOUT: model did not answer within {4-12} s', 'LABEL_UNKNOWN: model gave an unknown label'],
    database: 'postgresql',
    tables: ['reviews', 'reviews', 'labels'],
    topic: 'photo.uploaded',
    toldBy: 'upload-api',
    calls: 'vision.deepnook.example',
    extra: (random, { text }) => {
      const label = random.pick(text === 'photo rejected' ? LABELS.slice(3) : LABELS);
      return {
        photo_id: `ph_${random.between(500_000, 504_000)}`,
        ...verdictOf(text),
        label,
        confidence_pct: random.between(40, 100),
        queue_wait_ms: random.between(300, WAITS[label] ?? 15_000),
        attempt: random.chance(0.85) ? 1 : random.between(2, 5),
      };
    },
  },
};
