import type { Dice } from './seeded.ts';
import { cents, failed, type Planted, type Said, type TelcoService } from './telco-service.ts';

const REGIONS: Readonly<Record<string, string>> = {
  LYN: 'north',
  KOR: 'north',
  BAY: 'south',
  MOR: 'east',
  TEL: 'west',
};
const CAUSES = ['power', 'power', 'fibre', 'fibre', 'hardware', 'overheating'] as const;

const cellOf = (random: Dice, planted?: Planted): Said['fields'] => {
  const town = random.pick(['LYN', 'LYN', 'KOR', 'BAY', 'BAY', 'MOR', 'TEL']);
  const site = planted === 'outage' ? 'LYN-07' : `${town}-0${1 + Math.floor(random.roll() ** 1.6 * 9)}`;
  return {
    cell_id: `${site}-${random.pick(['A', 'B', 'C'])}`,
    site,
    region: REGIONS[site.slice(0, 3)] as string,
    tech: random.pick(['4g', '4g', '4g', '5g', '5g', '2g']),
  };
};

const cellSays: TelcoService['say'] = (random, _line, planted) => {
  const cell = cellOf(random, planted);
  const roll = planted === 'outage' ? 0 : random.roll();
  const cause = planted === 'outage' ? 'fibre' : random.pick(CAUSES);
  if (roll < 0.16)
    return { msg: 'cell down', level: random.chance(0.2) ? 'critical' : 'error', fields: { ...cell, cause } };
  if (roll < 0.3) return { msg: 'cell restored', fields: { ...cell, cause, down_s: random.between(40, 9_000) } };
  if (roll < 0.34)
    return { msg: 'load forecast high', level: 'warning', fields: { ...cell, load_pct: random.between(80, 100) } };
  const load = Math.floor(random.roll() ** 0.7 * 100);
  return {
    msg: 'load report',
    level: 'info',
    fields: { ...cell, load_pct: load, users: load * 4 + random.between(0, 30) },
  };
};

const smsSays: TelcoService['say'] = (random, { msisdn }, planted) => {
  const sms_type = planted === 'otp' ? 'otp' : random.pick(['p2p', 'p2p', 'otp', 'otp', 'marketing']);
  const route = planted === 'otp' ? 'hubmsg' : random.pick(['direct', 'direct', 'hubmsg', 'txtlane']);
  const fields = { msisdn, sms_type, route, took_ms: random.between(80, 2_600) * (route === 'txtlane' ? 2 : 1) };
  const isBad = planted === 'otp' || random.chance(sms_type === 'marketing' ? 0.16 : 0.07);
  if (!isBad) return { msg: 'sms delivered', fields };
  return failed(
    'sms failed',
    planted ? 'ROUTE_DOWN' : random.pick(['ROUTE_DOWN', 'ABSENT_SUBSCRIBER', 'SPAM_BLOCKED']),
    fields,
  );
};

const COUNTRIES: Readonly<Record<string, string>> = {
  france: 'orbite',
  spain: 'movida',
  italy: 'ventotel',
  turkey: 'bosfon',
  norway: 'fjordnet',
};

const roamingSays: TelcoService['say'] = (random, { imsi, tariff }) => {
  const country = random.pick(['france', 'france', 'spain', 'spain', 'italy', 'turkey', 'norway']);
  const fields = { imsi, tariff, country, visited_net: COUNTRIES[country] as string };
  if (!random.chance(country === 'france' ? 0.34 : 0.15)) return { msg: 'roamer attached', fields };
  const code = random.pick(['ROAMING_NOT_ALLOWED', 'ROAMING_NOT_ALLOWED', 'HLR_TIMEOUT', 'UNKNOWN_IMSI']);
  return failed('attach rejected', code, fields, code === 'ROAMING_NOT_ALLOWED' ? 'warning' : 'error');
};

const usageOf = (random: Dice, usage_type: string): Said['fields'] => {
  if (usage_type === 'voice') return { secs: random.between(4, 2_400) };
  return usage_type === 'data' ? { mb: random.between(1, 1_800) } : {};
};

const usageSays: TelcoService['say'] = (random, line, planted) => {
  const tariff = planted === 'tariff' ? 'flex-xl' : line.tariff;
  const usage_type = random.pick(['data', 'data', 'data', 'voice', 'voice', 'sms']);
  const fields = {
    msisdn: line.msisdn,
    tariff,
    usage_type,
    roaming: random.chance(0.18),
    ...usageOf(random, usage_type),
  };
  if (planted === 'tariff') return failed('usage record rejected', 'NO_TARIFF', fields);
  if (random.chance(0.06))
    return failed(
      'usage record rejected',
      random.pick(['DUPLICATE', 'DUPLICATE', 'BAD_FORMAT', 'NO_TARIFF']),
      fields,
      'warning',
    );
  return { msg: 'usage record rated', fields: { ...fields, cost_eur: cents(random, 0, 4) } };
};

/** The services of the radio network and of what is sent over it. */
export const TELCO_NETWORK: Readonly<Record<string, TelcoService>> = {
  'cell-watch': { app: 'network', say: cellSays },
  'sms-gw': { app: 'network', say: smsSays },
  'roaming-hub': { app: 'network', say: roamingSays },
  mediation: { app: 'network', say: usageSays },
};
