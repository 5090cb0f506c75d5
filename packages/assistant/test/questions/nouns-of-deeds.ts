import { answered, followed, type QuestionItem } from './item.ts';

/** Nouns made of what messages say was done, and how long it lasted: belts of a coach company stopped. */
export const NOUNS_OF_DEEDS: readonly QuestionItem[] = [
  answered(
    'how many stoppages yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.message ~ 'stopped' | count",
  ),
  answered(
    'stops per hour today',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'stopped' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as count | orderby bucket asc",
  ),
  answered(
    'the five longest stoppages this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.message ~ 'stopped' | orderby $d.downtime.min desc | limit 5",
  ),
  followed(
    ['show me the stoppages of yesterday'],
    'Thank you. Only those longer than 20 minutes, please.',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.message ~ 'stopped' && $d.downtime.min > 20",
  ),
];
