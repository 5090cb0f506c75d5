/** Pieces that the expected queries of the final questions are written with, beside those of the later ones. */
export const ERROR: string = '$m.severity == ERROR';
export const WARNING: string = '$m.severity == WARNING';
export const BAD_SPAN: string = "$d.tags.error == 'true'";

export const S: string = '$l.subsystemname';
export const SVC: string = '$l.serviceName';
export const APP: string = '$l.applicationname';
export const OP: string = '$l.operationName';

export const BODY: string = '$d.logRecord.body';
export const CODE: string = "$d.logRecord.attributes['error.code']";
export const LOG_ROUTE: string = "$d.logRecord.attributes['http.route']";
export const LOG_METHOD: string = "$d.logRecord.attributes['http.request.method']";
export const LOG_STATUS: string = "$d.logRecord.attributes['http.response.status_code']";
export const OWN_ROUTE: string = "$d.tags['http.route']";
export const OWN_METHOD: string = "$d.tags['http.request.method']";
export const OWN_STATUS: string = "$d.tags['http.response.status_code']:number";
export const OWN_TRACE: string = '4bf92f3577b34da6a3ce929d0e0e4736';

export const FLEET_TRACE: string = '7d3f9a2c11e84b6fa0c5d2e9b8f41367';
export const FLEET_STATUS: string = "$d.tags['http.status_code']:number";
export const SPAN_USER: string = "$d.tags['user.id']";

export const TODAY: string = "between @'now' / 1d and @'now'";
export const YESTERDAY: string = "between @'now' / 1d - 1d and @'now' / 1d";
/** Also "since Monday". */
export const THIS_WEEK: string = "between @'2026-11-16' and @'now'";

/** One query for each length of time that "over time" may be read as. */
export const every = (lengths: readonly string[], query: (length: string) => string): readonly string[] =>
  lengths.map(query);

/** The first ones, or the whole list in order: a superlative asks for either. */
export const first = (query: string): readonly string[] => [`${query} | limit 1`, query];

/** Two periods beside each other, as columns or as rows; the metric takes the condition that chooses its records. */
export const periods = (
  source: string,
  at: string,
  metric: { readonly within: (condition: string) => string; readonly all: string },
  key?: string,
): readonly string[] => {
  const [late, early] = [`$m.timestamp >= ${at}`, `$m.timestamp < ${at}`];
  const by = key === undefined ? '' : `groupby ${key} `;
  return [
    `${source} | ${by}aggregate ${metric.within(late)} as late, ${metric.within(early)} as early`,
    `${source} | groupby ${key === undefined ? '' : `${key}, `}if(${late}, 'a', 'b') as period aggregate ${metric.all} as m`,
  ];
};

/** How many records, for `periods`. */
export const COUNTED: { readonly within: (condition: string) => string; readonly all: string } = {
  within: (condition) => `count_if(${condition})`,
  all: 'count()',
};

/** A statistic of a field, for `periods`. */
export const statisticOf = (
  field: string,
  call: (argument: string) => string,
): { readonly within: (condition: string) => string; readonly all: string } => ({
  within: (condition) => call(`if(${condition}, ${field}, null)`),
  all: call(field),
});

/** The share of records that hold, for `periods`. */
export const shareOf = (holds: string): { readonly within: (condition: string) => string; readonly all: string } => ({
  within: (condition) => `count_if(${condition} && ${holds}) / count_if(${condition})`,
  all: `count_if(${holds}) / count()`,
});

/** Each group's part of all records of a source, as a fraction. */
export const partOfAll = (source: string, key: string, name: string): string =>
  `${source} | groupby ${key} aggregate count() as n | join cross (${source} | count into total) into t | choose ${name}, n / t.total as share`;
