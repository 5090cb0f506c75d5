import { cents, failed, type TelcoService } from './telco-service.ts';
import { TELCO_SHOPS } from './telco-shops.ts';

const RIVALS = ['nordfon', 'nordfon', 'nordfon', 'citycell', 'citycell', 'hello-mobile'] as const;

const activationSays: TelcoService['say'] = (random, line, planted) => {
  const sim_type = random.pick(['esim', 'esim', 'plastic']);
  const channel = random.pick(['shop', 'shop', 'app', 'app', 'web']);
  const msisdn = planted === 'sim' ? '4915100234' : line.msisdn;
  const fields = { ...line, msisdn, sim_type, channel, took_ms: random.between(300, 4_000) + (planted ? 9_000 : 0) };
  if (planted || random.chance(sim_type === 'esim' ? 0.14 : 0.05)) {
    const code = planted
      ? 'HLR_TIMEOUT'
      : random.pick(['ID_CHECK_FAILED', 'ID_CHECK_FAILED', 'IMSI_IN_USE', 'HLR_TIMEOUT']);
    return failed('activation failed', code, fields, code === 'ID_CHECK_FAILED' ? 'warning' : 'error');
  }
  if (random.chance(0.06))
    return { msg: 'sim blocked', level: 'warning', fields: { ...line, sim_type, channel: 'care' } };
  return { msg: random.chance(0.05) ? 'sim profile deleted' : 'sim activated', fields };
};

const portingSays: TelcoService['say'] = (random, { msisdn, tariff }) => {
  const direction = random.pick(['in', 'in', 'in', 'out', 'out']);
  const fields = { msisdn, tariff, direction, [direction === 'in' ? 'donor' : 'recipient']: random.pick(RIVALS) };
  const roll = random.roll();
  if (roll < 0.4) return { msg: 'port requested', fields };
  if (roll < 0.8) return { msg: 'port completed', fields: { ...fields, took_h: random.between(3, 72) } };
  const code = random.pick(['WRONG_PIN', 'WRONG_PIN', 'CONTRACT_RUNNING', 'NAME_MISMATCH']);
  return failed('port rejected', code, fields, 'warning');
};

const topupSays: TelcoService['say'] = (random, { msisdn, tariff }, planted) => {
  const pay_method = planted ? 'card' : random.pick(['card', 'card', 'voucher', 'voucher', 'paypal', 'atm']);
  const usual = random.pick(tariff === 'prepaid-s' ? [5, 5, 10, 15] : [5, 10, 15, 20, 25, 30, 50]);
  const amount_eur = pay_method === 'paypal' ? cents(random, 5, 80) : usual;
  const fields = { msisdn, tariff, pay_method, amount_eur };
  if (planted) return failed('top-up failed', 'PSP_TIMEOUT', { ...fields, took_ms: random.between(10_000, 14_000) });
  const more = { ...fields, took_ms: random.between(90, 2_400) };
  if (random.chance(pay_method === 'voucher' ? 0.17 : 0.08)) {
    const code =
      pay_method === 'voucher' ? 'VOUCHER_USED' : random.pick(['CARD_DECLINED', 'CARD_DECLINED', 'PSP_TIMEOUT']);
    return failed('top-up failed', code, more, code === 'PSP_TIMEOUT' ? 'error' : 'warning');
  }
  return { msg: 'top-up ok', fields: { ...more, balance_eur: cents(random, amount_eur, 90) } };
};

const invoiceSays: TelcoService['say'] = (random, { msisdn, tariff }) => {
  const roll = random.roll();
  const segment = random.pick(['private', 'private', 'private', 'business']);
  const amount_eur = segment === 'business' ? cents(random, 60, 900) : cents(random, 8, 120);
  const fields = { invoice_no: `R${random.between(700_000, 799_999)}`, msisdn, tariff, segment, amount_eur };
  if (roll < 0.07)
    return failed('invoice failed', random.pick(['TAX_MISSING', 'TAX_MISSING', 'ADDRESS_INVALID']), fields);
  if (roll < 0.2) return { msg: 'payment reminder sent', fields: { ...fields, days_late: random.between(5, 60) } };
  if (roll < 0.25)
    return {
      msg: 'billing run finished',
      fields: { invoices: random.between(200, 9_000), took_ms: random.between(90_000, 1_400_000) },
    };
  return { msg: 'invoice issued', fields };
};

const PATHS = [
  '/v1/me',
  '/v1/me',
  '/v1/usage',
  '/v1/invoices',
  '/v1/topups',
  '/v1/activations',
  '/v1/numbers',
] as const;

const selfcareSays: TelcoService['say'] = (random, { msisdn }, planted, ms) => {
  const isNew = ms >= Date.UTC(2026, 10, 19, 10) && random.chance(0.6);
  const fields = {
    msisdn,
    method: random.pick(['GET', 'GET', 'GET', 'POST']),
    path: planted ? '/v1/invoices' : random.pick(PATHS),
    os: planted ? 'android' : random.pick(['android', 'android', 'ios']),
    app_version: planted || isNew ? '8.4.0' : random.pick(['8.3.2', '8.3.2', '8.2.0']),
    took_ms: random.between(12, 900),
  };
  if (planted || random.chance(0.04))
    return failed('request failed', planted ? 'RENDER_PDF' : random.pick(['DB_TIMEOUT', 'RENDER_PDF', 'HLR_TIMEOUT']), {
      ...fields,
      http_status: random.pick([500, 500, 502, 503]),
    });
  return {
    msg: 'request served',
    fields: { ...fields, http_status: random.pick([200, 200, 200, 200, 201, 304, 401, 404]) },
  };
};

/** The services that customers are dealt with by. */
export const TELCO_CUSTOMER: Readonly<Record<string, TelcoService>> = {
  'sim-activation': { app: 'customer', say: activationSays },
  'number-porting': { app: 'customer', say: portingSays },
  topup: { app: 'customer', say: topupSays },
  invoicing: { app: 'customer', say: invoiceSays },
  'selfcare-api': { app: 'customer', say: selfcareSays },
  ...TELCO_SHOPS,
};
