import { followed, type QuestionItem } from './item.ts';

/** What was asked before, asked of the other data set; one example of each; a status alone; and whenever it was. */
export const FOLLOW_UPS_OTHER_DATA: readonly QuestionItem[] = [
  followed(
    ['trace 4bf92f3577b34da6a3ce929d0e0e4736'],
    'logs',
    "source logs | filter $d.trace_id == '4bf92f3577b34da6a3ce929d0e0e4736' | orderby $m.timestamp asc",
  ),
  followed(
    ['trace 4bf92f3577b34da6a3ce929d0e0e4736'],
    'show me the logs of it',
    "source logs | filter $d.trace_id == '4bf92f3577b34da6a3ce929d0e0e4736' | orderby $m.timestamp asc",
  ),
  followed(
    ['trace 4bf92f3577b34da6a3ce929d0e0e4736'],
    'error logs of that trace',
    "source logs | filter $d.trace_id == '4bf92f3577b34da6a3ce929d0e0e4736' && $m.severity == ERROR | orderby $m.timestamp asc",
  ),
  followed(
    ['checkout errors today'],
    'only 503',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout' && $d.status == 503",
  ),
  followed(
    ['checkout errors today'],
    'just 50',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | limit 50",
  ),
  followed(
    ['errors of checkout in the last 6 hours by message'],
    'show an example of each',
    "source logs last 6h | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | dedupeby $d.msg keep 1 orderby $m.timestamp desc",
  ),
  followed(
    ['errors this week by service'],
    'no time limit',
    'source logs | filter $m.severity == ERROR | groupby $l.subsystemname aggregate count() as errors | orderby errors desc',
  ),
];
