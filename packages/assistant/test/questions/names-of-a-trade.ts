import { answered, followed, type QuestionItem } from './item.ts';

const TODAY = "between @'now' / 1d and @'now'";

/** Things that data has other names for, what messages say around a number, units, flags. */
export const NAMES_OF_A_TRADE: readonly QuestionItem[] = [
  answered(
    'top 10 patients by number of errors today',
    `source logs ${TODAY} | filter $m.severity == ERROR && $d.patientId != null | groupby $d.patientId aggregate count() as errors | orderby errors desc | limit 10`,
    `source logs ${TODAY} | filter $m.severity == ERROR | groupby $d.patientId aggregate count() as errors | orderby errors desc | limit 10`,
  ),
  answered('patients with errors today', `source logs ${TODAY} | filter $m.severity == ERROR | distinct $d.patientId`),
  answered('errors of patient P-10217', "source logs | filter $m.severity == ERROR && $d.patientId == 'P-10217'"),
  answered(
    'log lines per job today',
    `source logs ${TODAY} | groupby $d.job_name aggregate count() as count | orderby count desc`,
  ),
  answered(
    'how many different patients signed in today?',
    `source logs ${TODAY} | filter $d.message ~ 'signed in' | aggregate distinct_count($d.patientId) as distinct_patientid`,
  ),
  answered(
    'how many slots were booked today at st-anna?',
    `source logs ${TODAY} | filter $d.message ~ 'slot' && $d.message ~ 'booked' && $d.tenant == 'st-anna' | count`,
  ),
  answered(
    'average amount of invoices issued today',
    `source logs ${TODAY} | filter $d.message ~ 'invoice' && $d.message ~ 'issued' | aggregate avg($d.amount_eur) as avg_amount_eur`,
  ),
  answered(
    'maximum amount of payments received per tenant',
    "source logs | filter $d.message ~ 'payment received' | groupby $d.tenant aggregate max($d.amount_eur) as max_amount_eur | orderby max_amount_eur desc",
  ),
  answered(
    'payments received over 500 euros',
    "source logs | filter $d.message ~ 'payment received' && $d.amount_eur > 500",
  ),
  answered('how many accounts got locked today', `source logs ${TODAY} | filter $d.message ~ 'account locked' | count`),
  answered(
    'negative acknowledgements per tenant today',
    `source logs ${TODAY} | filter $d.message ~ 'negative acknowledgement' | groupby $d.tenant aggregate count() as count | orderby count desc`,
  ),
  answered('logs of type ORU^R01 today', `source logs ${TODAY} | filter $d.messageType == 'ORU^R01'`),
  answered(
    'log count of lab-results today, emergencies only',
    `source logs ${TODAY} | filter $l.subsystemname == 'lab-results' && $d.emergency == true | count`,
  ),
  answered(
    'how many retries did notifications need on average per channel today?',
    `source logs ${TODAY} | filter $l.subsystemname == 'notifications' | groupby $d.channel aggregate avg($d.retries) as avg_retries | orderby avg_retries desc`,
  ),
  answered(
    'payments received, emergency vs not emergency',
    "source logs | filter $d.message ~ 'payment received' && $d.emergency != null | groupby $d.emergency aggregate count() as count | orderby count desc",
    "source logs | filter $d.message ~ 'payment received' | groupby $d.emergency aggregate count() as count | orderby count desc",
  ),
  answered(
    'p95 of spans per service',
    'source spans | groupby $l.serviceName aggregate percentile(0.95, $m.duration) as p95_duration | orderby p95_duration desc',
  ),
  answered('wrong passwords today', `source logs ${TODAY} | filter $d.message ~ 'wrong password'`),
  answered(
    'which wards were full today?',
    `source logs ${TODAY} | filter $d.message ~ 'ward is full' | distinct $d.ward`,
  ),
  answered(
    'total amount of payments received today',
    `source logs ${TODAY} | filter $d.message ~ 'payment received' | aggregate sum($d.amount_eur) as sum_amount_eur`,
  ),
  answered(
    'revenue per tenant today',
    `source logs ${TODAY} | groupby $d.tenant aggregate sum($d.amount_eur) as sum_amount_eur | orderby sum_amount_eur desc`,
  ),
  answered(
    'wrong passwords per IP address, most frequent first',
    "source logs | filter $d.message ~ 'wrong password' | groupby $d['client.address'] aggregate count() as count | orderby count desc",
  ),
  answered(
    'errors by error type',
    "source logs | filter $m.severity == ERROR && $d['exception.type'] != null | groupby $d['exception.type'] aggregate count() as errors | orderby errors desc",
    "source logs | filter $m.severity == ERROR | groupby $d['exception.type'] aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'number of scans by scan type',
    'source logs | groupby $d.scanType aggregate count() as count | orderby count desc',
    'source logs | filter $d.scanType != null | groupby $d.scanType aggregate count() as count | orderby count desc',
  ),
  answered(
    'average number of retries per tenant',
    'source logs | groupby $d.tenant aggregate avg($d.retries) as avg_retries | orderby avg_retries desc',
  ),
  followed(
    ['payments received today'],
    'what do they add up to?',
    `source logs ${TODAY} | filter $d.message ~ 'payment received' | aggregate sum($d.amount_eur) as sum_amount_eur`,
  ),
  followed(
    ['average amount per tenant today'],
    'what about the retries?',
    `source logs ${TODAY} | groupby $d.tenant aggregate avg($d.retries) as avg_retries | orderby avg_retries desc`,
  ),
  followed(
    ['wrong passwords today'],
    'from which patients, and how many each?',
    `source logs ${TODAY} | filter $d.message ~ 'wrong password' | groupby $d.patientId aggregate count() as count | orderby count desc`,
  ),
  answered(
    'total amount in euros today',
    "source logs between @'now' / 1d and @'now' | aggregate sum($d.amount_eur) as sum_amount_eur",
  ),
];
