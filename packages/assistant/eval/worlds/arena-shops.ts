import type { Dice } from './seeded.ts';

/** What is settled of a record before its words are. */
export interface Traits {
  readonly player: string;
  readonly region: string;
  readonly country: string;
  readonly platform: string;
  readonly mode: string;
  readonly map: string;
  readonly match: string;
  readonly order: string;
  readonly provider: string;
  readonly newCheckout: boolean;
  /** The version that its service runs in since Wednesday. */
  readonly late: boolean;
  /** The share of lookups that a cache answers. */
  readonly warm: number;
  /** Seconds that readers are behind. */
  readonly lag: number;
}

/** A service: what it says, in whose manner it writes, and what it adds. In messages `{5-90}` is a number of that range. */
export interface ArenaService {
  readonly app: 'game' | 'store' | 'platform';
  readonly make: 'flat' | 'nested' | 'pino' | 'zap';
  readonly version: string;
  readonly paths: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the type of its error. */
  readonly error: readonly string[];
  readonly queue?: string;
  readonly database?: 'postgresql' | 'redis' | 'cassandra';
  readonly extra: (random: Dice, traits: Traits) => object;
}

export const STORE_SERVICES: Readonly<Record<string, ArenaService>> = {
  'store-api': {
    app: 'store',
    make: 'pino',
    version: '5.0.3',
    paths: ['/store/offers', '/store/cart', '/store/checkout'],
    info: ['offers listed', 'checkout of {1-6} items finished', 'order {order} placed'],
    warning: ['price of offer {100-499} changed in cart', 'coupon refused', 'slow answer of wallet: {800-4000} ms'],
    error: ['CheckoutError: checkout of order {order} failed', 'PriceMismatchError: offer {100-499} has two prices'],
    database: 'postgresql',
    extra: (random, { country, player, order, newCheckout, platform }) => ({
      playerId: player,
      orderId: order,
      sku: random.pick(['season-pass', 'gems-500', 'gems-500', 'gems-2000', 'skin-dragon', 'starter-pack']),
      price_cents: random.pick([199, 499, 999, 1999, 4999]),
      country,
      platform,
      cache_hit: random.chance(0.7),
      flags: { newCheckout, giftCards: random.chance(0.25) },
    }),
  },
  wallet: {
    app: 'store',
    make: 'flat',
    version: '4.4.0',
    paths: ['/payments', '/payments/capture', '/refunds', '/balance'],
    info: ['payment of order {order} captured', 'balance read', 'refund of {1-50} euros paid out'],
    warning: ['retry {1-5} of payment', 'balance below zero for player {player}', 'provider answered after {2-9} s'],
    error: [
      'ProviderTimeout: no answer of provider within {10-30} s',
      'CardDeclined: card declined for order {order}',
      'CardDeclined: card declined, funds of player {player} are short',
    ],
    database: 'postgresql',
    extra: (random, { player, order, provider }) => ({
      player_id: player,
      order_id: order,
      amount_cents: random.between(99, 12_000),
      currency: random.pick(['EUR', 'USD', 'USD', 'BRL', 'JPY']),
      provider,
      attempt: random.between(1, 5),
      refund: random.chance(0.07),
    }),
  },
  inventory: {
    app: 'store',
    make: 'nested',
    version: '6.1.8',
    paths: ['/items', '/items/grant', '/trades'],
    info: ['granted {1-9} items', 'trade {8000-8999} settled', 'items of player {player} read'],
    warning: ['item granted twice', 'trade {8000-8999} waits for {5-60} s'],
    error: [
      'OptimisticLockException: inventory of player {player} changed meanwhile',
      'ItemNotFoundException: item {1-900} unknown',
    ],
    database: 'cassandra',
    extra: (random, { player, country, platform }) => ({
      player: { id: player, country, platform },
      item: { id: random.between(1, 900), rarity: random.pick(['common', 'common', 'rare', 'epic', 'legendary']) },
      tradeable: random.chance(0.6),
    }),
  },
};

export const PLATFORM_SERVICES: Readonly<Record<string, ArenaService>> = {
  leaderboard: {
    app: 'platform',
    make: 'flat',
    version: '2.0.1',
    paths: ['/boards', '/boards/top', '/scores'],
    info: ['score accepted', 'board of {100-9000} entries read', 'player {player} climbed to rank {1-500}'],
    warning: ['board rebuilt in {2-30} s', 'score rejected: season is over'],
    error: ['CacheUnavailable: redis did not answer in {1-5} s'],
    database: 'redis',
    extra: (random, { player, mode, warm }) => ({
      player_id: player,
      board: mode,
      season: random.pick(['s13', 's14', 's14', 's14']),
      score: random.between(100, 9000),
      cache_hit: random.chance(warm),
    }),
  },
  'telemetry-ingest': {
    app: 'platform',
    make: 'flat',
    version: '11.3.0',
    paths: ['/collect'],
    info: ['stored {100-5000} events', 'batch flushed in {10-400} ms', 'offset committed'],
    warning: ['dropped {3-200} events without schema', 'reader is behind'],
    error: ['SchemaMismatch: field {1-40} of event has another type', 'BrokerUnavailable: broker {1-6} unreachable'],
    queue: 'client.events',
    extra: (random, { platform, lag }) => ({
      topic: random.pick(['clicks', 'combat', 'combat', 'economy']),
      partition: random.between(0, 12),
      payload_bytes: random.between(2_000, 900_000),
      lag_seconds: random.chance(0.03) ? 'unknown' : lag + random.between(0, 20),
      platform,
    }),
  },
  'patch-delivery': {
    app: 'platform',
    make: 'zap',
    version: '0.19.4',
    paths: ['/manifest', '/chunks'],
    info: ['manifest served', 'chunk {1-800} delivered', 'download finished in {1-25} minutes'],
    warning: ['checksum differs, chunk {1-800} sent again', 'edge disk is {80-97} percent full'],
    error: ['OriginError: origin answered 502', 'DiskFull: no space left on edge'],
    extra: (random, { country, platform }) => ({
      edge: random.pick(['fra1', 'iad2', 'gru1', 'nrt1']),
      to_version: random.pick(['21.5.2', '21.6.0', '21.6.0']),
      file_mb: random.between(1, 4200) / 10,
      bytes_sent: random.between(10_000, 90_000_000),
      cache_hit: random.chance(0.85),
      country,
      platform,
    }),
  },
  'push-sender': {
    app: 'platform',
    make: 'flat',
    version: '1.1.7',
    paths: [],
    info: ['campaign sent to {200-9000} players', 'push delivered', 'mail delivered'],
    warning: ['device token of player {player} is gone', 'provider throttled us for {1-30} s'],
    error: [],
    queue: 'push.outbound',
    extra: (random) => ({
      campaign: random.pick(['double-xp', 'winter-fest', 'come-back', 'winter-fest']),
      channel: random.pick(['push', 'push', 'mail', 'in_game']),
      recipients: random.between(1, 9000),
      provider: random.pick(['fcm', 'fcm', 'apns', 'mailjet']),
      attempt: random.between(1, 4),
    }),
  },
};
