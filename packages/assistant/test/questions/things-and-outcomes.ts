import { answered, type QuestionItem } from './item.ts';

const TODAY = "between @'now' / 1d and @'now'";

/** Things that the data tells of, where a word for them is also one of something else; and how it went with them. */
export const THINGS_AND_OUTCOMES: readonly QuestionItem[] = [
  answered(
    'errors by machine today',
    `source logs ${TODAY} | filter $m.severity == ERROR | groupby $d.machine.number aggregate count() as errors | orderby errors desc`,
  ),
  answered(
    'which machines had errors today',
    `source logs ${TODAY} | filter $m.severity == ERROR | distinct $d.machine.number`,
  ),
];
