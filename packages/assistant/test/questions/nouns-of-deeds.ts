import { answered, type QuestionItem } from './item.ts';

/** Nouns made of what messages say was done: belts of a coach company stopped. */
export const NOUNS_OF_DEEDS: readonly QuestionItem[] = [
  answered(
    'how many stoppages yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.message ~ 'stopped' | count",
  ),
  answered(
    'stops per hour today',
    "source logs between @'now' / 1d and @'now' | filter $d.message ~ 'stopped' | groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as count | orderby bucket asc",
  ),
];
