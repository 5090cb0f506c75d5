import { attributeText } from '../rows/attribute-text.ts';
import { isJsonObject, isRawNumber, type JsonTree } from '../rows/json-tree.ts';
import { severityFromOtel, severityFromWord } from '../rows/severity.ts';
import { epochNanos } from './epoch.ts';
import { createPresentKeys } from './present-keys.ts';
import { timeFromText } from './time-text.ts';

type Tree = { readonly [key: string]: JsonTree };

/** In the order they are tried; a name with a dot is a flat key first, a path then. */
const TIME_KEYS: readonly string[] = [
  '@timestamp',
  'timestamp',
  'ts',
  'time',
  '@t',
  't',
  'datetime',
  'date_time',
  'date',
  'eventTime',
  'event_time',
  'timeUnixNano',
  'time_unix_nano',
  'observedTimestamp',
  'asctime',
  '_time',
  'timeMillis',
  'created_at',
  'createdAt',
];
export const SEVERITY_KEYS: readonly string[] = [
  'severity',
  'level',
  'lvl',
  'loglevel',
  'logLevel',
  'log_level',
  'log.level',
  'severityText',
  'severity_text',
  'levelname',
  'level_name',
  '@l',
  'severityNumber',
  'severity_number',
];
export const APPLICATION_KEYS: readonly string[] = [
  'applicationname',
  'applicationName',
  'application_name',
  'application',
  'app',
  'app_name',
  'appName',
  'service.namespace',
  'service_namespace',
  'namespace',
];
export const SUBSYSTEM_KEYS: readonly string[] = [
  'subsystemname',
  'subsystemName',
  'subsystem_name',
  'subsystem',
  'service.name',
  'service_name',
  'serviceName',
  'service',
  'component',
];
/** DataPrime's other labels and the keys they are read from. */
export const LABEL_KEYS: readonly (readonly [label: string, keys: readonly string[]])[] = [
  ['category', ['category']],
  ['classname', ['classname', 'className']],
  ['computername', ['computername', 'computerName', 'hostname', 'host.name']],
  ['methodname', ['methodname', 'methodName']],
  ['threadid', ['threadid', 'threadId', 'thread_id', 'thread.id']],
  ['ipaddress', ['ipaddress', 'ipAddress', 'ip_address']],
];
const TRACE_KEYS: readonly string[] = ['trace_id', 'traceId', 'traceID', 'trace.id'];
const SPAN_KEYS: readonly string[] = ['span_id', 'spanId', 'spanID', 'span.id'];

const presentKeys = createPresentKeys({
  ...Object.fromEntries(LABEL_KEYS),
  time: TIME_KEYS,
  severity: SEVERITY_KEYS,
  application: APPLICATION_KEYS,
  subsystem: SUBSYSTEM_KEYS,
  trace: TRACE_KEYS,
  span: SPAN_KEYS,
});

const ofKey = (tree: Tree, name: string): JsonTree | undefined => {
  const flat = Object.hasOwn(tree, name) ? tree[name] : undefined;
  const dot = name.indexOf('.');
  if (flat !== undefined || dot <= 0) return flat;
  const parent = Object.hasOwn(tree, name.slice(0, dot)) ? tree[name.slice(0, dot)] : undefined;
  const key = name.slice(dot + 1);
  return isJsonObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
};

const isScalar = (value: JsonTree | undefined): boolean =>
  value !== undefined && value !== null && (typeof value !== 'object' || isRawNumber(value));

const firstText = (tree: Tree, keys: readonly string[]): string => {
  for (const key of keys) {
    const value = ofKey(tree, key);
    if (isScalar(value)) {
      const text = attributeText(value).trim();
      if (text !== '') return text;
    }
  }
  return '';
};

/** Nanoseconds since 1970 of a value that is a time: text, a number by its size, `{"$date": …}`; null otherwise. */
export const timeOf = (value: JsonTree | undefined, nowNanos: bigint): bigint | null => {
  if (typeof value === 'string') return timeFromText(value, nowNanos);
  if (typeof value === 'number') return epochNanos(String(value));
  if (isRawNumber(value)) return epochNanos(value.rawJSON);
  return isJsonObject(value) ? timeOf(value.$date, nowNanos) : null;
};

/** The time under the first usual key that holds one; null where none does. */
export const usualTime = (tree: Tree, nowNanos: bigint): bigint | null => {
  for (const key of presentKeys(tree, 'time')) {
    const nanos = timeOf(ofKey(tree, key), nowNanos);
    if (nanos !== null) return nanos;
  }
  return null;
};

/** Whether any of those keys holds something that should be a time. */
export const hasUsualTime = (tree: Tree): boolean =>
  presentKeys(tree, 'time').some((key) => {
    const value = ofKey(tree, key);
    return isScalar(value) && typeof value !== 'boolean' && value !== '';
  });

/** pino and bunyan: 10 trace, 20 debug, 30 info, 40 warn, 50 error, 60 fatal; they stand for OpenTelemetry's 1, 5, 9, … */
const fromTens = (level: number): number =>
  level >= 10 && level <= 60 && level % 10 === 0 ? severityFromOtel((level / 10 - 1) * 4 + 1) : 0;

/** The code of a value under a key; 0 where it is no severity. */
export const severityOf = (key: string, value: JsonTree | undefined): number => {
  if (typeof value === 'string' && !/^\d+$/.test(value)) return severityFromWord(value);
  if (typeof value !== 'string' && typeof value !== 'number') return 0;
  const level = Number(value);
  // 10 and 20 are both scales': loggers that write tens call it a level, OpenTelemetry a severity.
  return key.startsWith('severity')
    ? severityFromOtel(level) || fromTens(level)
    : fromTens(level) || severityFromOtel(level);
};

/** DataPrime code under the first usual key that holds a severity; 0 where none does. */
export const usualSeverity = (tree: Tree): number => {
  for (const key of presentKeys(tree, 'severity')) {
    const severity = severityOf(key, ofKey(tree, key));
    if (severity !== 0) return severity;
  }
  return 0;
};

export interface UsualLabels {
  /** Empty where none was found. */
  readonly application: string;
  readonly subsystem: string;
  readonly labels: readonly (readonly [name: string, value: string])[];
}

export const usualLabels = (tree: Tree): UsualLabels => {
  const labels: (readonly [string, string])[] = [];
  for (const [label] of LABEL_KEYS) {
    const value = firstText(tree, presentKeys(tree, label));
    if (value !== '') labels.push([label, value]);
  }
  return {
    application: firstText(tree, presentKeys(tree, 'application')),
    subsystem: firstText(tree, presentKeys(tree, 'subsystem')),
    labels,
  };
};

const hexOf = (tree: Tree, keys: readonly string[], digits: number): string => {
  const id = firstText(tree, keys).toLowerCase();
  return id.length === digits && /^[0-9a-f]+$/.test(id) && !/^0+$/.test(id) ? id : '';
};

/** Ids under the usual keys, where they are well-formed; empty otherwise. */
export const usualIds = (tree: Tree): { readonly traceId: string; readonly spanId: string } => ({
  traceId: hexOf(tree, presentKeys(tree, 'trace'), 32),
  spanId: hexOf(tree, presentKeys(tree, 'span'), 16),
});
