import type { Call, InsurerService } from './insurer-service.ts';
import type { Dice } from './seeded.ts';

const claimOf = (random: Dice, { claim: id, peril, product }: Call): object => {
  const usual = random.between(90, product === 'home' || product === 'motor' ? 9_000 : 2_500);
  return { id, peril, amount: random.chance(0.06) ? random.between(12_000, 64_000) : usual };
};

const STATUS_OF: Readonly<Record<string, string>> = {
  'claim approved': 'approved',
  'claim rejected': 'rejected',
  'claim reopened': 'open',
};

/** The services of claims, and those that speak with customers. */
export const INSURER_CLAIMS: Readonly<Record<string, InsurerService>> = {
  'claims-intake': {
    app: 'claims',
    release: '9.1.4',
    routes: ['/claims', '/claims', '/claims/:id', '/claims/:id/notes'],
    info: ['claim registered', 'claim registered', 'claim updated', 'note added to claim'],
    warning: ['claim may be a duplicate', 'claim reported {31-200} days late', 'address not found for postcode'],
    error: ['POLICY_LOOKUP: no policy for number', 'CLAIM_STORE: claim could not be saved'],
    database: 'postgresql',
    tables: ['claims', 'claims', 'claim_notes'],
    queue: 'claims.new',
    asks: ['policy-admin', 'fraud-check', 'fraud-check', 'document-vault'],
    extra: (random, call) => ({ claim: claimOf(random, call) }),
  },
  'adjuster-desk': {
    app: 'claims',
    release: '4.8.0',
    routes: ['/worklist', '/claims/:id/decision', '/claims/:id/visit'],
    info: ['claim approved', 'claim approved', 'claim rejected', 'claim reopened', 'visit planned', 'worklist opened'],
    warning: ['claim untouched for {8-40} days', 'estimate above limit of adjuster'],
    error: ['DECISION_CONFLICT: claim was decided by someone else', 'CALENDAR_DOWN: no answer from calendar'],
    database: 'postgresql',
    tables: ['claims', 'decisions', 'visits'],
    asks: ['payouts', 'document-vault'],
    extra: (random, call, text) => ({
      claim: { ...claimOf(random, call), ...(text in STATUS_OF ? { status: STATUS_OF[text] } : {}) },
      adjuster: `adj-${String(Math.floor(random.roll() ** 1.4 * 34) + 1).padStart(2, '0')}`,
    }),
  },
  'fraud-check': {
    app: 'claims',
    release: '7.0.2',
    routes: ['/score', '/watchlist'],
    info: ['claim scored', 'claim scored', 'watchlist checked'],
    warning: ['score above threshold, sent to review', 'model answered with old weights'],
    error: ['MODEL_TIMEOUT: no score within {3-9} s', 'WATCHLIST_STALE: list is older than a week'],
    database: 'mongodb',
    tables: ['scores', 'watchlist'],
    extra: (random, { customer, claim }) => {
      const score = customer === 'C-5077' ? random.between(78, 100) : Math.floor(random.roll() ** 1.8 * 92);
      return {
        claim: { id: claim },
        fraud: { score, verdict: score > 85 ? 'block' : score > 60 ? 'review' : 'clear' },
      };
    },
  },
  payouts: {
    app: 'claims',
    release: '3.3.1',
    routes: ['/payouts', '/payouts/:id'],
    info: ['payout sent', 'payout sent', 'payout scheduled', 'bank account verified'],
    warning: ['bank busy, retrying in {2-120} s', 'payout held for second approval'],
    error: ['BANK_TIMEOUT: nordbank did not answer within {10-15} s', 'IBAN_INVALID: account number was refused'],
    database: 'postgresql',
    tables: ['payouts', 'accounts'],
    queue: 'payouts.due',
    calls: 'api.nordbank.example',
    asks: ['fraud-check'],
    extra: (random, { claim }) => ({
      claim: { id: claim },
      payout: { amount: random.chance(0.3) ? random.between(60, 500) : Math.floor(500 + random.roll() ** 3 * 18_000) },
    }),
  },
  'document-vault': {
    app: 'claims',
    release: '5.5.0',
    routes: ['/documents', '/documents/:id'],
    info: ['document uploaded', 'document uploaded', 'document viewed', 'OCR read {1-40} pages'],
    warning: ['upload rejected, file is too large', 'OCR unsure about {1-12} words'],
    error: ['STORE_WRITE: upload failed, store refused the file', 'OCR_FAILED: pages could not be read'],
    database: 'mongodb',
    tables: ['documents'],
    extra: (random) => ({
      document: {
        type: random.pick(['photo', 'photo', 'photo', 'invoice', 'invoice', 'policeReport', 'idCard', 'medicalReport']),
        sizeBytes: random.chance(0.1) ? random.between(9_000_000, 40_000_000) : random.between(20_000, 5_000_000),
      },
    }),
  },
  'call-centre': {
    app: 'contact',
    release: '1.14.6',
    routes: ['/calls', '/calls/:id', '/callbacks'],
    info: [
      'call received',
      'call received',
      'call answered',
      'call answered',
      'call transferred',
      'callback scheduled',
    ],
    warning: ['call abandoned', 'call abandoned', 'no agent free in queue'],
    error: ['CTI_DISCONNECT: telephony link lost', 'CRM_LOOKUP: customer record not found'],
    database: 'postgresql',
    tables: ['calls', 'agents'],
    asks: ['policy-admin', 'claims-intake'],
    extra: (random, _, text) => {
      const agent = Math.floor(random.roll() ** 1.2 * 14) + 1;
      const queue = random.pick(['claims', 'claims', 'claims', 'sales', 'billing']);
      const longest = queue === 'billing' ? 2_100 : 1_500;
      return {
        call: {
          queue,
          waitSeconds: random.chance(0.07) ? random.between(480, longest) : random.between(3, 420),
          ...(text === 'call abandoned' ? {} : { agent: `ag-${String(agent).padStart(2, '0')}` }),
          ...(text === 'call answered' ? { talkSeconds: random.between(40, 1_240 + (agent % 5) * 120) } : {}),
        },
      };
    },
  },
  notifier: {
    app: 'contact',
    release: '8.0.0',
    routes: [],
    info: ['letter sent', 'letter sent', 'sms sent', 'mail sent', 'worker restarted'],
    warning: ['mail bounced', 'retrying in {5-600} s', 'address not found for postcode'],
    error: [
      'PRINT_QUEUE: print shop is full',
      'TEMPLATE_MISSING: no letter in this language',
      'SMS_REFUSED: number barred',
    ],
    queue: 'notify.out',
    calls: 'post.briefwerk.example',
    extra: (random) => ({
      attempt: random.chance(0.8) ? 1 : random.between(2, 6),
      template: random.pick(['claimReceived', 'claimReceived', 'policyIssued', 'reminder', 'payoutNotice']),
    }),
  },
};
