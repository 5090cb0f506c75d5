import { arrayOf, NUMBER, OBJECT, SEVERITY, STRING, TIMESTAMP, type Type, UNKNOWN } from '../types/type.ts';
import { tableOf } from './datasets.ts';

/** A field the engine itself provides. `open`: any key below it is a value of type `of`. */
export interface EngineField {
  readonly root: 'm' | 'l' | 'd';
  readonly path: readonly string[];
  readonly type: Type;
  readonly of: Type | null;
  readonly doc: string;
}

const field = (root: 'm' | 'l' | 'd', path: string, type: Type, doc: string, of: Type | null = null): EngineField => ({
  root,
  path: path.split('.'),
  type,
  of,
  doc,
});

const LOGS: readonly EngineField[] = [
  field('m', 'timestamp', TIMESTAMP, 'When the record was made'),
  field('m', 'severity', SEVERITY, 'DEBUG to CRITICAL'),
  field('m', 'priorityclass', STRING, 'high, medium or low'),
  field('m', 'logid', STRING, 'Identifier of the record'),
  field('m', 'templateid', STRING, 'Identifier of the pattern the text follows'),
  field('l', 'applicationname', STRING, 'The application'),
  field('l', 'subsystemname', STRING, 'The part of the application'),
  field('l', 'category', STRING, 'Category label'),
  field('l', 'classname', STRING, 'Class label'),
  field('l', 'computername', STRING, 'Host label'),
  field('l', 'methodname', STRING, 'Method label'),
  field('l', 'threadid', STRING, 'Thread label'),
  field('l', 'ipaddress', STRING, 'Address label'),
];

const SPANS: readonly EngineField[] = [
  field('m', 'timestamp', TIMESTAMP, 'When the span started'),
  field('m', 'duration', NUMBER, 'Microseconds from start to end'),
  field('m', 'kind', STRING, 'INTERNAL, SERVER, CLIENT, PRODUCER or CONSUMER'),
  field('m', 'statusCode', STRING, 'UNSET, OK or ERROR'),
  field('m', 'statusMessage', STRING, 'What the status says'),
  field('m', 'traceId', STRING, 'Trace, 32 hexadecimal digits'),
  field('l', 'applicationName', STRING, 'The application'),
  field('l', 'subsystemName', STRING, 'The part of the application'),
  field('l', 'serviceName', STRING, 'The service'),
  field('l', 'operationName', STRING, 'The operation'),
  field('d', 'traceID', STRING, 'Trace, 32 hexadecimal digits'),
  field('d', 'spanID', STRING, 'Span, 16 hexadecimal digits'),
  field('d', 'parentId', STRING, 'Parent span; empty at the root of a trace'),
  field('d', 'parentSpanID', STRING, 'Same as parentId'),
  field('d', 'operationName', STRING, 'The operation'),
  field('d', 'duration', NUMBER, 'Microseconds from start to end'),
  field('d', 'startTime', NUMBER, 'Microseconds since the epoch'),
  field('d', 'tags', OBJECT, 'Attributes of the span; values are text', STRING),
  field('d', 'process', OBJECT, 'The process that made the span'),
  field('d', 'process.serviceName', STRING, 'The service'),
  field('d', 'process.tags', OBJECT, 'Attributes of the process; values are text', STRING),
  field('d', 'logs', arrayOf(OBJECT), 'Events of the span', UNKNOWN),
];

/** Fields every row of a data set has by itself (§7): spans have their own, tables none, all others those of records. */
export const engineFields = (dataset: string): readonly EngineField[] =>
  dataset === 'spans' ? SPANS : tableOf(dataset) === null ? LOGS : [];

/** Whether `$d` of the data set has keys beyond the engine's: what the records themselves hold. */
export const hasOpenData = (dataset: string): boolean => dataset !== 'spans';
