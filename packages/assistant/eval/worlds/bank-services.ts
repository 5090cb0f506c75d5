import { CHANNELS, money } from './bank-channels.ts';
import type { BankService } from './bank-service.ts';

const CORE: Readonly<Record<string, BankService>> = {
  ledger: {
    app: 'core-banking',
    version: '21.4.6',
    routes: ['/postings', '/balances'],
    info: [
      'posting booked',
      'journal closed with {100-900} postings',
      'balance snapshot written in {5-80} ms',
      'hold released after {1-7} days',
    ],
    warning: ['posting out of order by {1-30} s', 'value date lies on a holiday', 'lock waited {100-2000} ms'],
    error: ['OptimisticLockFailure: account version changed', 'UnbalancedJournal: debits differ by {1-90} cents'],
    database: 'oracle.db',
    topic: 'ledger.postings',
    extra: (random) => ({
      posting_id: `P${random.between(8_800_000, 8_890_000)}`,
      entry_type: random.pick(['debit', 'debit', 'credit', 'credit', 'fee', 'interest']),
      ...money(random, 9000),
      retry_count: random.chance(0.8) ? 0 : random.between(1, 4),
    }),
  },
  'fraud-scoring': {
    app: 'core-banking',
    version: '0.31.0',
    routes: ['/score'],
    info: [
      'scored in {3-60} ms',
      'case opened for analyst',
      'model reloaded with {100-400} features',
      'device seen before',
    ],
    warning: ['velocity of {6-25} payments in an hour', 'beneficiary is on watch list', 'features missing: {1-9}'],
    error: ['FeatureStoreTimeout: no features within {100-900} ms', 'ModelNotLoaded: version is not in registry'],
    database: 'redis',
    topic: 'transfers.submitted',
    extra: (random, { transferType }) => {
      const score = Math.floor(random.roll() ** 2 * 100);
      const verdict = score > 80 ? 'block' : 'review';
      return {
        transfer_id: `TR-${random.between(510_000, 519_000)}`,
        transfer_type: transferType,
        ...money(random, 9000),
        risk_score: score,
        verdict: score > 60 ? verdict : 'allow',
        rule: random.pick(['velocity', 'new_beneficiary', 'new_beneficiary', 'geo_mismatch', 'mule_account', 'none']),
      };
    },
  },
  'statements-batch': {
    app: 'core-banking',
    version: '5.2.9',
    routes: [],
    info: [
      'job started',
      'job finished after {2-55} min',
      'rendered {50-900} statements',
      'archive uploaded, {5-80} MB',
    ],
    warning: [
      'chunk {1-60} retried',
      'skipped {1-25} accounts without postings',
      'printer spool is {70-99} percent full',
    ],
    error: ['ChunkFailed: chunk {1-60} rolled back', 'ArchiveWriteError: bucket refused the write'],
    database: 'oracle.db',
    extra: (random, { branch }) => ({
      job: random.pick(['monthly_statement', 'monthly_statement', 'interest_run', 'tax_report']),
      run_id: `run-${random.between(3000, 3200)}`,
      'batch.size': random.pick([100, 250, 250, 500, 1000]),
      branch,
    }),
  },
};

export const BANK_SERVICES: Readonly<Record<string, BankService>> = { ...CHANNELS, ...CORE };
