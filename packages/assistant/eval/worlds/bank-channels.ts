import type { BankService } from './bank-service.ts';
import type { Dice } from './seeded.ts';

const cents = (random: Dice, low: number, high: number): number => random.between(low * 100, high * 100) / 100;
export const money = (random: Dice, high: number): object => ({
  amount: random.chance(0.15) ? cents(random, 500, high) : cents(random, 2, 500),
  currency: random.pick(['EUR', 'EUR', 'EUR', 'EUR', 'GBP', 'CHF', 'USD', 'PLN']),
});

const decided = (random: Dice, scheme: string): object =>
  random.chance(scheme === 'mastercard' ? 0.22 : 0.09)
    ? {
        decision: 'declined',
        decline_reason: random.pick([
          'insufficient_funds',
          'insufficient_funds',
          'insufficient_funds',
          'card_expired',
          'limit_exceeded',
          'suspected_fraud',
        ]),
      }
    : { decision: 'approved' };

/** The services that customers, merchants and tellers are in touch with. */
export const CHANNELS: Readonly<Record<string, BankService>> = {
  'mobile-gateway': {
    app: 'retail-channels',
    version: '9.12.0',
    routes: ['/v1/session', '/v1/home', '/v1/cards', '/v1/transfers'],
    info: [
      'session opened for device {1000-9999}',
      'session closed after {1-45} min',
      'home screen served with {2-9} tiles',
      'push token renewed',
      'biometric login accepted',
    ],
    warning: [
      'wrong PIN entered, {1-4} attempts left',
      'app build {700-790} is outdated',
      'request throttled for {2-30} s',
    ],
    error: [
      'UpstreamUnavailable: accounts-api did not answer within {2-8} s',
      'TokenSignatureInvalid: session token could not be verified',
    ],
    database: 'redis',
    extra: (random, { device, channel }) => ({
      channel,
      device_id: device,
      login_method: random.pick(['biometric', 'biometric', 'biometric', 'pin', 'pin', 'password']),
      'client.address': device === 'dev-7f31' ? '192.0.2.177' : `198.51.100.${random.between(10, 50)}`,
    }),
  },
  'accounts-api': {
    app: 'retail-channels',
    version: '6.3.2',
    routes: ['/accounts', '/accounts/{id}/balance', '/accounts/{id}/transactions', '/standing-orders'],
    info: [
      'balance returned',
      'returned {5-200} transactions',
      'standing order created',
      'overdraft limit changed to {200-3000}',
    ],
    warning: ['account is dormant since {12-60} months', 'balance is {2-40} s old', 'page size cut to {50-100}'],
    error: ['ConnectionPoolExhausted: no connection after {500-3000} ms', 'AccountNotFound: no account behind iban'],
    database: 'postgresql',
    rpc: 'bank.ledger.v1.Balances',
    extra: (random, { branch }) => ({
      account_type: random.pick(['current', 'current', 'current', 'savings', 'joint', 'business']),
      branch,
      cache_hit: random.chance(0.65),
    }),
  },
  transfers: {
    app: 'retail-channels',
    version: '11.0.4',
    routes: ['/transfers', '/transfers/{id}', '/beneficiaries'],
    info: [
      'transfer accepted',
      'transfer settled after {1-90} s',
      'beneficiary added',
      'transfer confirmed with tan',
      'transfer scheduled in {1-30} days',
    ],
    warning: [
      'beneficiary name does not match iban',
      'daily limit reached at {1000-5000}',
      'settlement delayed by {5-180} min',
    ],
    error: [
      'ClearingTimeout: sepa gateway gave up after {10-30} s',
      'DuplicateTransfer: idempotency key was used before',
      'IbanInvalid: check digits are wrong',
    ],
    database: 'postgresql',
    topic: 'transfers.submitted',
    calls: 'sepa-gateway.clearing.example',
    extra: (random, { transferType, channel }) => ({
      transfer_id: `TR-${random.between(510_000, 519_000)}`,
      transfer_type: transferType,
      ...money(random, 9000),
      channel,
      retry_count: random.chance(0.7) ? 0 : random.between(1, 5),
    }),
  },
  'card-auth': {
    app: 'retail-channels',
    version: '4.17.3',
    routes: ['/authorizations', '/reversals', '/cards/{id}/block'],
    info: [
      'authorization answered in {20-180} ms',
      'authorization reversed',
      'card blocked on request',
      'contactless payment counted',
    ],
    warning: ['stand-in processing used for {3-60} s', 'cvv did not match', '3ds challenge abandoned after {10-200} s'],
    error: ['PinBlockError: hsm could not translate pin block', 'IssuerTimeout: no answer within {2-7} s'],
    rpc: 'bank.fraud.v1.Scoring',
    calls: 'hsm.vault.example',
    extra: (random, { scheme }) => ({
      card_scheme: scheme,
      ...money(random, 2500),
      ...decided(random, scheme),
      merchant_category: random.pick(['grocery', 'grocery', 'fuel', 'travel', 'electronics', 'gambling']),
      card_present: random.chance(0.6),
    }),
  },
  kyc: {
    app: 'retail-channels',
    version: '2.5.1',
    routes: ['/onboarding/{id}/documents', '/onboarding/{id}/video'],
    info: ['document verified in {4-90} s', 'video call finished', 'customer onboarded', 'address confirmed'],
    warning: ['document is blurred', 'name differs from document', 'manual review takes {2-48} h'],
    error: ['OcrFailed: no text found on page {1-4}', 'RegistryUnreachable: population register did not answer'],
    database: 'postgresql',
    topic: 'kyc.results',
    extra: (random, { branch }) => ({
      document_type: random.pick(['passport', 'id_card', 'id_card', 'residence_permit']),
      check_result: random.pick(['passed', 'passed', 'passed', 'failed', 'manual_review']),
      nationality: random.pick(['DE', 'DE', 'AT', 'PL', 'FR', 'TR']),
      branch,
    }),
  },
  notifications: {
    app: 'retail-channels',
    version: '3.8.0',
    routes: [],
    info: ['message handed to provider', 'message delivered after {1-40} s', 'customer opted out'],
    warning: ['provider throttled us for {5-60} s', 'push token expired', 'message queued {100-4000} ms'],
    error: ['ProviderRejected: provider answered {500-504}', 'TemplateRenderError: placeholder has no value'],
    topic: 'notifications.requested',
    calls: 'api.textrelay.example',
    extra: (random) => ({
      medium: random.pick(['push', 'push', 'push', 'sms', 'email']),
      template: random.pick(['card_payment', 'card_payment', 'incoming_transfer', 'login_alert', 'statement_ready']),
      retry_count: random.chance(0.6) ? 0 : random.between(1, 6),
    }),
  },
};
