import { PLAYING } from './stream-playing.ts';
import type { StreamService } from './stream-service.ts';

const BROWSING: Readonly<Record<string, StreamService>> = {
  'catalog-search': {
    app: 'watch',
    release: '6.2.8',
    routes: ['/v1/search', '/v1/suggest', '/v1/titles/{id}'],
    info: [
      ['search.answered', 'Search answered with {1-240} hits'],
      ['suggest.answered', 'Suggested {1-10} titles'],
      ['title.viewed', 'Page of {title} viewed'],
      ['index.refreshed', 'Index refreshed, {20-3000} documents changed'],
    ],
    warning: [
      ['search.empty', 'Search found nothing, {1-4} words'],
      ['index.stale', 'Index is {11-240} min old'],
    ],
    error: [
      ['search.failed', 'Shard {1-12} did not answer', 'SHARD_DOWN'],
      ['search.failed', 'Query has more than {30-90} clauses', 'QUERY_TOO_COMPLEX'],
    ],
    database: 'elasticsearch',
    tables: ['titles', 'titles', 'people'],
    flag: 'fuzzy-search',
    extra: (random, { device }) => ({
      search: { terms: random.pick(['lions', 'cup final', 'salt road', 'comedy', 'f1', 'harbor']) },
      cacheHit: random.chance(0.45),
      language: random.pick(['de', 'de', 'en', 'pl', 'es', 'pt']),
      device: { type: device },
    }),
  },
  recommendations: {
    app: 'watch',
    release: '3.9.1',
    routes: ['/v1/home', '/v1/similar/{title}'],
    info: [
      ['shelf.built', 'Shelf built from {20-400} candidates'],
      ['home.served', 'Home served with {4-20} shelves'],
      ['model.loaded', 'Model loaded in {2-40} s'],
    ],
    warning: [
      ['shelf.fallback', 'Fell back to popular titles, {0-4} candidates'],
      ['features.stale', 'Features are {2-30} h old'],
    ],
    error: [
      ['shelf.failed', 'Feature store gave no answer within {200-900} ms', 'FEATURES_TIMEOUT'],
      ['model.failed', 'Model returned {1-9} scores that are no numbers', 'BAD_SCORES'],
    ],
    database: 'redis',
    tables: ['features', 'shelves'],
    flag: 'new-home',
    extra: (random, { device, plan }) => ({
      model: random.pick(['blend-4', 'blend-4', 'cosy-2']),
      shelf: random.pick(['because-you-watched', 'popular', 'live-now', 'new']),
      cacheHit: random.chance(0.6),
      device: { type: device },
      plan,
    }),
  },
  subscriptions: {
    app: 'watch',
    release: '14.3.0',
    routes: ['/account/signin', '/account/plan', '/account/payment', '/account/voucher'],
    info: [
      ['signin.accepted', 'Viewer {viewer} signed in'],
      ['plan.changed', 'Plan changed after {1-900} days'],
      ['subscription.started', 'Subscription started with {7-30} days of trial'],
      ['subscription.cancelled', 'Subscription cancelled after {1-48} months'],
      ['payment.accepted', 'Payment accepted by bank in {1-9} s'],
    ],
    warning: [
      ['signin.rejected', 'Sign-in of {viewer} rejected: wrong password'],
      ['payment.declined', 'Payment declined, reminder {1-3} sent'],
      ['voucher.invalid', 'Voucher expired {1-200} days ago'],
    ],
    error: [
      ['payment.failed', 'Payment provider answered {500-504}', 'PROVIDER_ERROR'],
      ['plan.failed', 'Account is locked by change {1000-9999}', 'ACCOUNT_LOCKED'],
    ],
    database: 'postgresql',
    tables: ['accounts', 'accounts', 'payments', 'vouchers'],
    topic: 'subscription-events',
    extra: (random, { plan, ip }) => ({
      plan,
      payment: {
        method: random.pick(['card', 'card', 'paypal', 'debit']),
        amountEur: random.pick([5.99, 9.99, 15.99]),
      },
      ip,
    }),
  },
};

const STUDIO: Readonly<Record<string, StreamService>> = {
  'encoder-worker': {
    app: 'studio',
    release: '0.88.2',
    routes: [],
    info: [
      ['job.started', 'Job {job} started after {1-400} s in the queue'],
      ['job.finished', 'Job {job} finished: {title} in {2-9} renditions'],
      ['chunk.encoded', 'Chunk {1-600} encoded at {8-60} fps'],
    ],
    warning: [
      ['queue.long', 'Oldest job waits since {10-300} min'],
      ['job.retried', 'Job {job} is tried again'],
      ['audio.drift', 'Audio is {40-900} ms behind the picture'],
    ],
    error: [
      ['job.failed', 'Job {job} ran out of memory at chunk {1-600}', 'OUT_OF_MEMORY'],
      ['job.failed', 'Source of {title} is damaged at second {1-7000}', 'SOURCE_DAMAGED'],
    ],
    topic: 'encode-jobs',
    extra: (random, { job, title }) => ({
      jobId: job,
      title,
      attempt: random.pick([1, 1, 1, 1, 2, 2, 3]),
      codec: random.pick(['h264', 'h264', 'hevc', 'av1']),
      profile: random.pick(['720p', '1080p', '1080p', '2160p']),
      queueDepth: random.between(0, 300),
    }),
  },
  'telemetry-ingest': {
    app: 'studio',
    release: '5.5.3',
    routes: ['/beacon', '/beacon/batch'],
    info: [
      ['batch.accepted', 'Batch accepted, {0-30} beacons came twice'],
      ['batch.flushed', 'Flushed {1-40} MB to the lake'],
      ['partition.assigned', 'Partition {0-24} assigned'],
    ],
    warning: [
      ['beacon.dropped', 'Dropped {1-300} beacons without a session'],
      ['lag.high', 'Consumer lag of {10-600} s on partition {0-24}'],
    ],
    error: [
      ['batch.failed', 'Lake refused batch with status {500-504}', 'LAKE_REFUSED'],
      ['batch.failed', 'Beacon schema {3-9} is unknown', 'UNKNOWN_SCHEMA'],
    ],
    topic: 'beacons',
    extra: (random, { player }) => ({
      player: { version: player },
      batchSize: random.between(10, 900),
      partition: random.between(0, 24),
    }),
  },
};

export const STREAM_SERVICES: Readonly<Record<string, StreamService>> = { ...PLAYING, ...BROWSING, ...STUDIO };
