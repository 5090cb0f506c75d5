import { answered, followed, type QuestionItem } from './item.ts';

/** `rare`: few records have the key, so that those without it are no group. */
const per = (where: string, key: string, rare = false): string =>
  `source logs | filter ${where}${rare ? ` && ${key} != null` : ''} | groupby ${key} aggregate count() as count | orderby count desc`;

/** The same thing under the name that the services of the question have for it. */
export const NAMES_OF_SERVICES: readonly QuestionItem[] = [
  // Services that are named.
  answered('log lines of lending per reader', per("$l.subsystemname == 'lending'", '$d.reader_id')),
  answered('log lines of catalogue per reader', per("$l.subsystemname == 'catalogue'", '$d.readerId')),
  answered('log lines of reminders per reader', per("$l.subsystemname == 'reminders'", '$d.reader.id', true)),
  answered(
    'how many different readers on catalogue',
    "source logs | filter $l.subsystemname == 'catalogue' | aggregate distinct_count($d.readerId) as n",
    "source logs | filter $l.subsystemname == 'catalogue' | aggregate distinct_count($d.readerId) as distinct_readerid",
  ),
  answered(
    'reminders logs without a reader id',
    "source logs | filter $l.subsystemname == 'reminders' && $d.reader.id == null",
  ),
  answered(
    'error types in catalogue',
    "source logs | filter $l.subsystemname == 'catalogue' && $d.err.type != null | distinct $d.err.type",
  ),
  answered('log lines of reminders by town', per("$l.subsystemname == 'reminders'", '$d.reader.town', true)),
  answered(
    'maximum payload bytes on reminders',
    "source logs | filter $l.subsystemname == 'reminders' | aggregate max($d.payloadBytes) as max_payloadbytes",
  ),
  answered(
    'status codes of catalogue',
    "source logs | filter $l.subsystemname == 'catalogue' | distinct $d['http.status']",
  ),
  answered(
    'error types in reminders',
    "source logs | filter $l.subsystemname == 'reminders' && $d.error != null | distinct $d.error",
  ),
  answered(
    'town=Porto on reminders',
    "source logs | filter $d.reader.town == 'Porto' && $l.subsystemname == 'reminders'",
  ),
  answered('poetry in catalogue', "source logs | filter $d.shelf == 'poetry' && $l.subsystemname == 'catalogue'"),
  answered('poetry in lending', "source logs | filter $d.genre == 'poetry' && $l.subsystemname == 'lending'"),
  // Told by the other words.
  answered('letter logs by town', per("$d.channel == 'letter'", '$d.reader.town', true)),
  answered('log lines with shelf maps per reader', per("$d.shelf == 'maps'", '$d.readerId')),
  answered('log lines of crime by town', per("$d.genre == 'crime'", '$d.town')),
  // Whatever is not said holds of all names.
  answered(
    'logs of reader r-7002',
    "source logs | filter $d.reader_id == 'r-7002' || $d.readerId == 'r-7002' || $d.reader.id == 'r-7002'",
  ),
  answered('how many logs from Porto', "source logs | filter $d.town == 'Porto' || $d.reader.town == 'Porto' | count"),
  answered(
    'logs without a reader id',
    'source logs | filter $d.reader_id == null && $d.readerId == null && $d.reader.id == null',
  ),
  // As it is spelt.
  answered('count by readerId', 'source logs | groupby $d.readerId aggregate count() as count | orderby count desc'),
  // Other services in what follows.
  followed(
    ['log lines of lending per reader'],
    'and of catalogue?',
    per("$l.subsystemname == 'catalogue'", '$d.readerId'),
  ),
  followed(
    ['logs of reader r-7002 on lending'],
    'and on reminders',
    "source logs | filter $d.reader.id == 'r-7002' && $l.subsystemname == 'reminders'",
  ),
  followed(
    ['how many logs from Porto'],
    'and from Turku?',
    "source logs | filter $d.town == 'Turku' || $d.reader.town == 'Turku' | count",
  ),
];
