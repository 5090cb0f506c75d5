import type { Dice } from './seeded.ts';

/** A service of the clinics: what it says, and what it adds to a record. In messages `{5-90}` is a number of that range. */
export interface ClinicService {
  readonly app: 'patient-portal' | 'clinical' | 'administration';
  readonly version: string;
  readonly paths: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the type of its exception. */
  readonly error: readonly string[];
  readonly queue?: string;
  readonly database?: 'postgresql' | 'mongodb' | 'redis' | 'microsoft.sql_server';
  readonly jobs?: readonly string[];
  readonly extra?: (random: Dice, failing: boolean) => object;
}

/** Some patients are there often. */
const patient = (random: Dice): string => `P-${10_200 + Math.floor(random.roll() ** 2 * 45)}`;
const clinician = (random: Dice): string => `dr-${String(random.between(1, 25)).padStart(3, '0')}`;
/** Some wards have a name and some only a number, which a few writers leave a number. */
const ward = (random: Dice): string | number =>
  random.chance(0.05) ? random.between(1, 9) : random.pick(['4B', 'ICU', 'maternity', '7', 'surgery']);

const PORTAL: Readonly<Record<string, ClinicService>> = {
  'portal-web': {
    app: 'patient-portal',
    version: '12.3.1',
    paths: ['/my/appointments', '/my/results', '/my/invoices', '/sign-in'],
    info: ['page rendered in {20-400} ms', 'patient signed in', 'document of {1-30} pages downloaded'],
    warning: ['session expired after {15-60} minutes', 'captcha failed {2-5} times'],
    error: ['TemplateError: field insurance is missing', 'TimeoutError: appointments did not answer within {2-9} s'],
    extra: (random) => ({
      ...(random.chance(0.75) ? { patientId: patient(random) } : {}),
      browser: random.pick(['Firefox', 'Chrome', 'Chrome', 'Safari']),
    }),
  },
  appointments: {
    app: 'patient-portal',
    version: '4.0.2',
    paths: ['/api/appointments', '/api/slots', '/api/waitlist'],
    info: ['slot {1000-9999} booked', 'appointment cancelled by patient', 'reminder scheduled {1-14} days ahead'],
    warning: ['slot {1000-9999} already taken', 'waitlist has {20-90} entries'],
    error: ['ConflictException: double booking of slot {1000-9999}', 'ConnectException: calendar unreachable'],
    database: 'postgresql',
    extra: (random) => ({ patientId: patient(random), clinician_id: clinician(random), emergency: random.chance(0.1) }),
  },
  identity: {
    app: 'patient-portal',
    version: '2.9.0',
    paths: ['/oauth/token', '/oauth/revoke'],
    info: ['token issued', 'signed in with health card', 'password changed'],
    warning: ['wrong password, attempt {2-6}', 'account locked for {10-30} minutes'],
    error: ['CertificateExpiredException: certificate of card reader expired', 'NamingException: ldap bind failed'],
    database: 'redis',
    extra: (random) => ({
      'client.address': `10.4.${random.between(0, 3)}.${random.between(1, 12)}`,
      mfa: random.chance(0.6),
    }),
  },
  notifications: {
    app: 'patient-portal',
    version: '1.15.0',
    paths: ['/api/sms', '/api/mail'],
    info: ['sms sent in {1-4} parts', 'mail delivered', 'push message delivered'],
    warning: ['sms delayed by {30-600} s', 'mailbox full, retrying'],
    error: ['ProviderException: sms provider answered 503'],
    queue: 'reminders',
    extra: (random) => ({ channel: random.pick(['sms', 'sms', 'mail', 'push']), retries: random.between(0, 4) }),
  },
};

const CLINICAL: Readonly<Record<string, ClinicService>> = {
  'hl7-gateway': {
    app: 'clinical',
    version: '3.3.7',
    paths: [],
    info: ['accepted message of {3-40} segments', 'acknowledged message {100000-999999}'],
    warning: ['retry {1-5} of 5 for message {100000-999999}', 'inbound queue is filling up'],
    error: [
      'Hl7AckException: negative acknowledgement for message {100000-999999}',
      'Hl7ParseException: segment PID missing',
    ],
    queue: 'hl7.inbound',
    extra: (random) => ({
      messageType: random.pick(['ADT^A01', 'ADT^A08', 'ORU^R01', 'ORM^O01']),
      message_bytes: random.between(400, 48_000),
      queue_depth: random.chance(0.04) ? 'n/a' : random.between(0, 900),
    }),
  },
  'lab-results': {
    app: 'clinical',
    version: '6.1.0',
    paths: ['/api/results', '/api/orders'],
    info: ['result stored for order {40000-49999}', 'report released after {2-95} minutes'],
    warning: ['critical value not confirmed for {5-45} minutes', 'analyzer answered late'],
    error: [
      'SQLTransientConnectionException: connection pool exhausted, {20-80} waiting',
      'OrderNotFoundException: unknown order {40000-49999}',
    ],
    database: 'postgresql',
    extra: (random) => ({
      patientId: patient(random),
      ward: ward(random),
      analyzer: `cobas-${random.between(1, 5)}`,
      emergency: random.chance(0.2),
    }),
  },
  imaging: {
    app: 'clinical',
    version: '5.1.4',
    paths: ['/dicom/studies', '/dicom/series'],
    info: ['study of {4-900} images stored', 'viewer opened', 'thumbnail made'],
    warning: ['disk is {85-96} percent full', 'study incomplete: {1-20} images missing'],
    error: ['UploadAbortedException: upload aborted after {10-90} s', 'IOException: no space left on device'],
    database: 'mongodb',
    jobs: ['archive-studies'],
    extra: (random) => ({
      modality: random.pick(['CT', 'MR', 'XR', 'US']),
      study_bytes: random.between(200_000, 800_000_000),
      clinician_id: clinician(random),
      ward: ward(random),
    }),
  },
  prescriptions: {
    app: 'clinical',
    version: '8.0.0',
    paths: ['/api/prescriptions', '/api/interactions'],
    info: ['prescription {700000-799999} signed', 'interaction check passed in {5-120} ms'],
    warning: ['dose above limit by {5-60} percent', 'interaction found between {2-4} drugs'],
    error: ['PharmacyRejectedException: pharmacy rejected prescription {700000-799999}'],
    database: 'postgresql',
    extra: (random) => ({
      patientId: patient(random),
      clinician_id: clinician(random),
      overridden: random.chance(0.15),
    }),
  },
  'bedside-monitors': {
    app: 'clinical',
    version: '0.9.12',
    paths: [],
    info: ['heartbeat received', 'reading of {60-140} bpm', 'alarm acknowledged after {3-240} s'],
    warning: ['battery at {5-20} percent', 'signal lost for {2-60} s'],
    error: ['DeviceRejectedException: gateway refused device'],
    queue: 'vitals',
    extra: (random) => ({ device_id: `mon-${100 + random.between(0, 30)}`, ward: ward(random) }),
  },
};

const ADMINISTRATION: Readonly<Record<string, ClinicService>> = {
  billing: {
    app: 'administration',
    version: '7.4.2',
    paths: ['/api/invoices', '/api/payments', '/api/refunds'],
    info: ['invoice {20000-29999} issued', 'payment received', 'refund paid out'],
    warning: ['invoice overdue for {10-90} days', 'payment does not match invoice'],
    error: [
      'PaymentDeclinedException: payment declined by bank',
      'TariffNotFoundException: tariff {100-999} not found',
    ],
    database: 'microsoft.sql_server',
    extra: (random) => ({
      patientId: patient(random),
      amount_eur: random.between(900, 95_000) / 100,
      payment_method: random.pick(['card', 'direct_debit', 'insurance', 'insurance']),
      insured: random.chance(0.8),
    }),
  },
  'claims-export': {
    app: 'administration',
    version: '2.0.5',
    paths: [],
    info: ['exported {50-900} claims', 'job finished'],
    warning: ['insurer answered late, retry {1-5}', 'skipped {1-12} claims without signature'],
    error: ['BatchRejectedException: insurer rejected batch {3000-3999}'],
    queue: 'claims.outbound',
    jobs: ['nightly-claims', 'reconcile-payments'],
    extra: (random, failing) => ({
      insurer: failing && random.chance(0.7) ? 'norden' : random.pick(['helvia', 'mutua', 'norden', 'concordis']),
      claims: random.between(5, 900),
      retries: random.between(0, 6),
    }),
  },
  'bed-planner': {
    app: 'administration',
    version: '1.2.2',
    paths: [],
    info: ['forecast made for {7-28} days', 'job finished', 'bed released'],
    warning: ['ward over capacity by {1-9} beds'],
    error: [],
    database: 'redis',
    jobs: ['bed-forecast'],
    extra: (random) => ({ ward: ward(random), free_beds: random.between(0, 30) }),
  },
};

export const CLINIC_SERVICES: Readonly<Record<string, ClinicService>> = { ...PORTAL, ...CLINICAL, ...ADMINISTRATION };
