import { ProtobufLogsSerializer, ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportResponse, readPartialSuccess, retryStatusResponse, statusResponse } from '../../src/index.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

test('a full success is an empty message', () => {
  const nothing = { rejected: 0, message: '' };
  expect(exportResponse('traces', 'protobuf', nothing)).toHaveLength(0);
  expect(text(exportResponse('traces', 'json', nothing))).toBe('{}');
});

test('a partial success is read by the SDK', () => {
  const partial = { rejected: 300, message: 'expected 16 bytes of trace_id, found 3' };
  const spans = ProtobufTraceSerializer.deserializeResponse(exportResponse('traces', 'protobuf', partial));
  expect(spans.partialSuccess).toEqual({ rejectedSpans: 300, errorMessage: partial.message });
  const records = ProtobufLogsSerializer.deserializeResponse(exportResponse('logs', 'protobuf', partial));
  expect(records.partialSuccess).toEqual({ rejectedLogRecords: 300, errorMessage: partial.message });
});

test('in JSON the count is text and has the name of the signal', () => {
  const partial = { rejected: 2, message: 'why' };
  expect(JSON.parse(text(exportResponse('metrics', 'json', partial)))).toEqual({
    partialSuccess: { rejectedDataPoints: '2', errorMessage: 'why' },
  });
});

test('an error is a google.rpc.Status', () => {
  expect(Buffer.from(statusResponse('protobuf', 3, 'no')).toString('hex')).toBe('080312026e6f');
  expect(JSON.parse(text(statusResponse('json', 3, 'no')))).toEqual({ code: 3, message: 'no' });
});

test('an error that passes has a google.rpc.RetryInfo among its details', () => {
  const any = [
    '0a',
    '28',
    Buffer.from('type.googleapis.com/google.rpc.RetryInfo').toString('hex'),
    '1204',
    '0a02',
    '0801',
  ];
  expect(Buffer.from(retryStatusResponse(14, 'no', 1)).toString('hex')).toBe(`080e12026e6f1a30${any.join('')}`);
});

describe('a partial success of others', () => {
  const nothing = { rejected: 0, message: '' };

  test('is read back in both encodings, of every signal', () => {
    const partials = [nothing, { rejected: 300_000, message: 'too old' }, { rejected: 0, message: 'a warning' }];
    for (const partial of partials) {
      for (const signal of ['traces', 'logs', 'metrics'] as const) {
        for (const encoding of ['protobuf', 'json'] as const) {
          expect(readPartialSuccess(encoding, exportResponse(signal, encoding, partial))).toEqual(partial);
        }
      }
    }
  });

  test('counts may be large', () => {
    const body = Buffer.from('0a060880e497d012', 'hex');
    expect(readPartialSuccess('protobuf', body)).toEqual({ rejected: 5_000_000_000, message: '' });
  });

  test('what is no response says nothing', () => {
    for (const text of [
      '',
      'null',
      '[]',
      '{"partialSuccess":null}',
      '{"partialSuccess":{"rejectedSpans":"many"}}',
      '<html>',
    ])
      expect(readPartialSuccess('json', Buffer.from(text))).toEqual(nothing);
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void readPartialSuccess('protobuf', bytes)));
  });
});
