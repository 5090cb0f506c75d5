import type { NewsroomService } from './newsroom-service.ts';

/** What the editors work with. */
export const NEWSROOM_EDITORIAL: Readonly<Record<string, NewsroomService>> = {
  cms: {
    app: 'editorial',
    release: '41.0.2',
    routes: ['/drafts/{id}', '/drafts/{id}', '/publish', '/media'],
    problems: [
      ['lock_conflict', 'story is locked by another editor'],
      ['autosave_failed', 'draft could not be saved after {2-5} attempts'],
    ],
    took: [30, 1600],
    ofReader: false,
    ofStory: true,
    database: 'postgresql',
    collections: ['drafts', 'drafts', 'revisions'],
    queue: 'stories.published',
    calls: ['image-processor', 'site-search'],
    says: (random) => {
      const action = random.pick(['saved', 'saved', 'saved', 'published', 'corrected', 'unpublished', 'deleted']);
      return {
        text: `story ${action}`,
        more: { edit: { user: random.pick(['e.varga', 'e.varga', 'm.doyle', 's.okoro', 'l.brandt']), action } },
      };
    },
  },
  publisher: {
    app: 'editorial',
    release: '9.7.0',
    routes: [],
    problems: [
      ['purge_failed', 'cache purge answered {500-504}'],
      ['connection_refused', 'connection refused by feed host'],
    ],
    took: [60, 2200],
    ofReader: false,
    ofStory: true,
    database: 'redis',
    collections: ['fronts'],
    queue: 'stories.published',
    calls: ['article-api', 'site-search'],
    says: (random) =>
      random.pick([
        { text: 'story pushed to cache' },
        { text: 'feed rebuilt with {20-200} entries' },
        { text: 'sitemap written' },
        { text: 'purge queue is {5-60} long', level: 'warning' },
      ]),
  },
  'image-processor': {
    app: 'editorial',
    release: '7.2.4',
    routes: [],
    problems: [
      ['thumbnail_overflow', 'thumbnail larger than {2-9} MB'],
      ['decode_failed', 'file is no image after byte {100-9000}'],
    ],
    took: [80, 1300],
    ofReader: false,
    ofStory: true,
    queue: 'images.resize',
    calls: ['objects.mediastore.example'],
    says: (random) => {
      const preset = random.pick(['thumb', 'thumb', 'teaser', 'hero', 'gallery']);
      const format = random.pick(['jpeg', 'jpeg', 'webp', 'avif']);
      return {
        text: random.chance(0.1) ? 'image skipped, already there' : 'image resized',
        more: { image: { preset, format, bytes_out: random.between(8_000, preset === 'hero' ? 900_000 : 160_000) } },
      };
    },
  },
  'video-encoder': {
    app: 'editorial',
    release: '2.15.0',
    routes: [],
    problems: [
      ['codec_unsupported', 'cannot read codec of source'],
      ['disk_full', 'scratch disk is full, {1-9} jobs dropped'],
    ],
    took: [4_000, 95_000],
    ofReader: false,
    ofStory: true,
    queue: 'videos.encode',
    calls: ['objects.mediastore.example'],
    says: (random) => {
      const queue = random.between(0, random.chance(0.1) ? 70 : 28);
      return {
        text: queue > 40 ? 'encode queue is long' : 'video encoded',
        ...(queue > 40 ? { level: 'warning' } : {}),
        more: {
          video: { profile: random.pick(['1080p', '720p', '720p', '360p']), seconds: random.between(15, 900), queue },
        },
      };
    },
  },
};
