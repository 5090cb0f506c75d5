import { failed, type TelcoService } from './telco-service.ts';

const CITIES: Readonly<Record<string, string>> = {
  'shop-11': 'Hamburg',
  'shop-12': 'Hamburg',
  'shop-21': 'Lyon',
  'shop-31': 'Bremen',
  'shop-32': 'Bremen',
};
const PRICES: Readonly<Record<string, number>> = { 'Nova 5': 249, 'Nova 5 Pro': 499, 'Pixie X': 799, 'Brick 2': 59 };

const shopSays: TelcoService['say'] = (random, { msisdn, tariff }) => {
  const shop_id = random.pick([...Object.keys(CITIES), 'shop-11', 'shop-31']);
  const shop = { shop_id, city: CITIES[shop_id] as string };
  const roll = random.roll();
  if (roll < 0.05) return failed('card terminal offline', 'TERMINAL_OFFLINE', shop);
  if (roll < 0.5) return { msg: 'contract signed', fields: { ...shop, msisdn, tariff } };
  const model = random.pick(Object.keys(PRICES));
  return { msg: 'phone sold', fields: { ...shop, model, price_eur: PRICES[model] as number } };
};

const AGENTS = ['amira', 'amira', 'amira', 'bent', 'bent', 'carla', 'dario', 'elif', 'elif', 'frank'] as const;

const careSays: TelcoService['say'] = (random, { msisdn }, planted) => {
  const queue = planted ? 'business' : random.pick(['private', 'private', 'private', 'business', 'prepaid']);
  const topic = random.pick(['billing', 'billing', 'no signal', 'activation', 'porting', 'top-up', 'roaming']);
  const wait_s = planted ? random.between(700, 1_300) : Math.floor(random.roll() ** 2.4 * 800);
  const call = { msisdn, queue, topic, wait_s };
  if (random.chance(wait_s > 300 ? 0.4 : 0.12)) return { msg: 'call abandoned', level: 'warning', fields: call };
  const agent = random.pick(AGENTS);
  const talk_s = random.between(30, agent === 'dario' || agent === 'frank' ? 1_300 : 800);
  return { msg: 'call answered', fields: { ...call, agent, talk_s } };
};

const PARTNERS = ['valuemart', 'valuemart', 'simplytalk', 'simplytalk', 'gridmeter', 'taxi-plus'] as const;

const partnerSays: TelcoService['say'] = (random, { msisdn }, planted) => {
  const partner = planted ? 'valuemart' : random.pick(PARTNERS);
  const fields = {
    ...(planted || random.chance(0.92) ? { partner } : {}),
    msisdn,
    method: random.pick(['GET', 'GET', 'POST']),
    path: random.pick(['/v1/numbers', '/v1/usage', '/v1/porting', '/v1/activations']),
    took_ms: Math.floor(random.roll() ** 3 * 3_000) + 9,
  };
  if (planted || random.chance(0.03))
    return failed('quota exceeded', 'QUOTA_EXCEEDED', { ...fields, http_status: 429 }, 'warning');
  if (random.chance(partner === 'gridmeter' ? 0.16 : 0.05))
    return failed('partner call failed', random.pick(['HLR_TIMEOUT', 'DB_TIMEOUT', 'BAD_FORMAT']), {
      ...fields,
      http_status: random.pick([500, 502, 503]),
    });
  return { msg: 'partner call', fields: { ...fields, http_status: random.pick([200, 200, 200, 202, 404]) } };
};

/** Shops, the call centre, and partners that sell the network under names of their own. */
export const TELCO_SHOPS: Readonly<Record<string, TelcoService>> = {
  'shop-pos': { app: 'customer', say: shopSays },
  'care-desk': { app: 'customer', say: careSays },
  'partner-gw': { app: 'partners', say: partnerSays },
};
