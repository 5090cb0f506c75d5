import type { GalleryService } from './gallery-service.ts';

const PHOTO = (roll: number): string => `ph_${500_000 + Math.floor(roll * 4_000)}`;
const SEARCHES = ['beach', 'beach', 'beach', 'sunset', 'sunset', 'cats', 'wedding', 'street art', 'northern lights'];
const RARE = ['axolotl', 'tram 28', 'puffins', 'brutalism'];

/** The services that photos are sent to, kept, shrunk, found and fetched by. */
export const GALLERY_PHOTOS: Readonly<Record<string, GalleryService>> = {
  'mobile-gateway': {
    app: 'photos',
    version: '12.1.0',
    pace: 40,
    routes: ['/v2/config', '/v2/home', '/v2/session'],
    info: ['request forwarded', 'config served', 'session restored'],
    warning: ['app version is no longer supported', 'upstream slow, waited {700-3000} ms'],
    error: ['UPSTREAM_FAILED: upstream closed the connection', 'ROUTE_UNKNOWN: no upstream for route'],
    database: 'redis',
    tables: ['sessions'],
    extra: () => ({}),
  },
  'upload-api': {
    app: 'photos',
    version: '5.8.2',
    pace: 350,
    routes: ['/v2/uploads', '/v2/uploads', '/v2/uploads/:id/parts', '/v2/uploads/:id/complete'],
    info: ['photo uploaded', 'photo uploaded', 'photo uploaded', 'upload session opened', 'part {1-40} received'],
    warning: ['upload rejected, storage of member is full', 'duplicate photo skipped', 'upload resumed after {2-90} s'],
    error: [
      'HEIC_DECODE: upload failed, could not decode heic image',
      'STORE_TIMEOUT: upload failed, object store did not answer within {5-20} s',
      'CHECKSUM_MISMATCH: upload failed, checksum of part {1-40} differs',
    ],
    database: 'postgresql',
    tables: ['photos', 'photos', 'upload_sessions', 'quotas'],
    topic: 'photo.uploaded',
    calls: 'objects.silostone.example',
    extra: (random, { code, text }) => ({
      photo_id: PHOTO(random.roll()),
      file_bytes: random.between(180_000, 9_000_000) + (random.chance(0.12) ? 21_000_000 : 0),
      mime_type:
        code === 'HEIC_DECODE'
          ? 'image/heic'
          : random.pick(['image/jpeg', 'image/jpeg', 'image/jpeg', 'image/heic', 'image/png', 'video/mp4']),
      ...(text === 'photo uploaded' ? { visibility: random.pick(['private', 'private', 'shared', 'public']) } : {}),
    }),
  },
  'album-service': {
    app: 'photos',
    version: '3.20.1',
    pace: 60,
    routes: ['/v2/albums', '/v2/albums/:id', '/v2/albums/:id/photos', '/v2/albums/:id/share'],
    info: ['album opened', 'album opened', 'album created', 'photo added to album', 'album shared with {1-25} members'],
    warning: ['album is full', 'share link expired'],
    error: ['ALBUM_LOCKED: album is locked by another change', 'DB_TIMEOUT: query timed out after {3-15} s'],
    database: 'postgresql',
    tables: ['albums', 'albums', 'album_photos', 'share_links'],
    extra: (random) => ({
      album_id: `al_${random.between(7_000, 7_400)}`,
      photo_count: random.between(1, 900),
      visibility: random.pick(['private', 'private', 'shared', 'public']),
    }),
  },
  thumbnailer: {
    app: 'photos',
    version: '2.4.7',
    pace: 420,
    routes: [],
    info: ['rendered {2-6} variants in {80-900} ms', 'rendered {2-6} variants in {80-900} ms', 'thumbnail replaced'],
    warning: ['job requeued', 'source image is larger than {60-200} megapixels'],
    error: ['OUT_OF_MEMORY: renderer was killed', 'CORRUPT_IMAGE: unexpected end of image data'],
    database: 'postgresql',
    tables: ['thumbnails'],
    topic: 'photo.uploaded',
    toldBy: 'upload-api',
    calls: 'objects.silostone.example',
    extra: (random) => ({
      photo_id: PHOTO(random.roll()),
      size_variant: random.pick(['small', 'small', 'medium', 'large', 'retina']),
      attempt: random.chance(0.7) ? 1 : random.between(2, 6),
      queue_wait_ms: random.between(20, 6_000),
    }),
  },
  'media-cdn': {
    app: 'photos',
    version: '1.9.0',
    pace: 25,
    routes: ['/img/:id/small', '/img/:id/medium', '/img/:id/large', '/img/:id/original', '/video/:id'],
    info: ['object served', 'object served', 'object served', 'object revalidated', 'cache purged'],
    warning: ['signed link expired', 'cache disk at {80-97} percent'],
    error: ['ORIGIN_TIMEOUT: origin timed out after {5-30} s', 'BAD_RANGE: range of object is not satisfiable'],
    calls: 'origin.silostone.example',
    extra: (random, { level }) => ({
      edge_pop: random.pick(['cdg', 'cdg', 'cdg', 'ams', 'ams', 'gru', 'nrt', 'nrt', 'iad', 'iad', 'syd']),
      cache_status:
        level === 'error' || level === 'critical' ? 'MISS' : random.pick(['HIT', 'HIT', 'HIT', 'HIT', 'MISS', 'STALE']),
      bytes_sent: level === 'error' || level === 'critical' ? 0 : random.between(15_000, 1_200_000),
    }),
  },
  'photo-search': {
    app: 'photos',
    version: '4.2.3',
    pace: 180,
    routes: ['/v2/search', '/v2/search', '/v2/search/suggest', '/v2/search/similar'],
    info: ['search finished', 'search finished', 'search finished', 'suggestions sent'],
    warning: ['search term too short', 'search fell back to tags'],
    error: ['INDEX_TIMEOUT: index did not answer within {2-10} s', 'QUERY_PARSE: could not parse search term'],
    database: 'elasticsearch',
    tables: ['photos', 'photos', 'tags'],
    extra: (random, { level, text }) => {
      const found = text === 'search finished';
      const isRare = random.chance(0.2);
      if (level === 'error' || level === 'critical') return { search_term: random.pick(SEARCHES) };
      return {
        search_term: random.pick(isRare ? RARE : SEARCHES),
        ...(found ? { result_count: random.chance(isRare ? 0.6 : 0.07) ? 0 : random.between(1, 2_000) } : {}),
      };
    },
  },
};
