import { answered, followed, type QuestionItem } from './item.ts';

/** What is told of each group beside what is counted. */
export const WITH_THEIRS: readonly QuestionItem[] = [
  answered(
    'slowest 5 database operations by average duration, with their tables',
    "source spans | filter $d.tags['db.operation.name'] != null | groupby $d.tags['db.operation.name'], $d.tags['db.collection.name'] aggregate avg($m.duration) as avg_duration | orderby avg_duration desc | limit 5",
  ),
  answered(
    'top users by errors, with their country',
    'source logs | filter $m.severity == ERROR && $d.user != null | groupby $d.user, $d.country aggregate count() as errors | orderby errors desc | limit 10',
  ),
  answered(
    'top 5 users by errors together with their country and device type',
    'source logs | filter $m.severity == ERROR && $d.user != null | groupby $d.user, $d.country, $d.device.type aggregate count() as errors | orderby errors desc | limit 5',
  ),
  answered(
    'users by number of errors with their region',
    'source logs | filter $m.severity == ERROR | groupby $d.user, $d.region aggregate count() as errors | orderby errors desc',
  ),
  answered(
    'which devices have the most errors, including their country',
    'source logs | filter $m.severity == ERROR | groupby $d.device.type, $d.country aggregate count() as errors | orderby errors desc',
  ),
  followed(
    ['top 5 users by errors'],
    'with their country',
    'source logs | filter $m.severity == ERROR && $d.user != null | groupby $d.user, $d.country aggregate count() as errors | orderby errors desc | limit 5',
  ),
  followed(
    ['top 5 users by errors'],
    'add their language please',
    'source logs | filter $m.severity == ERROR && $d.user != null | groupby $d.user, $d.language aggregate count() as errors | orderby errors desc | limit 5',
  ),
];
