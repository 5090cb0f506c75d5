import { answered, declined, followed, type QuestionItem } from './item.ts';

/** Things that a service alone is called by, and what was done, where a field tells it of more records than messages do. */
export const TOLD_BY_THE_DATA: readonly QuestionItem[] = [
  answered(
    'delay rate of each timetable',
    "source logs | filter $d.table.outcome != null && $d.table.name != null | groupby $d.table.name aggregate count_if($d.table.outcome == 'delayed') / count() as rate | orderby rate desc",
  ),
  answered(
    'which timetables had more than 20 delays since monday',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.table.name != null && $d.table.outcome == 'delayed' | groupby $d.table.name aggregate count() as count | filter count > 20 | orderby count desc",
  ),
  declined('errors of each video', 'clarify'),
  answered(
    'terminations by reason',
    "source logs | filter $d.pass.action == 'terminated' && $d.pass.reason != null | groupby $d.pass.reason aggregate count() as count | orderby count desc",
  ),
  answered(
    'denied riders by watch yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.gate.verdict == 'denied' | groupby $d.rider.watch aggregate count() as count | orderby count desc",
  ),
  answered(
    'which notes were erased this week',
    "source logs between @'2026-11-16T00:00:00Z' and @'now' | filter $d.note.action == 'erased' && $d.note.slug != null | distinct $d.note.slug",
  ),
  answered(
    'how many distinct riders did the turnstile deny per day',
    "source logs | filter $d.gate.verdict == 'denied' && $l.subsystemname == 'turnstile' | groupby roundTime($m.timestamp, 1d) as bucket aggregate distinct_count($d.rider.id) as distinct_id | orderby bucket asc",
  ),
  answered(
    'riders with more than 3 denied tickets today',
    "source logs between @'now' / 1d and @'now' | filter $d.rider.id != null && $d.gate.verdict == 'denied' | groupby $d.rider.id aggregate count() as count | filter count > 3 | orderby count desc",
  ),
  answered('upload queue above 40', 'source logs | filter $d.video.queue > 40'),
  answered(
    'which sign slots were left unpowered most often yesterday',
    "source logs between @'now' / 1d - 1d and @'now' / 1d | filter $d.sign.powered == false && $d.sign.slot != null | groupby $d.sign.slot aggregate count() as count | orderby count desc",
  ),
  answered(
    'average pass price per vendor and what is the highest?',
    'source logs | filter $d.pass.vendor != null | groupby $d.pass.vendor aggregate avg($d.pass.price_eur) as avg_price_eur, max($d.pass.price_eur) as max_price_eur | orderby avg_price_eur desc',
  ),
  answered(
    'for every service, the number of failed spans and of all spans',
    "source spans | groupby $l.serviceName aggregate count_if($d.tags.error == 'true') as failed, count() as count | orderby failed desc",
  ),
  answered(
    'how many customers were affected by vault timeouts',
    "source logs | filter $d.fault.kind == 'vault_timeout' | aggregate distinct_count($d.rider.id) as customers",
  ),
  answered(
    'how many people were denied today',
    "source logs between @'now' / 1d and @'now' | filter $d.gate.verdict == 'denied' | aggregate distinct_count($d.rider.id) as peoples",
  ),
  answered(
    'pull the number of tries out of the vault messages ("after N tries") and give me the average',
    "source logs | filter $d.text ~ 'tries' | extract $d.text into found using regexp(/after\\s*(?<tries>\\d+(?:\\.\\d+)?)\\s*tries/) | aggregate avg($d.found.tries:number) as avg_tries",
  ),
  answered('searches without hits today', "source logs between @'now' / 1d and @'now' | filter $d.lookup.hits == 0"),
  followed(
    ['riders with errors'],
    'how many of them have a square watch',
    "source logs | filter $m.severity == ERROR && $d.rider.watch == 'square' | aggregate distinct_count($d.rider.id) as how_many",
  ),
  declined('it is broken, look', 'clarify'),
  declined('which videos had more than 3 errors', 'clarify'),
  answered(
    'timetables by delay rate',
    "source logs | filter $d.table.outcome != null && $d.table.name != null | groupby $d.table.name aggregate count_if($d.table.outcome == 'delayed') / count() as rate | orderby rate desc",
  ),
  answered(
    'average upload queue per wagon',
    'source logs | filter $d.video.wagon != null | groupby $d.video.wagon aggregate avg($d.video.queue) as avg_queue | orderby avg_queue desc',
  ),
  answered(
    'average pass price per vendor and the lowest',
    'source logs | filter $d.pass.vendor != null | groupby $d.pass.vendor aggregate avg($d.pass.price_eur) as avg_price_eur, min($d.pass.price_eur) as min_price_eur | orderby avg_price_eur desc',
  ),
  answered(
    'which users filed the most notes',
    "source logs | filter $d.note.action == 'filed' && $d.note.user != null | groupby $d.note.user aggregate count() as count | orderby count desc",
  ),
  answered(
    'share of erased notes per slug',
    "source logs | filter $d.note.action != null && $d.note.slug != null | groupby $d.note.slug aggregate count_if($d.note.action == 'erased') / count() as rate | orderby rate desc",
  ),
  answered(
    'what share of notes was erased',
    "source logs | filter $d.note.action != null | aggregate count_if($d.note.action == 'erased') / count() as rate",
  ),
  answered(
    'riders that were denied most often',
    "source logs | filter $d.gate.verdict == 'denied' | groupby $d.rider.id aggregate count() as count | orderby count desc",
  ),
];
