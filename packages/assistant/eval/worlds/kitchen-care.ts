import { error, info, type KitchenService, warning } from './kitchen-service.ts';
import type { Dice } from './seeded.ts';

const refund = (random: Dice): object => ({
  refundAmount: random.between(250, random.chance(0.2) ? 9_500 : 3_800) / 100,
  refundReason: random.pick([
    'missing_item',
    'missing_item',
    'late_delivery',
    'late_delivery',
    'cold_food',
    'wrong_order',
  ]),
  attempt: random.chance(0.8) ? 1 : random.between(2, 5),
});
const topic = (random: Dice): object => ({
  topic: random.pick([
    'late_order',
    'late_order',
    'late_order',
    'missing_item',
    'refund',
    'refund',
    'promo',
    'account',
  ]),
});
const TEMPLATES = ['order_confirmed', 'order_confirmed', 'courier_arriving', 'refund_issued', 'rate_your_meal'];
const by = (channel: string) => (random: Dice) => ({ channel, template: random.pick(TEMPLATES) });
const COMMENTS = [
  'food was cold',
  'arrived cold and late',
  'great as always',
  'friendly courier',
  'something was missing',
  'too salty',
];

/** The services that look after customers. */
export const KITCHEN_CARE: Readonly<Record<string, KitchenService>> = {
  'chat-api': {
    app: 'care',
    version: '3.3.3',
    routes: ['POST /v1/chats', 'POST /v1/chats/:id/messages', 'POST /v1/chats/:id/close'],
    says: [
      info(3, 'chat opened', topic),
      info(3, 'chat closed', (random) => ({
        ...topic(random),
        agentId: `agt-${random.between(11, 20)}`,
        resolved: random.chance(0.77),
        firstReplySeconds: random.between(8, random.chance(0.2) ? 900 : 240),
      })),
      info(3, 'message received'),
      warning(1, 'customer waits for {3-25} min'),
      error(1, 'AGENT_ROUTING', 'no agent could be found for chat'),
    ],
    ids: ({ id, customer }) => ({ orderId: id, customerId: customer }),
    database: 'mongodb',
    tables: ['chats', 'chats', 'messages'],
  },
  'ratings-api': {
    app: 'care',
    version: '1.4.0',
    routes: ['POST /v1/ratings', 'GET /v1/restaurants/:id/ratings'],
    says: [
      info(6, 'rating submitted', (random, { courier }) => ({
        stars: random.pick([1, 1, 2, 3, 4, 4, 5, 5, 5]),
        courierId: courier,
        ...(random.chance(0.6) ? { comment: random.pick(COMMENTS) } : {}),
      })),
      info(1, 'ratings of restaurant recomputed'),
      warning(1, 'comment held for moderation'),
      error(1, 'RATING_STORE', 'rating could not be stored'),
    ],
    ids: ({ id, customer, restaurant }) => ({ orderId: id, customerId: customer, restaurantId: restaurant }),
    database: 'mongodb',
    tables: ['ratings'],
  },
  'refund-worker': {
    app: 'care',
    version: '2.0.9',
    routes: [],
    says: [
      info(5, 'refund issued', refund),
      warning(1, 'refund retried', refund),
      error(2, 'REFUND_REJECTED', 'refund failed, cardwise rejected it', refund),
      error(1, 'LEDGER_LOCKED', 'refund failed, ledger is locked', refund),
    ],
    ids: ({ id, customer }) => ({ orderId: id, customerId: customer }),
    database: 'postgresql',
    tables: ['refunds', 'ledger'],
    queue: 'refunds.requested',
    calls: ['api.cardwise.example'],
  },
  'notify-worker': {
    app: 'care',
    version: '7.1.5',
    routes: [],
    says: [
      info(3, 'notification sent', by('push')),
      info(2, 'notification sent', by('sms')),
      info(1, 'notification sent', by('email')),
      warning(1, 'notification delayed by {10-300} s', by('sms')),
      error(2, 'SMS_GATEWAY', 'notification failed, gateway answered {500-504}', by('sms')),
      error(1, 'PUSH_TOKEN', 'notification failed, push token is not registered', by('push')),
    ],
    ids: ({ id, customer }) => ({ orderId: id, customerId: customer }),
    queue: 'orders.placed',
    calls: ['sms.pingbird.example', 'push.pingbird.example'],
  },
};
