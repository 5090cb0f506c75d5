import type { PowerService } from './power-service.ts';
import type { Dice } from './seeded.ts';

const hundredths = (random: Dice, low: number, high: number): number => random.between(low * 100, high * 100) / 100;
const price = (random: Dice): object => ({
  price: hundredths(random, 3, random.chance(0.1) ? 120 : 48),
  currency: random.pick(['EUR', 'EUR', 'EUR', 'EUR', 'SEK', 'CHF']),
});

/** The services between a car, its driver and the companies that both have a contract with. */
export const CHARGING: Readonly<Record<string, PowerService>> = {
  'station-gateway': {
    app: 'charging',
    build: '3.14.2',
    language: 'go',
    paths: ['/ocpp/{station}', '/stations', '/stations/{id}/commands'],
    info: [
      '{station} booted after {4-90} seconds offline',
      'heartbeat received, clock is {1-900} ms off',
      'connector {1-4} is now available',
      'connector {1-4} is now occupied',
      'remote start accepted by connector {1-4}',
    ],
    warn: ['heartbeat is {30-600} seconds late', 'cable unplugged while charging', 'station clock drifted by {2-40} s'],
    error: [
      'connector_lock: lock of connector {1-4} is stuck',
      'ocpp_timeout: {station} did not answer within {10-60} s',
      'ground_fault: ground fault on connector {1-4}',
    ],
    database: 'redis',
    queue: 'station.events',
    own: (random, { station, city, vendor, firmware }) => ({
      station,
      connector: random.between(1, 5),
      city,
      vendor,
      firmware,
      signal_dbm: -random.between(50, 110),
    }),
  },
  'session-manager': {
    app: 'charging',
    build: '12.0.1',
    language: 'go',
    paths: ['/sessions', '/sessions/{id}', '/sessions/{id}/stop'],
    info: [
      'session started',
      'session started',
      'session finished after {6-240} minutes',
      'session finished after {6-240} minutes',
      'charging paused for {1-20} minutes',
      'state of charge reached {60-100} percent',
    ],
    warn: [
      'session idle for {15-120} minutes',
      'start refused, {driver} has an open session',
      'no meter value for {40-300} s',
    ],
    error: ['start_failed: car did not answer after {3-9} attempts', 'session_lost: no station for session'],
    database: 'postgresql',
    queue: 'sessions.finished',
    own: (random, { station, city, driver }) => ({
      session: `CS-${random.between(71_000, 79_000)}`,
      station,
      city,
      driver,
      kwh: hundredths(random, 2, 75),
      plug: random.pick(['CCS', 'CCS', 'CCS', 'Type2', 'Type2', 'CHAdeMO']),
      stop_reason: random.pick(['driver', 'driver', 'driver', 'full', 'full', 'emergency_stop', 'power_loss']),
    }),
  },
  'roaming-hub': {
    app: 'charging',
    build: '6.2.0',
    language: 'java',
    paths: ['/ocpi/tokens', '/ocpi/cdrs', '/ocpi/locations'],
    info: [
      'token authorized in {20-400} ms',
      'charge record sent to {partner}',
      'received {3-120} locations',
      '{partner} settled {5-90} charge records',
    ],
    warn: ['{partner} answered late', 'token of partner is unknown', 'charge record differs by {1-30} cents'],
    error: [
      'partner_timeout: partner did not answer within {5-20} s',
      'bad_record: partner rejected charge record with code {2000-2004}',
    ],
    calls: 'ocpi.plugeurope.example',
    queue: 'roaming.records',
    own: (random, { partner }) => ({
      partner,
      direction: random.pick(['inbound', 'inbound', 'outbound']),
      ...price(random),
      retries: random.chance(0.7) ? 0 : random.between(1, 6),
    }),
  },
  'driver-portal': {
    app: 'charging',
    build: '2026.46.1',
    language: 'node',
    paths: ['/map', '/map/stations/{id}', '/account', '/invoices', '/login'],
    info: [
      'map served with {5-80} stations',
      'driver signed in',
      'driver signed in',
      'favourite station {station} saved',
      'invoice downloaded',
      'route planned with {1-6} stops',
    ],
    warn: ['wrong password for {driver}, attempt {1-5}', 'page took {2-9} seconds', 'browser is too old'],
    error: ['render_failed: page could not be rendered', 'upstream_down: session-manager answered {500-504}'],
    database: 'redis',
    own: (random, { driver, contract }) => ({
      driver,
      contract,
      client: random.pick(['ios', 'ios', 'android', 'android', 'web']),
      lang: random.pick(['de', 'de', 'nl', 'fr', 'en']),
      cached: random.chance(0.6),
    }),
  },
  'payment-bridge': {
    app: 'charging',
    build: '4.5.3',
    language: 'node',
    paths: ['/payments', '/refunds'],
    info: [
      'payment processed in {80-900} ms',
      'payment processed in {80-900} ms',
      'refund issued to {driver}',
      'deposit released for {driver}',
    ],
    warn: ['bank asked for a second factor', 'payment pending for {1-30} minutes'],
    error: ['psp_unavailable: provider answered {500-504}', 'double_charge: payment exists already'],
    database: 'postgresql',
    calls: 'api.paywell.example',
    own: (random, { driver, method, isRefused }) => ({
      driver,
      method,
      ...price(random),
      outcome: isRefused ? 'rejected' : 'paid',
      ...(isRefused ? { reject_reason: random.pick(['stolen', 'expired', 'no_funds', 'no_funds', 'limit']) } : {}),
    }),
  },
};
