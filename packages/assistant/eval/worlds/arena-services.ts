import { PLATFORM_SERVICES, STORE_SERVICES } from './arena-backoffice.ts';
import type { ArenaService } from './arena-service.ts';

const GAME_SERVICES: Readonly<Record<string, ArenaService>> = {
  'session-gateway': {
    app: 'game',
    make: 'pino',
    version: '9.4.1',
    paths: ['/v3/login', '/v3/session', '/v3/heartbeat'],
    info: [
      'player {player} connected with ping {12-180} ms',
      'session refreshed',
      'player {player} left after {2-190} minutes',
    ],
    warning: ['wrong password, attempt {2-7}', 'client version too old', 'ping above {200-450} ms'],
    error: [
      'TokenExpiredError: token of session {1000-9999} expired',
      'UpstreamError: no game server answered in {3-12} s',
    ],
    database: 'redis',
    extra: (random, { country, platform, player }) => ({
      ...(random.chance(0.9) ? { playerId: player } : {}),
      country,
      platform,
      pingMs: random.between(9, country === 'BR' ? 420 : 180),
      firstLogin: random.chance(0.08),
    }),
  },
  matchmaker: {
    app: 'game',
    make: 'zap',
    version: '3.7.2',
    paths: ['/tickets', '/tickets/cancel'],
    info: ['match {match} formed in {2-40} s', 'ticket created for party of {1-5}', 'ticket cancelled by player'],
    warning: ['queue is {120-900} tickets long', 'widened search to {100-600} mmr'],
    error: ['AllocationError: no server free in region', 'TicketExpired: ticket expired after {90-240} s'],
    queue: 'match.tickets',
    extra: (random, { mode, late }) => ({
      queueName: mode,
      wait_ms: random.between(900, 42_000) * (late ? 3 : 1),
      party_size: random.pick([1, 1, 1, 2, 3, 5]),
      attempt: random.between(1, 5),
      cross_region: random.chance(0.2),
    }),
  },
  'game-server': {
    app: 'game',
    make: 'nested',
    version: '21.6.0',
    paths: [],
    info: [
      'match {match} started with {6-60} players',
      'match {match} ended after {4-38} minutes',
      'snapshot of {2-90} kB written',
    ],
    warning: ['tick took {40-160} ms', 'player {player} timed out', 'dropped {3-70} packets'],
    error: ['NullReferenceException: spawn point {1-40} missing', 'OutOfMemoryException: heap of {4-16} GB exhausted'],
    queue: 'match.events',
    extra: (random, { mode, map, match }) => ({
      match: { id: match, mode, map },
      playersOnline: random.between(2, 60),
      tickMs: random.between(4, 60),
      payloadBytes: random.between(900, 64_000),
    }),
  },
  anticheat: {
    app: 'game',
    make: 'nested',
    version: '2.2.5',
    paths: ['/scan', '/verdicts'],
    info: ['scan of {200-4000} events finished', 'verdict stored', 'player {player} cleared'],
    warning: ['aim pattern of player {player} is unusual', 'report number {3-20} against one player'],
    error: [
      'ModelLoadException: model {10-29} could not be loaded',
      'ScanTimeoutException: scan aborted after {20-60} s',
    ],
    database: 'postgresql',
    extra: (random, { country, platform, player, match, mode, map }) => ({
      player: { id: player, country, platform },
      match: { id: match, mode, map },
      verdict: random.pick(['clean', 'clean', 'clean', 'suspicious', 'banned']),
      score: random.between(0, 1000) / 1000,
      shadowMode: random.chance(0.3),
    }),
  },
  'voice-relay': {
    app: 'game',
    make: 'zap',
    version: '1.12.0',
    paths: [],
    info: ['room opened', 'participant joined room {3000-3999}', 'room closed after {1-50} minutes'],
    warning: ['packet loss of {5-30} percent', 'codec fell back to narrowband'],
    error: ['IceError: no candidate pair found', 'DtlsError: handshake timed out after {5-15} s'],
    extra: (random, { platform }) => ({
      room_id: `room-${random.between(3000, 3080)}`,
      codec: random.pick(['opus', 'opus', 'opus', 'speex']),
      packet_loss: random.between(0, 900) / 100,
      jitter_ms: random.between(1, 90),
      platform,
    }),
  },
};

/** Every service of the games company by its name. */
export const ARENA_SERVICES: Readonly<Record<string, ArenaService>> = {
  ...GAME_SERVICES,
  ...STORE_SERVICES,
  ...PLATFORM_SERVICES,
};
