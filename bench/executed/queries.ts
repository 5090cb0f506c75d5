import { SERVICES } from './data-sql.ts';

/** One question in DataPrime, and the best SQL an expert would write for the same answer on the same tables. */
export interface Question {
  readonly name: string;
  readonly dataprime: string;
  /** `{day}` and `{hour}` are conditions on `ts`; columns stand in the order of the answer. */
  readonly sql: string;
  /** The rows stand in an order that the question asks for. */
  readonly ordered?: true;
  /** How far numbers may differ, as a share: for what both sides estimate. */
  readonly tolerance?: number;
}

/** Ids that stand in the data. */
export interface SeenIds {
  readonly trace: string;
  readonly request: string;
}

const ESTIMATED = 0.1;
const NANOS = '1000000000';

const overLogs = ({ request }: SeenIds): readonly Question[] => [
  {
    name: 'errors by service, last hour',
    dataprime: 'source logs last 1h | filter $m.severity >= ERROR | countby $l.subsystemname',
    sql: 'SELECT subsystemname, count() FROM otel.logs WHERE {hour} AND severity >= 5 GROUP BY subsystemname',
  },
  {
    name: 'records per minute and service, last hour',
    dataprime:
      'source logs last 1h | groupby $m.timestamp / 1m as minute, $l.subsystemname as service aggregate count() as n',
    sql: `SELECT toInt64(toUnixTimestamp(minute)) * ${NANOS}, subsystemname, n FROM (SELECT toStartOfMinute(ts) AS minute, subsystemname, count() AS n FROM otel.logs WHERE {hour} GROUP BY minute, subsystemname)`,
  },
  {
    name: 'records per hour and severity, a day',
    dataprime:
      'source logs | groupby $m.timestamp.roundTime(1h) as hour, $m.severity as severity aggregate count() as n',
    sql: `SELECT toInt64(toUnixTimestamp(hour)) * ${NANOS}, severity, n FROM (SELECT toStartOfHour(ts) AS hour, severity, count() AS n FROM otel.logs WHERE {day} GROUP BY hour, severity)`,
  },
  {
    name: 'top 10 routes by average duration',
    dataprime: 'source logs | top 10 http.route as route by avg(duration_ms) as ms',
    sql: `SELECT d_str['http.route'] AS route, avg(d_num['duration_ms']) AS ms FROM otel.logs WHERE {day} GROUP BY route ORDER BY ms DESC LIMIT 10`,
    ordered: true,
  },
  {
    name: 'number filtered, counted by text',
    dataprime: 'source logs | filter http.status >= 500 | countby region',
    sql: `SELECT d_str['region'] AS region, count() FROM otel.logs WHERE {day} AND d_num['http.status'] >= 500 GROUP BY region`,
  },
  {
    name: 'rare phrase counted',
    dataprime: "source logs | filter msg ~ 'Deadlock detected' | count",
    sql: `SELECT count() FROM otel.logs WHERE {day} AND hasAllTokens(mapValues(d_str), 'deadlock detected') AND positionCaseInsensitive(d_str['msg'], 'deadlock detected') > 0`,
  },
  {
    name: 'an id among all messages',
    dataprime: `source logs | filter msg ~ '${request.toUpperCase()}' | choose $m.timestamp, $l.subsystemname, msg`,
    sql: `SELECT toUnixTimestamp64Nano(ts), subsystemname, d_str['msg'] FROM otel.logs WHERE {day} AND hasAllTokens(mapValues(d_str), '${request}') AND positionCaseInsensitive(d_str['msg'], '${request}') > 0`,
  },
  {
    name: 'frequent phrase by service',
    dataprime: "source logs | filter msg ~ 'timeout while calling' | countby $l.subsystemname",
    sql: `SELECT subsystemname, count() FROM otel.logs WHERE {day} AND hasAllTokens(mapValues(d_str), 'timeout while calling') AND positionCaseInsensitive(d_str['msg'], 'timeout while calling') > 0 GROUP BY subsystemname`,
  },
  {
    name: 'phrase anywhere in the record, last hour',
    dataprime: "source logs last 1h | wildfind 'deadlock detected' | count",
    // A text inside an array stands in d_json alone, so that is where one has to look.
    sql: "SELECT count() FROM otel.logs WHERE {hour} AND positionCaseInsensitive(d_json, 'deadlock detected') > 0",
  },
  {
    name: 'distinct users by service',
    dataprime: 'source logs | groupby $l.subsystemname as service aggregate distinct_count(user.id) as users',
    sql: `SELECT subsystemname, uniqExact(d_str['user.id']) FROM otel.logs WHERE {day} GROUP BY subsystemname`,
  },
  {
    name: 'newest 100 errors of an application',
    dataprime:
      "source logs | filter $l.applicationname == 'shop' && $m.severity >= ERROR | orderby $m.timestamp desc | limit 100 | choose $m.timestamp, $l.subsystemname, msg",
    sql: `SELECT toUnixTimestamp64Nano(ts), subsystemname, d_str['msg'] FROM otel.logs WHERE {day} AND applicationname = 'shop' AND severity >= 5 ORDER BY ts DESC LIMIT 100`,
    ordered: true,
  },
  {
    name: 'newest 100 whole records of a region',
    dataprime: "source logs | filter region == 'eu-1' | orderby $m.timestamp desc | limit 100",
    sql: `SELECT toUnixTimestamp64Nano(ts), severity, logid, toString(templateid), priorityclass, applicationname, subsystemname, toJSONString(labels), d_json FROM otel.logs WHERE {day} AND d_str['region'] = 'eu-1' ORDER BY ts DESC LIMIT 100`,
    ordered: true,
  },
  {
    name: 'error ratio by service',
    dataprime:
      'source logs | groupby $l.subsystemname as service aggregate count_if(http.status >= 500) / count() as ratio',
    sql: `SELECT subsystemname, countIf(d_num['http.status'] >= 500) / count() FROM otel.logs WHERE {day} GROUP BY subsystemname`,
  },
  {
    name: 'one request by its id',
    dataprime: `source logs | filter request_id == '${request}' | choose $m.timestamp, $l.subsystemname, msg`,
    sql: `SELECT toUnixTimestamp64Nano(ts), subsystemname, d_str['msg'] FROM otel.logs WHERE {day} AND d_str['request_id'] = '${request}'`,
  },
  {
    name: 'sum, average and maximum by two keys',
    dataprime:
      'source logs | groupby region, http.method as method aggregate sum(duration_ms) as s, avg(duration_ms) as a, max(duration_ms) as m',
    sql: `SELECT d_str['region'] AS region, d_str['http.method'] AS method, sum(d_num['duration_ms']), avg(d_num['duration_ms']), max(d_num['duration_ms']) FROM otel.logs WHERE {day} GROUP BY region, method`,
  },
  {
    name: 'newest record of each route, last hour',
    dataprime:
      'source logs last 1h | dedupeby http.route keep 1 orderby $m.timestamp desc | choose http.route, $m.timestamp, msg',
    sql: `SELECT route, toUnixTimestamp64Nano(newest.1), newest.2 FROM (SELECT d_str['http.route'] AS route, argMax((ts, d_str['msg']), ts) AS newest FROM otel.logs WHERE {hour} GROUP BY route)`,
  },
  {
    name: 'part of a text by regular expression, counted',
    dataprime:
      'source logs last 1h | extract msg into found using regexp(e=/upstream (?<service>[a-z]+) after/) | countby found.service',
    sql: `SELECT nullIf(regexpExtract(d_str['msg'], 'upstream ([a-z]+) after', 1), '') AS service, count() FROM otel.logs WHERE {hour} GROUP BY service`,
  },
  {
    name: 'key of two types counted',
    dataprime: 'source logs | countby code',
    sql: `SELECT if(code = '', toString(number), toJSONString(code)), n FROM (SELECT d_str['code'] AS code, d_num['code'] AS number, count() AS n FROM otel.logs WHERE {day} GROUP BY code, number)`,
  },
  {
    name: 'several groupings at once',
    dataprime:
      'source logs | multigroupby ($l.subsystemname as service), (region as region) aggregate count() as n, avg(duration_ms) as ms',
    sql: `SELECT if(grouping(subsystemname) = 1, NULL, toString(subsystemname)), if(grouping(region) = 1, NULL, region), count(), avg(d_num['duration_ms']) FROM otel.logs WHERE {day} GROUP BY GROUPING SETS ((subsystemname), (d_str['region'] AS region))`,
  },
  {
    name: 'elements of an array counted, last hour',
    dataprime: 'source logs last 1h | explode tags into tag | countby tag',
    sql: `SELECT toJSONString(arrayJoin(JSONExtract(d_json, 'tags', 'Array(String)')) AS tag), count() FROM otel.logs WHERE {hour} GROUP BY tag`,
  },
];

const overSpans = ({ trace }: SeenIds): readonly Question[] => [
  {
    name: 'p95 by service and route',
    dataprime:
      "source spans | groupby $l.serviceName as service, tags['http.route'] as route aggregate percentile(0.95, $m.duration) as p95",
    sql: `SELECT service, nullIf(attrs['http.route'], '') AS route, quantile(0.95)(duration) / 1000 FROM otel.spans WHERE {day} GROUP BY service, route`,
    tolerance: ESTIMATED,
  },
  {
    name: 'spans of a trace',
    dataprime: `source spans | filter traceID == '${trace}' | choose spanID, operationName, $m.duration`,
    sql: `SELECT lower(hex(span_id)), name, duration / 1000 FROM otel.spans WHERE {day} AND trace_id = unhex('${trace}')`,
  },
  {
    name: 'slowest 20 spans of a service',
    dataprime: `source spans | filter $l.serviceName == '${SERVICES[0]}' && $m.duration > 200000 | orderby $m.duration desc | limit 20 | choose traceID, operationName, $m.duration`,
    sql: `SELECT lower(hex(trace_id)), name, duration / 1000 FROM otel.spans WHERE {day} AND service = '${SERVICES[0]}' AND duration > 200000000 ORDER BY duration DESC LIMIT 20`,
    ordered: true,
  },
  {
    name: 'failed spans by status code',
    dataprime: "source spans | filter $m.statusCode == 'ERROR' | countby tags['http.response.status_code'] as code",
    sql: `SELECT attrs['http.response.status_code'] AS code, count() FROM otel.spans WHERE {day} AND status = 2 GROUP BY code`,
  },
  {
    name: 'requests per minute and mean duration',
    dataprime:
      "source spans | filter $m.kind == 'SERVER' | groupby $m.timestamp / 5m as time aggregate count() as n, avg($m.duration) as us",
    sql: `SELECT toInt64(toUnixTimestamp(time)) * ${NANOS}, n, us FROM (SELECT toStartOfFiveMinutes(ts) AS time, count() AS n, avg(duration) / 1000 AS us FROM otel.spans WHERE {day} AND kind = 2 GROUP BY time)`,
  },
  {
    name: 'two aggregates joined',
    dataprime:
      'source spans | groupby $l.serviceName as service aggregate count() as spans | join (source logs | filter $m.severity >= ERROR | groupby $l.subsystemname as service aggregate count() as errors) on left=>service == right=>service into e | choose service, spans, e.errors:number as errors',
    sql: `SELECT service, spans, errors FROM (SELECT service, count() AS spans FROM otel.spans WHERE {day} GROUP BY service) AS l LEFT JOIN (SELECT subsystemname AS service, count() AS errors FROM otel.logs WHERE {day} AND severity >= 5 GROUP BY service) AS r USING service`,
  },
];

export const questions = (ids: SeenIds): readonly Question[] => [...overLogs(ids), ...overSpans(ids)];
