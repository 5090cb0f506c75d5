import { answered, type QuestionItem } from './item.ts';

/** Ids alone, hours of things, classes up to the last, and an example of each that is listed. */
export const IDS_HOURS_AND_CLASSES: readonly QuestionItem[] = [
  answered(
    'which growers hit a gate_timeout, just the ids please',
    "source logs | filter $d.fault.kind == 'gate_timeout' | distinct $d.grower.id",
  ),
  answered(
    'which growers had errors today, only the ids',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR | distinct $d.grower.id",
  ),
  answered(
    'what span operations does the film-cutter have',
    "source spans | filter $l.serviceName == 'film-cutter' | distinct $l.operationName",
  ),
  answered(
    'list the distinct kinds with one example message each',
    'source logs | filter $d.fault.kind != null | dedupeby $d.fault.kind keep 1 orderby $m.timestamp desc',
  ),
  answered(
    'bucket the club response times into under 100 ms, 100 to 500 ms and above',
    "source spans | filter $l.serviceName == 'club' | groupby case { $m.duration < 100000 -> 'up to 100ms', $m.duration >= 100000 && $m.duration <= 500000 -> '100 to 500ms', $m.duration > 500000 -> 'over 500ms' } as class aggregate count() as count | orderby count desc",
  ),
  answered(
    'how many hours of film did we cut per format',
    "source logs | filter $d.text ~ 'film cut' && $d.film.format != null | groupby $d.film.format aggregate sum($d.film.seconds) / 3600 as sum_seconds_h | orderby sum_seconds_h desc",
  ),
  answered(
    'how many minutes of film today',
    "source logs between @'now' / 1d and @'now' | aggregate sum($d.film.seconds) / 60 as sum_seconds_min",
  ),
  answered(
    'were there errors on /join today? show me the gate_timeout ones',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.reply.path == '/join' && $d.fault.kind == 'gate_timeout'",
  ),
  answered(
    'delivery outcomes per carrier',
    'source logs | filter $d.parcel.carrier != null && $d.parcel.outcome != null | groupby $d.parcel.carrier, $d.parcel.outcome aggregate count() as count | orderby count desc',
  ),
];
