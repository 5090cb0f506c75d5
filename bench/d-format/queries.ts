import type { FormatName } from './formats.ts';

/** One question, in the SQL of each format. `{t}` is the table. */
export interface Question {
  readonly name: string;
  readonly sql: Readonly<Record<FormatName, string>>;
}

const same = (sql: string): Record<FormatName, string> => ({ B: sql, C: sql, D: sql, F: sql });
const maps = (typed: string, text: string, json: string): Record<FormatName, string> => ({
  B: typed,
  F: typed,
  C: text,
  D: json,
});

export const questions = (someRequestId: string): readonly Question[] => [
  {
    name: 'equality on text',
    sql: maps(
      "SELECT count() FROM {t} WHERE d_str['http.route'] = '/api/cart'",
      "SELECT count() FROM {t} WHERE d['http.route'] = '/api/cart'",
      "SELECT count() FROM {t} WHERE d.http.route.:String = '/api/cart'",
    ),
  },
  {
    name: 'numeric range',
    sql: maps(
      "SELECT count() FROM {t} WHERE d_num['duration_ms'] > 250",
      "SELECT count() FROM {t} WHERE toFloat64OrNull(d['duration_ms']) > 250",
      'SELECT count() FROM {t} WHERE d.duration_ms.:Float64 > 250 OR d.duration_ms.:Int64 > 250',
    ),
  },
  {
    name: 'group by text',
    sql: maps(
      "SELECT d_str['region'] AS k, count() FROM {t} GROUP BY k",
      "SELECT d['region'] AS k, count() FROM {t} GROUP BY k",
      'SELECT d.region.:String AS k, count() FROM {t} GROUP BY k',
    ),
  },
  {
    name: 'group by number, type kept',
    sql: maps(
      "SELECT if(mapContains(d_num, 'http.status'), d_num['http.status'], NULL) AS k, count() FROM {t} GROUP BY k",
      "SELECT JSONExtractRaw(d_json, 'http', 'status') AS k, count() FROM {t} GROUP BY k",
      'SELECT d.http.status.:Int64 AS k, count() FROM {t} GROUP BY k',
    ),
  },
  { name: 'count by severity', sql: same('SELECT severity, count() FROM {t} GROUP BY severity') },
  {
    name: 'p95 of a number by service',
    sql: maps(
      "SELECT service, quantile(0.95)(d_num['duration_ms']) FROM {t} GROUP BY service",
      "SELECT service, quantile(0.95)(toFloat64OrNull(d['duration_ms'])) FROM {t} GROUP BY service",
      'SELECT service, quantile(0.95)(ifNull(d.duration_ms.:Float64, toFloat64(d.duration_ms.:Int64))) FROM {t} GROUP BY service',
    ),
  },
  {
    name: 'text search in a message',
    sql: maps(
      "SELECT count() FROM {t} WHERE positionCaseInsensitive(d_str['msg'], 'timeout while') > 0",
      "SELECT count() FROM {t} WHERE positionCaseInsensitive(d['msg'], 'timeout while') > 0",
      "SELECT count() FROM {t} WHERE positionCaseInsensitive(d.msg.:String, 'timeout while') > 0",
    ),
  },
  {
    name: 'distinct values',
    sql: maps(
      "SELECT uniqExact(d_str['k8s\\\\.pod']) FROM {t}",
      "SELECT uniqExact(d['k8s\\\\.pod']) FROM {t}",
      'SELECT uniqExact(d.k8s.pod.:String) FROM {t}',
    ),
  },
  {
    name: 'existence of a rare key',
    sql: maps(
      "SELECT count() FROM {t} WHERE mapContains(d_bool, 'error.retryable')",
      "SELECT count() FROM {t} WHERE mapContains(d, 'error.retryable')",
      'SELECT count() FROM {t} WHERE d.error.retryable IS NOT NULL',
    ),
  },
  {
    name: 'newest 100 whole rows',
    sql: {
      B: 'SELECT ts, severity, service, d_json FROM {t} ORDER BY ts DESC LIMIT 100',
      C: 'SELECT ts, severity, service, d_json FROM {t} ORDER BY ts DESC LIMIT 100',
      D: 'SELECT ts, severity, service, d FROM {t} ORDER BY ts DESC LIMIT 100',
      F: 'SELECT ts, severity, service, d_str, d_num, d_bool, d_arr FROM {t} ORDER BY ts DESC LIMIT 100',
    },
  },
  {
    name: 'one id among all',
    sql: maps(
      `SELECT count() FROM {t} WHERE d_str['request_id'] = '${someRequestId}'`,
      `SELECT count() FROM {t} WHERE d['request_id'] = '${someRequestId}'`,
      `SELECT count() FROM {t} WHERE d.request_id.:String = '${someRequestId}'`,
    ),
  },
  {
    name: 'array contains',
    sql: {
      B: "SELECT count() FROM {t} WHERE has(JSONExtract(d_json, 'tags', 'Array(String)'), 'us-1')",
      C: "SELECT count() FROM {t} WHERE has(JSONExtract(d_json, 'tags', 'Array(String)'), 'us-1')",
      D: "SELECT count() FROM {t} WHERE has(d.tags.:`Array(Nullable(String))`, 'us-1')",
      F: "SELECT count() FROM {t} WHERE has(JSONExtract(d_arr['tags'], 'Array(String)'), 'us-1')",
    },
  },
];
