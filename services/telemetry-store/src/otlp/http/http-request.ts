import type { IncomingMessage } from 'node:http';
import type { Compression, Encoding, Signal } from '../../wal/record.ts';
import { isEventual } from '../is-eventual.ts';
import { shown } from '../shown.ts';
import type { Export } from '../take-export.ts';

interface ExportRequest extends Export {
  readonly kind: 'export';
}

export interface RefusedRequest {
  readonly kind: 'refused';
  readonly status: 404 | 405 | 415;
  readonly message: string;
  readonly signal: Signal | null;
}

/** What a request says it is, before a byte of its body is read. */
export type HttpRequest = ExportRequest | RefusedRequest;

const SIGNAL_OF_PATH: ReadonlyMap<string, Signal> = new Map([
  ['/v1/traces', 'traces'],
  ['/v1/logs', 'logs'],
  ['/v1/metrics', 'metrics'],
]);

/** Lines of files, by what they are of. */
const SIGNAL_OF_IMPORT: ReadonlyMap<string, Signal> = new Map([
  ['/import/logs', 'logs'],
  ['/import/spans', 'traces'],
  ['/import/metrics', 'metrics'],
]);

/** A type that no page of another origin can send without being asked first. */
const IMPORT_TYPE = 'application/x-ndjson';
const IMPORT_ENCODING: ReadonlyMap<string, Encoding> = new Map([[IMPORT_TYPE, 'lines']]);

const ENCODING_OF_TYPE: ReadonlyMap<string, Encoding> = new Map([
  ['application/x-protobuf', 'protobuf'],
  ['application/protobuf', 'protobuf'],
  ['application/json', 'json'],
]);

const COMPRESSION_OF: ReadonlyMap<string, Compression> = new Map([
  ['', 'identity'],
  ['identity', 'identity'],
  ['none', 'identity'],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['deflate', 'deflate'],
  ['zstd', 'zstd'],
]);

export const readHttpRequest = ({ url = '/', method, headers }: IncomingMessage): HttpRequest => {
  const path = url.replace(/\?.*$/s, '');
  const imported = SIGNAL_OF_IMPORT.get(path);
  const signal = SIGNAL_OF_PATH.get(path) ?? imported ?? null;
  const refused = (status: 404 | 405 | 415, message: string): HttpRequest => ({
    kind: 'refused',
    status,
    message,
    signal,
  });
  if (!signal) return refused(404, `expected /v1/traces, /v1/logs, /v1/metrics or /import/…, found ${shown(path)}`);
  if (method !== 'POST') return refused(405, `expected POST, found ${method}`);
  const type = (headers['content-type'] ?? '').replace(/;.*$/s, '').trim().toLowerCase();
  const encoding = (imported ? IMPORT_ENCODING : ENCODING_OF_TYPE).get(type);
  const expected = imported ? IMPORT_TYPE : 'application/x-protobuf or application/json';
  if (!encoding) return refused(415, `expected content-type ${expected}, found ${shown(type)}`);
  const coding = (headers['content-encoding'] ?? '').trim().toLowerCase();
  const compression = COMPRESSION_OF.get(coding);
  if (!compression)
    return refused(415, `expected content-encoding gzip, deflate, zstd or none, found ${shown(coding)}`);
  return { kind: 'export', signal, encoding, compression, eventual: isEventual(headers) };
};
