import type { IncomingMessage } from 'node:http';
import type { Compression, Encoding, Signal } from '../wal/record.ts';

export interface ExportRequest {
  readonly kind: 'export';
  readonly signal: Signal;
  readonly encoding: Encoding;
  readonly compression: Compression;
}

export interface RefusedRequest {
  readonly kind: 'refused';
  readonly status: 404 | 405 | 415;
  readonly message: string;
  readonly signal: Signal | null;
}

/** What a request says it is, before a byte of its body is read. */
export type OtlpRequest = ExportRequest | RefusedRequest;

const SIGNAL_OF_PATH: Readonly<Record<string, Signal>> = {
  '/v1/traces': 'traces',
  '/v1/logs': 'logs',
  '/v1/metrics': 'metrics',
};

const ENCODING_OF_TYPE: Readonly<Record<string, Encoding>> = {
  'application/x-protobuf': 'protobuf',
  'application/protobuf': 'protobuf',
  'application/json': 'json',
};

const COMPRESSION_OF: Readonly<Record<string, Compression>> = {
  '': 'identity',
  identity: 'identity',
  none: 'identity',
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  zstd: 'zstd',
};

const TEXT_CHARS_MAX = 80;
/** A header of the client in a message: short, and nothing that could break a line. */
const shown = (text: string): string =>
  text === '' ? 'none' : `\`${text.slice(0, TEXT_CHARS_MAX).replace(/[^ -~]/g, '?')}\``;

export const readOtlpRequest = ({ url = '/', method, headers }: IncomingMessage): OtlpRequest => {
  const path = url.replace(/\?.*$/s, '');
  const signal = SIGNAL_OF_PATH[path] ?? null;
  const refused = (status: 404 | 405 | 415, message: string): OtlpRequest => ({
    kind: 'refused',
    status,
    message,
    signal,
  });
  if (!signal) return refused(404, `expected /v1/traces, /v1/logs or /v1/metrics, found ${shown(path)}`);
  if (method !== 'POST') return refused(405, `expected POST, found ${method}`);
  const type = (headers['content-type'] ?? '').replace(/;.*$/s, '').trim().toLowerCase();
  const encoding = ENCODING_OF_TYPE[type];
  if (!encoding)
    return refused(415, `expected content-type application/x-protobuf or application/json, found ${shown(type)}`);
  const coding = (headers['content-encoding'] ?? '').trim().toLowerCase();
  const compression = COMPRESSION_OF[coding];
  if (!compression)
    return refused(415, `expected content-encoding gzip, deflate, zstd or none, found ${shown(coding)}`);
  return { kind: 'export', signal, encoding, compression };
};
