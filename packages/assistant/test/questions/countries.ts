import { answered, followed, type QuestionItem } from './item.ts';

/** Countries and languages by their codes, and devices of several words. */
export const COUNTRIES_SAID: readonly QuestionItem[] = [
  answered('how many errors only in Poland', "source logs | filter $m.severity == ERROR && $d.country == 'PL' | count"),
  answered('errors in Germany', "source logs | filter $m.severity == ERROR && $d.country == 'DE'"),
  answered(
    'how many Spanish users had errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.country == 'ES' | aggregate distinct_count($d.user) as users",
  ),
  answered('errors from the US', "source logs | filter $m.severity == ERROR && $d.country == 'US'"),
  answered(
    'errors in the United States by region',
    "source logs | filter $m.severity == ERROR && $d.country == 'US' | groupby $d.region aggregate count() as errors | orderby errors desc",
  ),
  answered(
    'British users with errors',
    "source logs | filter $m.severity == ERROR && $d.country == 'GB' | distinct $d.user",
  ),
  answered('errors not in the Czech Republic', "source logs | filter $m.severity == ERROR && $d.country != 'CZ'"),
  answered(
    'compare Germany and Spain errors today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && in($d.country, 'DE', 'ES') | groupby $d.country aggregate count() as errors | orderby errors desc",
  ),
  answered('errors outside Poland', "source logs | filter $m.severity == ERROR && $d.country != 'PL'"),
  answered('logs in German', "source logs | filter $d.language == 'de'"),
  answered(
    'errors by device type in the UK',
    "source logs | filter $m.severity == ERROR && $d.country == 'GB' | groupby $d.device.type aggregate count() as errors | orderby errors desc",
  ),
  answered('errors on smart TVs', "source logs | filter $m.severity == ERROR && $d.device.type == 'smart-tv'"),
  answered(
    'how many errors on set-top boxes today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.device.type == 'set-top-box' | count",
  ),
  answered('errors on iOS phones', "source logs | filter $m.severity == ERROR && $d.device.type == 'ios-phone'"),
  answered(
    'errors on tablets and smart TVs',
    "source logs | filter $m.severity == ERROR && in($d.device.type, 'tablet', 'smart-tv')",
  ),
  answered('warnings on smart tvs', "source logs | filter $m.severity == WARNING && $d.device.type == 'smart-tv'"),
  answered(
    'do smart TVs fail more often than tablets',
    "source logs | filter in($d.device.type, 'smart-tv', 'tablet') | groupby $d.device.type aggregate count_if($m.severity >= ERROR) / count() as rate, count_if($m.severity >= ERROR) as count | orderby rate desc",
  ),
  answered(
    'errors of Polish users today',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.country == 'PL'",
  ),
  answered('errors by German users', "source logs | filter $m.severity == ERROR && $d.country == 'DE'"),
  answered('errors in Polnd', "source logs | filter $m.severity == ERROR && $d.country == 'PL'"),
  followed(['errors'], 'only in Poland', "source logs | filter $m.severity == ERROR && $d.country == 'PL'"),
  followed(
    ['errors today'],
    'and in Spain?',
    "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $d.country == 'ES'",
  ),
];
