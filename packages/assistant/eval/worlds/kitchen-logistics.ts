import { error, info, type KitchenService, type Order, warning } from './kitchen-service.ts';
import type { Dice } from './seeded.ts';

const who = (_: Dice, { courier, vehicle }: Order): object => ({ courierId: courier, vehicle });
const maps = (random: Dice): object => ({
  mapsProvider: random.pick(['geolane', 'geolane', 'openway']),
  distanceKm: random.between(4, 120) / 10,
});
const KMH = { bike: 15, scooter: 24, car: 20 } as const;

const delivered = (random: Dice, order: Order): object => {
  const distanceKm = random.between(4, 110) / 10;
  const etaMinutes = random.between(12, 30) + Math.round((distanceKm / KMH[order.vehicle]) * 30);
  const late = random.chance(0.12) ? random.between(15, 60) : random.between(-6, 12);
  return {
    courierId: order.courier,
    vehicle: order.vehicle,
    etaMinutes,
    actualMinutes: etaMinutes + late + (order.zone === 'northgate' ? 5 : 0),
    distanceKm,
    tip: random.chance(0.4) ? 0 : random.between(50, order.vehicle === 'bike' ? 700 : 500) / 100,
  };
};

/** The services that bring the food. */
export const KITCHEN_LOGISTICS: Readonly<Record<string, KitchenService>> = {
  dispatch: {
    app: 'logistics',
    version: '3.7.6',
    routes: ['POST /v1/assignments', 'POST /v1/offers', 'GET /v1/assignments/:id'],
    says: [
      info(4, 'courier assigned', (random, order) => ({
        ...who(random, order),
        attempts: random.chance(0.6) ? 1 : random.between(2, 7),
        waitSeconds: random.between(10, order.zone === 'airport' ? 420 : 200),
      })),
      info(2, 'offer sent to courier', who),
      info(2, 'offer declined by courier', who),
      warning(1, 'no courier available', (random) => ({ attempts: random.between(3, 9) })),
      error(3, 'ASSIGNMENT_FAILED', 'assignment failed after {3-9} attempts'),
      error(2, 'LOCK_TIMEOUT', 'lock on order not obtained'),
    ],
    ids: ({ id }) => ({ orderId: id }),
    database: 'redis',
    tables: ['locks', 'couriers'],
    queue: 'orders.placed',
  },
  'courier-api': {
    app: 'logistics',
    version: '6.1.0',
    routes: ['POST /v1/positions', 'POST /v1/shifts', 'GET /v1/couriers/:id', 'POST /v1/pickups'],
    says: [
      info(4, 'position received', (random) => ({ batteryPercent: random.between(4, 100) })),
      info(2, 'courier went online'),
      info(2, 'courier went offline', (random) => ({ shiftMinutes: random.between(45, 540) })),
      info(2, 'order picked up'),
      warning(1, 'position is {1-9} min old'),
      error(2, 'AUTH_EXPIRED', 'token of courier app has expired'),
      error(1, 'GEO_INVALID', 'position is outside of every zone'),
    ],
    ids: ({ courier, vehicle }) => ({ courierId: courier, vehicle }),
    database: 'mongodb',
    tables: ['couriers', 'shifts'],
  },
  'eta-service': {
    app: 'logistics',
    version: '1.30.2',
    routes: [],
    says: [
      info(6, 'delivery completed', delivered),
      info(2, 'eta predicted', (random) => ({ etaMinutes: random.between(14, 55) })),
      warning(1, 'eta revised by {5-30} min'),
      error(1, 'MODEL_UNAVAILABLE', 'model server did not answer'),
    ],
    ids: ({ id, restaurant }) => ({ orderId: id, restaurantId: restaurant }),
    database: 'redis',
    tables: ['etas'],
  },
  routing: {
    app: 'logistics',
    version: '2.2.8',
    routes: [],
    says: [
      info(5, 'route computed', maps),
      info(1, 'route served from cache', maps),
      warning(1, 'route is {20-90} percent longer than usual', maps),
      error(4, 'MAPS_TIMEOUT', 'maps provider did not answer within {2-9} s', maps),
      error(1, 'NO_ROUTE', 'no route between two points', maps),
    ],
    ids: ({ id }) => ({ orderId: id }),
    calls: ['maps.geolane.example', 'maps.geolane.example', 'api.openway.example'],
  },
};
