import type { StreamService } from './stream-service.ts';

/** The services between a viewer who presses play and the picture. */
export const PLAYING: Readonly<Record<string, StreamService>> = {
  'edge-gateway': {
    app: 'watch',
    release: '2026.46.1',
    routes: ['/v1/segments/{id}', '/v1/manifest/{title}', '/v1/images/{id}'],
    info: [
      ['request.served', 'Served segment {1-900} from {2-40} ms away'],
      ['request.served', 'Served image of {12-600} kB'],
      ['cache.filled', 'Cache filled with {10-400} segments of {title}'],
      ['token.renewed', 'Token of viewer {viewer} renewed for {5-60} min'],
    ],
    warning: [
      ['rate.limited', 'Viewer {viewer} sent {120-900} requests in a minute'],
      ['token.expired', 'Token expired {1-90} s ago'],
      ['cdn.degraded', 'CDN answered slowly: {2-9} s for segment {1-900}'],
    ],
    error: [
      ['cdn.failed', 'CDN gave no answer after {5-15} s, segment {1-900}', 'CDN_UNREACHABLE'],
      ['request.failed', 'Upstream playback-api reset the connection', 'UPSTREAM_RESET'],
    ],
    extra: (random, { cdn, device }) => ({
      cdn,
      cacheHit: random.chance(0.74),
      bytesSent: random.between(4_000, 6_000_000),
      device: { type: device },
    }),
  },
  'playback-api': {
    app: 'watch',
    release: '9.12.0',
    routes: ['/v3/playback/start', '/v3/playback/heartbeat', '/v3/playback/stop', '/v3/manifest/{title}'],
    info: [
      ['playback.started', 'Playback of {title} started after {300-4200} ms'],
      ['playback.stopped', 'Viewer {viewer} stopped at minute {1-140}'],
      ['playback.heartbeat', 'Heartbeat, position {10-8000} s'],
      ['bitrate.switched', 'Quality switched down by {1-4} steps'],
      ['manifest.built', 'Manifest of {title} built with {4-12} renditions'],
    ],
    warning: [
      ['playback.rebuffered', 'Rebuffered {2-9} times within a minute'],
      ['stream.limit', 'Stream limit reached: {3-6} streams at once on account of {viewer}'],
      ['geo.blocked', 'Title {title} is not licensed in this country'],
    ],
    error: [
      ['playback.failed', 'Decoder crashed at frame {100-90000}', 'DECODER_CRASH'],
      ['playback.failed', 'Segment {1-900} of {title} is missing', 'SEGMENT_MISSING'],
      ['manifest.failed', 'Manifest of {title} has no audio track', 'MANIFEST_INVALID'],
    ],
    database: 'redis',
    tables: ['sessions', 'sessions', 'positions'],
    topic: 'playback-events',
    flag: 'low-latency-live',
    extra: (random, { cdn, device, player, title, plan }) => ({
      device: { type: device },
      player: { version: player },
      title,
      plan,
      cdn,
      bitrateKbps: random.pick([800, 1_600, 3_200, 3_200, 6_000, 12_000]),
      bufferingMs: random.between(0, 2_400) * (player === '7.4.0' ? 4 : 1),
    }),
  },
  'drm-license': {
    app: 'watch',
    release: '4.0.6',
    routes: ['/v1/license', '/v1/license/renew'],
    info: [
      ['license.issued', 'License for {title} issued, valid for {2-48} h'],
      ['license.renewed', 'License renewed for the {2-9}th time'],
      ['key.rotated', 'Key rotated after {20-90} min'],
    ],
    warning: [
      ['license.denied', 'Device of viewer {viewer} is not trusted'],
      ['license.denied', 'Output protection level {0-3} is too low'],
      ['clock.skew', 'Clock of device is {31-900} s off'],
    ],
    error: [
      ['license.failed', 'Key server did not answer within {5-30} s', 'KEY_SERVER_TIMEOUT'],
      ['license.failed', 'Challenge could not be parsed at byte {10-2000}', 'BAD_CHALLENGE'],
    ],
    database: 'postgresql',
    tables: ['licenses', 'licenses', 'devices'],
    extra: (random, { device, title }) => ({
      drm: { scheme: random.pick(['widevine', 'widevine', 'fairplay', 'playready']), offline: random.chance(0.2) },
      device: { type: device },
      title,
    }),
  },
  'ad-server': {
    app: 'watch',
    release: '1.31.4',
    routes: ['/v2/ads/break', '/v2/ads/impression'],
    info: [
      ['ad.shown', 'Ad of {6-60} s shown to viewer {viewer}'],
      ['ad.shown', 'Ad of {6-60} s shown to its end'],
      ['ad.shown', 'Ad {1-6} of a break shown'],
      ['ad.shown', 'Ad shown, {300-3000} kbps'],
      ['ad.clicked', 'Ad clicked after {1-30} s'],
      ['break.filled', 'Ad break filled with {1-6} spots'],
    ],
    warning: [
      ['break.unfilled', 'No bid for ad break, {15-90} s left empty'],
      ['ad.skipped', 'Ad skipped after {1-5} s'],
    ],
    error: [
      ['bid.failed', 'Bidder timed out after {200-900} ms', 'BIDDER_TIMEOUT'],
      ['ad.failed', 'Creative {1000-9999} has an unknown format', 'BAD_CREATIVE'],
    ],
    database: 'redis',
    tables: ['budgets'],
    topic: 'ad-impressions',
    extra: (random, { device }) => ({
      campaign: random.pick(['autumn-cars', 'autumn-cars', 'cola-zero', 'bank-of-you', 'trail-shoes']),
      adFormat: random.pick(['preroll', 'preroll', 'midroll', 'pause']),
      bidEur: random.between(40, 2_400) / 100,
      device: { type: device },
    }),
  },
};
