import type { PayrollService } from './payroll-service.ts';
import type { Dice } from './seeded.ts';

const payRun = (random: Dice): string => `pr-${random.between(4_400, 4_440)}`;
const frequency = (random: Dice): string => random.pick(['monthly', 'monthly', 'monthly', 'biweekly', 'weekly']);
const AUTHORITIES: Readonly<Record<string, string>> = {
  NL: 'belastingdienst',
  DE: 'finanzamt',
  GB: 'hmrc',
  FR: 'urssaf',
  US: 'irs',
  IE: 'revenue',
};

/** The services that people are paid by. */
export const PAYROLL_CORE: Readonly<Record<string, PayrollService>> = {
  'payrun-api': {
    app: 'payroll',
    version: '5.6.0',
    routes: ['/pay-runs', '/pay-runs', '/pay-runs/:id', '/pay-runs/:id/approve', '/adjustments', '/calendar'],
    info: ['pay run created', 'pay run approved', 'pay run cancelled', 'adjustment added', 'request completed'],
    warning: ['pay run approved after cutoff', 'validation failed: {1-12} employees without bank details'],
    error: [
      'STALE_WRITE: pay run was changed by someone else',
      'DB_DEADLOCK: lock wait timeout exceeded on pay_runs',
      'CALENDAR_GAP: no pay period for date',
    ],
    database: 'postgresql',
    tables: ['pay_runs', 'pay_runs', 'adjustments', 'pay_calendars'],
    callers: ['hr-portal'],
    ms: 420,
    extra: (random) => ({ payRunId: payRun(random), frequency: frequency(random) }),
  },
  'pay-engine': {
    app: 'payroll',
    version: '9.1.4',
    routes: [],
    info: ['pay run completed', 'pay run completed', 'calculation started', 'gross to net computed'],
    warning: ['negative net pay for {1-6} employees', 'tax table older than {30-200} days'],
    error: [
      'ROUNDING_MISMATCH: net total differs from payslips by {1-90} cents',
      'FORMULA_ERROR: cannot evaluate overtime rule',
      'DB_DEADLOCK: lock wait timeout exceeded on pay_lines',
    ],
    database: 'postgresql',
    tables: ['pay_lines', 'pay_lines', 'tax_tables'],
    queue: 'payrun.calculate',
    callers: ['payrun-api'],
    ms: 6_000,
    extra: (random) => ({
      payRunId: payRun(random),
      frequency: frequency(random),
      employeesCount: random.between(3, 900),
      grossEur: random.between(600_000, 190_000_000) / 100,
    }),
  },
  payslips: {
    app: 'payroll',
    version: '3.9.2',
    routes: ['/payslips', '/payslips/:id', '/payslips/:id/pdf', '/payslips/batch'],
    info: ['payslip published', 'payslip published', 'payslip downloaded', 'pdf rendered in {60-1900} ms'],
    warning: ['payslip published without logo', 'slow pdf rendering'],
    error: [
      'TEMPLATE_MISSING: no payslip template for locale',
      'PDF_CRASH: renderer exited with {1-139}',
      'PDF_CRASH: renderer exited with {1-139}',
      'PDF_CRASH: renderer exited with {1-139}',
    ],
    database: 'postgresql',
    tables: ['payslips'],
    calls: 'objects.coldbox.example',
    callers: ['hr-portal', 'pay-engine'],
    ms: 900,
    extra: (random) => ({
      payslipId: `ps-${random.between(880_000, 889_000)}`,
      locale: random.pick(['en-GB', 'de-DE', 'de-DE', 'nl-NL', 'fr-FR']),
      fileSizeKb: random.between(40, 900),
    }),
  },
  'tax-filing': {
    app: 'payroll',
    version: '7.0.3',
    routes: ['/filings', '/filings/:id/status', '/filings/:id/submit'],
    info: ['filing submitted', 'filing accepted', 'filing accepted', 'filing status polled'],
    warning: ['filing rejected', 'filing rejected', 'deadline in {1-5} days'],
    error: [
      'AUTHORITY_DOWN: tax authority answered {500-504}',
      'SCHEMA_INVALID: filing does not match schema',
      'CERT_EXPIRED: client certificate has expired',
    ],
    database: 'postgresql',
    tables: ['filings'],
    calls: 'gateway.taxoffice.example',
    callers: ['payrun-api', 'pay-engine'],
    ms: 2_500,
    extra: (random, { country }) => ({
      filingId: `tf-${random.between(31_000, 31_900)}`,
      filingType: random.pick(['wageTax', 'wageTax', 'socialSecurity', 'yearEnd']),
      authority: AUTHORITIES[country],
    }),
  },
  'bank-files': {
    app: 'payroll',
    version: '4.2.7',
    routes: ['/bank-files', '/bank-files/:id', '/bank-files/:id/release'],
    info: ['bank file created', 'bank file created', 'bank file sent', 'bank confirmed {2-400} payments'],
    warning: ['payment returned by bank', 'bank file held for approval'],
    error: ['BANK_TIMEOUT: bank did not answer within {10-30} s', 'IBAN_INVALID: account number failed its checksum'],
    database: 'postgresql',
    tables: ['bank_files', 'payments'],
    calls: 'sftp.nordbank.example',
    callers: ['payrun-api'],
    ms: 1_400,
    extra: (random) => ({
      bankFileId: `bf-${random.between(5_100, 5_900)}`,
      bank: random.pick(['nordbank', 'nordbank', 'rheinbank', 'albionbank']),
      fileFormat: random.pick(['SEPA', 'SEPA', 'BACS', 'ACH']),
      amountEur: random.between(40_000, 26_000_000) / 100,
      paymentsCount: random.between(2, 400),
    }),
  },
};
