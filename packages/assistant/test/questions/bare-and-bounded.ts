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
  answered(
    'errors per line today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | groupby $d.tram.line aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'for each line, which paper is the most frequent?',
    'source logs | filter $d.paper != null | groupby $d.tram.line, $d.paper aggregate count() as count | dedupeby tram.line keep 1 orderby count desc',
  ),
  answered(
    'porters who had more than 2 errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.porterId != null | groupby $d.porterId aggregate count() as errors | filter errors > 2 | orderby errors desc",
  ),
  answered(
    'which readers had a print ordered twice',
    "source logs | filter $d.text ~ 'print ordered twice' | distinct $d.reader.id",
  ),
  followed(
    ['errors of scan-desk today'],
    'what is the average duration?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'scan-desk' | aggregate avg($d.durationSeconds) as avg_durationseconds",
  ),
];
