import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from 'chdb';
import { flatKey, SEVERITY_LABELS, stringLiteral } from '../../src/index.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** A log record or a span as a row of DataPrime. */
export interface Envelope {
  readonly $m: JsonObject;
  readonly $l: JsonObject;
  readonly $d: JsonObject;
}

/** The engine with the tables of the telemetry store, in a directory of its own. */
export interface Engine {
  readonly query: (sql: string) => unknown[][];
  readonly insertLogs: (rows: readonly Envelope[]) => void;
  readonly insertSpans: (rows: readonly Envelope[]) => void;
  /** The first column of each row is its key. */
  readonly insertTable: (name: string, rows: readonly Readonly<Record<string, string>>[]) => void;
  readonly close: () => void;
}

const readFixture = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const parseLines = (text: string): Envelope[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Envelope);

/** Scalar leaves outside arrays, by type. */
const flatten = (
  value: JsonObject,
  path: readonly string[] = [],
  into = { d_str: {} as JsonObject, d_num: {} as JsonObject, d_bool: {} as JsonObject },
): typeof into => {
  for (const [key, item] of Object.entries(value)) {
    const at = [...path, key];
    if (typeof item === 'string') into.d_str[flatKey(at)] = item;
    else if (typeof item === 'number') into.d_num[flatKey(at)] = item;
    else if (typeof item === 'boolean') into.d_bool[flatKey(at)] = item;
    else if (item !== null && !Array.isArray(item)) flatten(item, at, into);
  }
  return into;
};

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const withoutZone = (value: Json | undefined): string => text(value).replace('T', ' ').replace('Z', '');

const logRow = ({ $m, $l, $d }: Envelope): JsonObject => {
  const { applicationname, subsystemname, ...labels } = $l;
  return {
    ts: withoutZone($m.timestamp),
    severity: Math.max(0, SEVERITY_LABELS.indexOf(text($m.severity))),
    logid: text($m.logid),
    priorityclass: text($m.priorityclass),
    applicationname: text(applicationname),
    subsystemname: text(subsystemname),
    labels,
    d_json: JSON.stringify($d),
    ...flatten($d),
  };
};

const KINDS = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'];
const STATUSES = ['UNSET', 'OK', 'ERROR'];

const spanRow = ({ $m, $l, $d }: Envelope): JsonObject => ({
  ts: withoutZone($m.timestamp),
  duration: Number($m.duration) * 1000,
  trace: text($d.traceID),
  span: text($d.spanID),
  parent: text($d.parentId) === '' ? '0000000000000000' : text($d.parentId),
  service: text($l.serviceName),
  name: text($l.operationName),
  kind: KINDS.indexOf(text($m.kind)),
  status: STATUSES.indexOf(text($m.statusCode)),
  status_message: text($m.statusMessage),
  application: text($l.applicationName),
  subsystem: text($l.subsystemName),
  resource: ($d.process as JsonObject).tags ?? {},
  attrs: $d.tags ?? {},
  event_ts: ($d.logs as JsonObject[]).map((event) => withoutZone(event.timestamp)),
  event_name: ($d.logs as JsonObject[]).map((event) => text(event.name)),
  event_attrs: ($d.logs as JsonObject[]).map((event) => event.fields ?? {}),
});

const LOG_STRUCTURE =
  "ts DateTime64(9, 'UTC'), severity UInt8, logid String, priorityclass String, applicationname String, subsystemname String, labels Map(String, String), d_json String, d_str Map(String, String), d_num Map(String, Float64), d_bool Map(String, Bool)";
const LOG_COLUMNS =
  'ts, severity, logid, priorityclass, applicationname, subsystemname, labels, d_json, d_str, d_num, d_bool';
const SPAN_STRUCTURE =
  "ts DateTime64(9, 'UTC'), duration UInt64, trace String, span String, parent String, service String, name String, kind UInt8, status UInt8, status_message String, application String, subsystem String, resource Map(String, String), attrs Map(String, String), event_ts Array(DateTime64(9, 'UTC')), event_name Array(String), event_attrs Array(Map(String, String))";

const asJsonLines = (rows: readonly JsonObject[]): string =>
  stringLiteral(rows.map((row) => JSON.stringify(row)).join('\n'));

export const createEngine = (): Engine => {
  const directory = mkdtempSync(join(tmpdir(), 'dataprime-'));
  // The store runs without that cache as well: it can hide rows of later queries.
  const connectionArgs = ['--output_format_json_quote_64bit_integers=1', '--use_query_condition_cache=0'];
  const session = new Session(directory, { connectionArgs });
  for (const statement of readFixture('tables.sql').split(/;\n/)) if (statement.trim() !== '') session.query(statement);
  return {
    query: (sql) => {
      const lines = session.query(sql, 'JSONCompactEachRow').split('\n');
      return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown[]);
    },
    insertLogs: (rows) => {
      session.query(
        `INSERT INTO otel.logs (${LOG_COLUMNS}) SELECT ${LOG_COLUMNS} FROM format(JSONEachRow, ${stringLiteral(LOG_STRUCTURE)}, ${asJsonLines(rows.map(logRow))})`,
      );
    },
    insertSpans: (rows) => {
      session.query(
        `INSERT INTO otel.spans (ts, duration, trace_id, span_id, parent_id, service, name, kind, status, status_message, application, subsystem, resource, attrs, events.ts, events.name, events.attrs)
         SELECT ts, duration, unhex(trace), unhex(span), unhex(parent), service, name, kind, status, status_message, application, subsystem, resource, attrs, event_ts, event_name, event_attrs
         FROM format(JSONEachRow, ${stringLiteral(SPAN_STRUCTURE)}, ${asJsonLines(rows.map(spanRow))})`,
      );
    },
    insertTable: (name, rows) => {
      const records = rows.map((columns, position) => ({ key: Object.values(columns)[0] ?? '', position, columns }));
      session.query(
        `INSERT INTO otel.enrichments SELECT ${stringLiteral(name)}, key, position, columns
         FROM format(JSONEachRow, 'key String, position UInt64, columns Map(String, String)', ${asJsonLines(records)})`,
      );
    },
    close: () => {
      session.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

/** The tables of `golden/data`, by their names. */
export const GOLDEN_TABLES = JSON.parse(readFixture('../golden/data/tables.json')) as Readonly<
  Record<string, readonly Readonly<Record<string, string>>[]>
>;

/** An engine that holds the records of `golden/data`. */
export const createGoldenEngine = (): Engine => {
  const engine = createEngine();
  engine.insertLogs(parseLines(readFixture('../golden/data/logs.ndjson')));
  engine.insertSpans(parseLines(readFixture('../golden/data/spans.ndjson')));
  for (const [name, rows] of Object.entries(GOLDEN_TABLES)) engine.insertTable(name, rows);
  return engine;
};
