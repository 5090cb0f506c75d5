import { answered, followed, type QuestionItem } from './item.ts';

/** A number alone, how many different things somebody had, and kinds of the errors before. */
export const BARE_AND_BOUNDED: readonly QuestionItem[] = [
  answered(
    'queue depth of latex today',
    "source logs between @'now' / 1d and @'now' | filter $d.inkType == 'latex' | aggregate avg($d.queueDepth) as avg_queuedepth",
  ),
  answered(
    'queue depth in ulm over the last two hours',
    "source logs last 2h | filter $d.town == 'ulm' | aggregate avg($d.queueDepth) as avg_queuedepth",
  ),
  answered(
    'users who asked for more than 3 tasks',
    'source logs | filter $d.reader.id != null | groupby $d.reader.id aggregate distinct_count($d.taskId) as distinct_taskids | filter distinct_taskids > 3 | orderby distinct_taskids desc',
  ),
  followed(
    ['errors of scan-desk today'],
    'what kinds of errors?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'scan-desk' | distinct $d.text",
  ),
  followed(
    ['errors of scan-desk today'],
    'which different errors',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'scan-desk' | distinct $d.text",
  ),
];
