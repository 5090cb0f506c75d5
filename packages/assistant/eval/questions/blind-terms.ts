/** Pieces that the expected queries of the blind questions are written with. */
export const S: string = '$l.subsystemname';
export const SVC: string = '$l.serviceName';
export const ERROR: string = '$m.severity == ERROR';
export const DAY: string = "@'now' / 1d";
export const TODAY: string = `between ${DAY} and @'now'`;
export const YESTERDAY: string = `between ${DAY} - 1d and ${DAY}`;
export const TWO_DAYS: string = `between ${DAY} - 1d and @'now'`;
export const THIS_WEEK: string = "between @'2026-11-16' and @'now'";
export const since = (moment: string): string => `between @'${moment}' and @'now'`;

export const BODY: string = '$d.logRecord.body';
export const LOG_ROUTE: string = "$d.logRecord.attributes['http.route']";
export const LOG_STATUS: string = "$d.logRecord.attributes['http.response.status_code']";
export const LOG_METHOD: string = "$d.logRecord.attributes['http.request.method']";
export const LOG_CODE: string = "$d.logRecord.attributes['error.code']";
export const ROUTE: string = "$d.tags['http.route']";
export const OWN_STATUS: string = "$d.tags['http.response.status_code']:number";
export const OWN_METHOD: string = "$d.tags['http.request.method']";
export const FLEET_STATUS: string = "$d.tags['http.status_code']:number";
export const BAD_SPAN: string = "$d.tags.error == 'true'";
export const SERVER: string = "$m.kind == 'SERVER'";

/** One of the most: the first alone, the first ten, or all in order are answers alike. */
export const most = (query: string, by: string): readonly string[] => [
  `${query} | orderby ${by} desc | limit 1`,
  query,
  `${query} | orderby ${by} desc | limit 10`,
];

/** A series whose length of groups the question leaves open. */
export const overTime = (query: (bucket: string) => string): readonly string[] =>
  ['10m', '5m', '15m', '30m', '1h'].map(query);
