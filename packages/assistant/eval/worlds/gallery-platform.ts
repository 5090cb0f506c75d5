import type { GalleryService } from './gallery-service.ts';

/** What a member pays, in euros. */
const PRICES: Readonly<Record<string, readonly [number, number]>> = {
  plus: [2.99, 29.9],
  pro: [8.49, 84.9],
  free: [2.99, 29.9],
};

/** The services that accounts, money and notifications are dealt with by. */
export const GALLERY_PLATFORM: Readonly<Record<string, GalleryService>> = {
  accounts: {
    app: 'platform',
    version: '9.2.2',
    pace: 70,
    routes: ['/v2/login', '/v2/login', '/v2/logout', '/v2/password/reset', '/v2/members/:id'],
    info: [
      'login succeeded',
      'login succeeded',
      'logout',
      'password reset requested',
      'profile changed',
      'account closed',
    ],
    warning: ['wrong password', 'wrong password', 'login from new device', 'account locked after {5-9} attempts'],
    error: ['TOKEN_SIGN: could not sign token', 'DB_TIMEOUT: query timed out after {3-15} s'],
    database: 'postgresql',
    tables: ['members', 'members', 'devices', 'tokens'],
    extra: (random, { call }) => ({
      client_ip: call.ip,
      login_method: random.pick(['password', 'password', 'apple', 'google']),
    }),
  },
  subscriptions: {
    app: 'platform',
    version: '4.4.0',
    pace: 240,
    routes: ['/v2/subscriptions', '/v2/subscriptions/:id/renew', '/v2/checkout'],
    info: ['subscription renewed', 'subscription renewed', 'subscription started', 'subscription cancelled'],
    warning: ['card declined', 'card declined', 'card expires in {3-28} days'],
    error: ['PROVIDER_TIMEOUT: cardwell did not answer within {10-30} s', 'VAT_LOOKUP: no rate for country'],
    database: 'postgresql',
    tables: ['subscriptions', 'subscriptions', 'payments'],
    calls: 'api.cardwell.example',
    extra: (random, { text, code, call }) => {
      const period = random.pick(['monthly', 'monthly', 'monthly', 'yearly'] as const);
      const [monthly, yearly] = PRICES[call.tier] as readonly [number, number];
      const isPaid = text === 'subscription renewed' || text === 'subscription started';
      return {
        billing_period: period,
        ...(isPaid ? { amount_eur: period === 'monthly' ? monthly : yearly } : {}),
        payment_provider:
          code === 'PROVIDER_TIMEOUT' ? 'cardwell' : random.pick(['cardwell', 'cardwell', 'appstore', 'playstore']),
      };
    },
  },
  'push-sender': {
    app: 'platform',
    version: '3.3.9',
    pace: 110,
    routes: [],
    info: ['notification sent', 'notification sent', 'notification opened', 'digest sent to {20-900} members'],
    warning: ['device token is no longer valid', 'gateway asked to slow down'],
    error: ['GATEWAY_REFUSED: gateway refused the payload', 'CERT_EXPIRED: certificate of gateway has expired'],
    database: 'redis',
    tables: ['devices'],
    topic: 'social.events',
    toldBy: 'like-service',
    calls: 'push.ringbell.example',
    extra: (random) => ({
      push_kind: random.pick(['like', 'like', 'like', 'comment', 'comment', 'follow', 'digest']),
      gateway: random.pick(['apns', 'apns', 'fcm', 'fcm', 'fcm', 'webpush']),
      attempt: random.chance(0.8) ? 1 : random.between(2, 5),
      queue_wait_ms: random.between(5, 2_500),
    }),
  },
};
