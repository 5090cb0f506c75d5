import type { NewsroomService } from './newsroom-service.ts';

const PRICES: Readonly<Record<string, number>> = { trial: 1, digital: 12.9, premium: 24.9 };

/** What subscribers are dealt with by. */
export const NEWSROOM_AUDIENCE: Readonly<Record<string, NewsroomService>> = {
  subscriptions: {
    app: 'audience',
    release: '15.3.0',
    routes: ['/checkout', '/checkout', '/plans', '/cancel'],
    problems: [
      ['card_gateway_timeout', 'card gateway gave no answer after {1-6} retries'],
      ['card_declined', 'card was declined by the bank'],
      ['mandate_invalid', 'direct debit mandate is not valid'],
    ],
    took: [40, 1400],
    ofReader: true,
    ofStory: false,
    database: 'postgresql',
    collections: ['subscriptions', 'subscriptions', 'payments'],
    calls: ['gate.cardlane.example'],
    says: (random, { failing, planted }) => {
      const isLeaving = planted === 'leaving';
      const usual = random.pick(['renewed', 'renewed', 'renewed', 'started', 'started', 'cancelled', 'upgraded']);
      const action = failing ? 'payment_failed' : isLeaving ? 'cancelled' : usual;
      const plan =
        isLeaving && random.chance(0.6) ? 'digital' : random.pick(['digital', 'digital', 'premium', 'trial']);
      const reasons = ['price', 'price', 'price', 'no_time', 'too_many_ads', 'moved', 'other'];
      const isPaid = action !== 'cancelled';
      const discount = random.pick([1, 1, 0.8, 0.5]);
      return {
        text: `subscription ${action}`,
        more: {
          sub: {
            action,
            plan,
            ...(isPaid
              ? {
                  amount_eur: Math.round((PRICES[plan] as number) * discount * 100) / 100,
                  method: random.pick(['card', 'card', 'paypal', 'debit']),
                }
              : { reason: isLeaving ? 'price' : random.pick(reasons) }),
          },
        },
      };
    },
  },
  'push-sender': {
    app: 'audience',
    release: '6.4.4',
    routes: [],
    problems: [
      ['token_expired', 'device token is no longer valid'],
      ['provider_throttled', 'push provider throttled us for {5-60} s'],
    ],
    took: [10, 900],
    ofReader: false,
    ofStory: true,
    queue: 'push.send',
    calls: ['push.fruitcloud.example'],
    says: (random) => ({
      text: 'push sent',
      more: {
        push: {
          topic: random.pick(['breaking', 'breaking', 'sports', 'politics', 'local', 'morning']),
          channel: random.pick(['ios', 'android', 'android', 'web']),
          recipients: random.between(40, 52_000),
        },
      },
    }),
  },
  'newsletter-mailer': {
    app: 'audience',
    release: '4.8.1',
    routes: [],
    problems: [
      ['smtp_refused', 'connection refused by mail host'],
      ['template_missing', 'no template for edition {2-30}'],
    ],
    took: [15, 1200],
    ofReader: true,
    ofStory: false,
    queue: 'letters.send',
    calls: ['smtp.letterpost.example'],
    says: (random, { planted }) => {
      const isBounce = planted === 'bounces' || random.chance(0.09);
      const other = random.chance(0.05) ? 'complaint' : 'delivered';
      const outcome = isBounce ? 'bounced' : random.chance(0.06) ? 'deferred' : other;
      const name = random.pick([
        'morning-briefing',
        'morning-briefing',
        'weekend-read',
        'politics-daily',
        'food-letter',
      ]);
      return {
        text: `newsletter ${outcome}`,
        ...(isBounce ? { level: 'warning' } : {}),
        more: {
          letter: {
            name: isBounce && planted === 'bounces' ? 'morning-briefing' : name,
            domain:
              planted === 'bounces'
                ? 'gmx.example'
                : random.pick(['gmail.example', 'gmail.example', 'outlook.example', 'gmx.example', 'icloud.example']),
            outcome,
          },
        },
      };
    },
  },
};
