import { answered, type QuestionItem } from './item.ts';

/** How often a thing did something, which is no number of tries. */
export const HOW_OFTEN_EACH: readonly QuestionItem[] = [
  answered(
    'which recordings failed more than once in the last two weeks?',
    "source logs last 14d | filter $d.recordingId != null && $d.state == 'recording.failed' | groupby $d.recordingId aggregate count() as count | filter count > 1 | orderby count desc",
  ),
  answered(
    'users whose card was declined more than once',
    "source logs | filter $d.user != null && $d.message ~ 'card declined' | groupby $d.user aggregate count() as count | filter count > 1 | orderby count desc",
  ),
  answered(
    'users who got an error twice or more',
    'source logs | filter $m.severity == ERROR && $d.user != null | groupby $d.user aggregate count() as errors | filter errors >= 2 | orderby errors desc',
  ),
  answered(
    'which users changed the station repeatedly today',
    "source logs between @'now' / 1d and @'now' | filter $d.user != null && $d.message ~ 'station changed' | groupby $d.user aggregate count() as count | filter count >= 2 | orderby count desc",
  ),
  answered(
    'users who failed at least twice',
    'source logs | filter $d.user != null && $m.severity >= ERROR | groupby $d.user aggregate count() as count | filter count >= 2 | orderby count desc',
  ),
  answered(
    'users that had errors several times yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $m.severity == ERROR && $d.user != null | groupby $d.user aggregate count() as errors | filter errors >= 2 | orderby errors desc",
  ),
  answered(
    'users with errors multiple times',
    'source logs | filter $m.severity == ERROR && $d.user != null | groupby $d.user aggregate count() as errors | filter errors >= 2 | orderby errors desc',
  ),
  answered(
    'which users were declined more than twice',
    "source logs | filter $d.user != null && $d.message ~ 'declined' | groupby $d.user aggregate count() as count | filter count > 2 | orderby count desc",
  ),
  answered(
    'recordings that failed three times or more',
    "source logs | filter $d.state == 'recording.failed' && $d.recordingId != null | groupby $d.recordingId aggregate count() as count | filter count >= 3 | orderby count desc",
  ),
  answered('recordings attempted more than once', 'source logs | filter $d.attempt > 1 | distinct $d.recordingId'),
  answered(
    'how many different recordings failed since Thursday?',
    "source logs between @'2026-11-19T00:00:00Z' and @'now' | filter $d.state == 'recording.failed' | aggregate distinct_count($d.recordingId) as distinct_recordingid",
  ),
  answered(
    'recordings started more than once',
    "source logs | filter $d.message ~ 'recording started' && $d.recordingId != null | groupby $d.recordingId aggregate count() as count | filter count > 1 | orderby count desc",
  ),
  answered(
    'how many different recordings started today',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'started' | aggregate distinct_count($d.recordingId) as distinct_recordingid",
  ),
  answered(
    'users who were declined thrice or more',
    "source logs | filter $d.user != null && $d.message ~ 'declined' | groupby $d.user aggregate count() as count | filter count >= 3 | orderby count desc",
  ),
];
