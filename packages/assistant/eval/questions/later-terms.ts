/** Pieces that the expected queries of the later questions are written with, beside those of the blind ones. */
export const OR_WORSE: string = '$m.severity >= ERROR';
export const CRITICAL: string = '$m.severity == CRITICAL';
export const THURSDAY: string = "between @'2026-11-19' and @'2026-11-20'";
export const DEPLOY: string = '2026-11-19T18:30:00Z';

export const MSG: string = '$d.msg';
export const USER: string = '$d.user';
export const SHOP_STATUS: string = '$d.status';

export const MESSAGE: string = '$d.message';
export const STATUS: string = '$d.http.status_code';
export const LOG_TRACE: string = '$d.logRecord.traceId';
export const OWN_DB: string = "$d.tags['db.system.name']";
export const FLEET_DB: string = "$d.tags['db.system']";

/** Part of a day of the frozen Friday, from one clock time to another. */
export const clock = (from: string, to: string): string =>
  `between @'2026-11-20T${from}:00Z' and @'2026-11-20T${to}:00Z'`;

export const sinceClock = (from: string): string => `between @'2026-11-20T${from}:00Z' and @'now'`;

/** Whether there is any: the records, or their number. */
export const anyOf = (query: string): readonly string[] => [query, `${query} | count`];

/** Of severity ERROR alone as the conventions say, or of CRITICAL too. */
export const errors = (query: (condition: string) => string): readonly string[] => [
  query('$m.severity == ERROR'),
  query(OR_WORSE),
];
