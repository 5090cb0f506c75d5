import { error, info, type KitchenService, type Order, warning } from './kitchen-service.ts';
import type { Dice } from './seeded.ts';

const euros = (random: Dice, low: number, high: number): number => random.between(low * 100, high * 100) / 100;
const cuisine = (random: Dice): object => ({
  cuisine: random.pick(['pizza', 'pizza', 'sushi', 'burger', 'burger', 'thai', 'indian', 'vegan']),
});
const basket = (random: Dice): object => ({ itemCount: random.between(1, 9), subtotal: euros(random, 8, 80) });
const payment = (random: Dice): object => ({
  amount: euros(random, 9, 95),
  paymentMethod: random.pick(['card', 'card', 'card', 'applepay', 'paypal', 'wallet']),
});
const promo = (random: Dice): object => ({
  promoCode: random.pick(['LUNCH5', 'LUNCH5', 'WELCOME10', 'FRIDAYFEAST', 'FREESHIP']),
});
const orderIds = ({ id, customer, restaurant }: Order): object => ({
  orderId: id,
  customerId: customer,
  restaurantId: restaurant,
});

/** The services that a customer orders and pays with. */
export const KITCHEN_ORDERING: Readonly<Record<string, KitchenService>> = {
  'menu-api': {
    app: 'ordering',
    version: '4.2.1',
    routes: ['GET /v1/restaurants', 'GET /v1/restaurants/:id/menu', 'GET /v1/search'],
    says: [
      info(5, 'menu served', (random) => ({ cacheHit: random.chance(0.72) })),
      info(2, 'search returned {0-60} restaurants', (random) => ({ ...cuisine(random), cacheHit: random.chance(0.4) })),
      warning(1, 'menu is stale by {5-90} min'),
      error(2, 'MENU_NOT_FOUND', 'no menu for restaurant'),
      error(1, 'CACHE_DOWN', 'redis refused the connection'),
    ],
    ids: ({ restaurant }) => ({ restaurantId: restaurant }),
    database: 'redis',
    tables: ['menus'],
  },
  'cart-api': {
    app: 'ordering',
    version: '2.9.3',
    routes: ['POST /v1/carts/:id/items', 'DELETE /v1/carts/:id/items', 'POST /v1/carts/:id/checkout'],
    says: [
      info(5, 'item added to cart', basket),
      info(2, 'item removed from cart', basket),
      info(3, 'cart checked out', basket),
      warning(1, 'cart expired'),
      error(1, 'CART_CONFLICT', 'cart was changed elsewhere'),
    ],
    ids: ({ customer, restaurant }) => ({ customerId: customer, restaurantId: restaurant }),
    database: 'redis',
    tables: ['carts'],
  },
  'order-api': {
    app: 'ordering',
    version: '8.0.4',
    routes: ['POST /v2/orders', 'GET /v2/orders/:id', 'POST /v2/orders/:id/cancel', 'GET /v2/orders'],
    says: [
      info(5, 'order placed', (random) => ({
        total: euros(random, 11, 110),
        ...cuisine(random),
        platform: random.pick(['ios', 'ios', 'android', 'android', 'web']),
      })),
      info(3, 'order accepted by restaurant', (random) => ({ prepMinutes: random.between(5, 40) })),
      warning(3, 'order rejected by restaurant', (random) => ({
        rejectReason: random.pick(['out_of_stock', 'out_of_stock', 'too_busy', 'closing_soon', 'closed']),
      })),
      warning(3, 'order cancelled', (random) => ({
        cancelledBy: random.pick(['customer', 'customer', 'customer', 'restaurant', 'courier', 'system']),
        cancelReason: random.pick(['changed_mind', 'changed_mind', 'too_slow', 'restaurant_closed', 'no_courier']),
      })),
      error(2, 'DB_DEADLOCK', 'deadlock on table orders'),
      error(2, 'POOL_EXHAUSTED', 'no connection within {5-30} s', () => ({
        stack: 'Error: no connection\n at ConnectionPool.acquire (pool.ts:88)\n at OrderStore.save (store.ts:41)',
      })),
    ],
    ids: orderIds,
    database: 'postgresql',
    tables: ['orders', 'orders', 'order_items'],
    queue: 'orders.placed',
  },
  'payment-api': {
    app: 'ordering',
    version: '5.5.0',
    routes: ['POST /v1/payments', 'POST /v1/payments/:id/capture', 'GET /v1/payments/:id'],
    says: [
      info(5, 'payment captured', payment),
      info(2, 'payment authorised', payment),
      warning(1, 'payment declined', (random) => ({
        ...payment(random),
        declineCode: random.pick(['insufficient_funds', 'insufficient_funds', 'expired_card', 'suspected_fraud']),
      })),
      error(3, 'PROVIDER_TIMEOUT', 'cardwise did not answer within {5-30} s', payment),
      error(1, 'PAYMENT_DUPLICATE', 'payment was sent twice', payment),
    ],
    ids: orderIds,
    database: 'postgresql',
    tables: ['payments', 'payments', 'ledger'],
    calls: ['api.cardwise.example'],
  },
  'promo-engine': {
    app: 'ordering',
    version: '1.7.2',
    routes: [],
    says: [
      info(1, 'promo applied', (random) => ({ ...promo(random), discount: euros(random, 2, 15) })),
      warning(1, 'promo rejected', (random) => ({
        ...promo(random),
        promoReason: random.pick(['expired', 'expired', 'already_used', 'minimum_not_met', 'not_first_order']),
      })),
      error(1, 'PROMO_RULES', 'rule set could not be loaded'),
    ],
    ids: ({ id, customer }) => ({ orderId: id, customerId: customer }),
    database: 'redis',
    tables: ['promos'],
  },
};
