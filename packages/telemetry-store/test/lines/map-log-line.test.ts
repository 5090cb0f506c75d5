import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LogRow, mapLogLine, SEVERITY } from '../../src/index.ts';

const NOW = 1_790_000_000_000_000_000n; // 2026-09-21T14:13:20Z
const { debug, verbose, info, warning, error, critical } = SEVERITY;

const rowOf = (text: string): LogRow => {
  const mapped = mapLogLine(text, 7, NOW);
  if (mapped.kind !== 'row') throw new Error(JSON.stringify(mapped));
  return mapped.row;
};
const rowOfJson = (d: object): LogRow => rowOf(JSON.stringify(d));
const iso = (row: LogRow): string => {
  const ms = Number(row.timeNanos / 1_000_000n);
  return `${new Date(ms).toISOString().slice(0, 19)}.${String(row.timeNanos % 1_000_000_000n).padStart(9, '0')}Z`;
};

describe('the time of a JSON line', () => {
  test.each([
    [{ ts: '2026-01-02T03:04:05.678Z' }, '2026-01-02T03:04:05.678000000Z'],
    [{ '@timestamp': '2026-01-02T03:04:05.123456789+02:00' }, '2026-01-02T01:04:05.123456789Z'],
    [{ time: '2026-01-02 03:04:05,5' }, '2026-01-02T03:04:05.500000000Z'],
    [{ timestamp: '2026-01-02' }, '2026-01-02T00:00:00.000000000Z'],
    [{ time: '02/Jan/2026:03:04:05 -0100' }, '2026-01-02T04:04:05.000000000Z'],
    [{ date: 'Fri, 02 Jan 2026 03:04:05 GMT' }, '2026-01-02T03:04:05.000000000Z'],
    [{ ts: 1_767_323_045 }, '2026-01-02T03:04:05.000000000Z'],
    [{ ts: 1_767_323_045.25 }, '2026-01-02T03:04:05.250000000Z'],
    [{ time: 1_767_323_045_678 }, '2026-01-02T03:04:05.678000000Z'],
    [{ time: 1_767_323_045_678_901 }, '2026-01-02T03:04:05.678901000Z'],
    [{ timeUnixNano: '1767323045678901234' }, '2026-01-02T03:04:05.678901234Z'],
    [{ t: { $date: '2026-01-02T03:04:05Z' } }, '2026-01-02T03:04:05.000000000Z'],
    [{ time: 12, ts: '2026-01-02T03:04:05Z' }, '2026-01-02T03:04:05.000000000Z'],
    [{ time: '2026-02-30T00:00:00Z' }, '2026-09-21T14:13:20.000000000Z'],
    [{ time: 20_260_102_030_405 }, '2026-09-21T14:13:20.000000000Z'],
    [{ time: '2200-01-01T00:00:00Z' }, '2026-09-21T14:13:20.000000000Z'],
    [{ time: 'yesterday' }, '2026-09-21T14:13:20.000000000Z'],
    [{}, '2026-09-21T14:13:20.000000000Z'],
  ])('%j', (d, expected) => {
    expect(iso(rowOfJson(d))).toBe(expected);
  });

  test('nanoseconds given as a JSON number are exact', () => {
    const row = rowOf('{"ts":1767323045678901234}');
    expect(row.timeNanos).toBe(1_767_323_045_678_901_234n);
    expect(row.json).toBe('{"ts":1767323045678901234}');
  });
});

describe('the severity of a JSON line', () => {
  test.each([
    [{ level: 'warn' }, warning],
    [{ severity: 'ERROR' }, error],
    [{ lvl: 'dbg' }, debug],
    [{ loglevel: 'FATAL' }, critical],
    [{ 'log.level': 'trace' }, verbose],
    [{ log: { level: 'trace' } }, verbose],
    [{ level: 10 }, verbose],
    [{ level: 20 }, debug],
    [{ level: 30 }, info],
    [{ level: 40 }, warning],
    [{ level: 50 }, error],
    [{ level: 60 }, critical],
    [{ level: '50' }, error],
    [{ severityNumber: 10 }, info],
    [{ severity_number: 17 }, error],
    [{ severity: 9 }, info],
    [{ level: 'banana', severityText: 'info' }, info],
    [{ level: 70 }, 0],
    [{ level: { deep: 1 } }, 0],
    [{ message: 'error' }, 0],
  ])('%j', (d, expected) => {
    expect(rowOfJson(d).severity).toBe(expected);
  });
});

describe('labels and ids of a JSON line', () => {
  test.each([
    [{ app: 'shop', service: 'cart' }, 'shop', 'cart'],
    [{ application: 'shop', subsystem: 'cart' }, 'shop', 'cart'],
    [{ service: { name: 'cart', namespace: 'shop' } }, 'shop', 'cart'],
    [{ 'service.name': 'cart' }, 'default', 'cart'],
    [{ service_name: 'cart', component: 'db' }, 'default', 'cart'],
    [{ app: { name: 'x' } }, 'default', 'default'],
    [{ app: '' }, 'default', 'default'],
  ])('%j', (d, application, subsystem) => {
    expect(rowOfJson(d)).toMatchObject({ application, subsystem });
  });

  test('the other labels, and trace ids where they are well-formed', () => {
    const traceId = '0AF7651916CD43DD8448EB211C80319C';
    const row = rowOfJson({ hostname: 'h', threadId: 4, traceId, span_id: 'nope' });
    expect(row).toMatchObject({ traceId: traceId.toLowerCase(), spanId: '' });
    expect(row.labels).toEqual([
      ['computername', 'h'],
      ['threadid', '4'],
    ]);
  });

  test('nothing recognised is taken out of the data', () => {
    const d = { ts: '2026-01-02T03:04:05Z', level: 'warn', app: 'shop', msg: 'x', n: [1, { a: null }] };
    expect(JSON.parse(rowOfJson(d).json)).toEqual(d);
  });

  test('keys of the language are data like others', () => {
    const text = '{"__proto__":1,"constructor":"x","toString":{"a":true},"code":"E1","line":4}';
    expect(rowOf(text).json).toBe(text);
  });
});

describe('the envelope is taken as it is', () => {
  const envelope = {
    $m: { timestamp: '2026-01-02T03:04:05.000000001Z', severity: 'Error', logid: 'id-1', priorityclass: 'low' },
    $l: { applicationname: 'shop', subsystemname: 'cart', category: 'db', threadid: 7 },
    $d: { level: 'debug', app: 'other', msg: 'x' },
  };

  test('all of it', () => {
    const row = rowOfJson(envelope);
    expect(iso(row)).toBe('2026-01-02T03:04:05.000000001Z');
    expect(row).toMatchObject({
      severity: error,
      logId: 'id-1',
      priorityClass: 'low',
      application: 'shop',
      subsystem: 'cart',
      text: 'x',
    });
    expect(row.labels).toEqual([
      ['category', 'db'],
      ['threadid', '7'],
    ]);
    expect(JSON.parse(row.json)).toEqual(envelope.$d);
  });

  test.each([
    [5, error],
    ['5', error],
    ['WARNING', warning],
    ['Critical', critical],
  ])('severity %j', (severity, expected) => {
    expect(rowOfJson({ $m: { severity }, $d: {} }).severity).toBe(expected);
  });

  test.each([
    [{ $m: { severity: 'loud' } }, 'line 7: expected a severity at $m.severity, found "loud"'],
    [{ $m: { timestamp: 'soon' } }, 'line 7: expected a time at $m.timestamp, found "soon"'],
    [{ $d: 'text' }, 'line 7: expected an object at $d, found "text"'],
  ])('%j is an error', (d, message) => {
    expect(mapLogLine(JSON.stringify(d), 7, NOW)).toMatchObject({ kind: 'error', error: { line: 7, message } });
  });

  test('an object with other keys beside is data', () => {
    expect(JSON.parse(rowOfJson({ $d: { a: 1 }, b: 2 }).json)).toEqual({ $d: { a: 1 }, b: 2 });
  });
});

describe('lines of plain text', () => {
  const none = '2026-09-21T14:13:20.000000000Z';
  test.each([
    ['2026-01-02T03:04:05.678Z ERROR db lost', '2026-01-02T03:04:05.678000000Z', error],
    ['2026-01-02 03:04:05,678 [main] WARN  c.Shop - slow', '2026-01-02T03:04:05.678000000Z', warning],
    ['[2026-01-02 03:04:05] info: started', '2026-01-02T03:04:05.000000000Z', info],
    ['2026-01-02T03:04:05Z debug cache miss', '2026-01-02T03:04:05.000000000Z', debug],
    ['Sep 20 03:04:05 host sshd[1]: opened', '2026-09-20T03:04:05.000000000Z', 0],
    ['Dec 31 03:04:05 host sshd[1]: opened', '2025-12-31T03:04:05.000000000Z', 0],
    ['10.0.0.1 - - [02/Jan/2026:03:04:05 +0000] "GET / HTTP/1.1" 200 1', '2026-01-02T03:04:05.000000000Z', 0],
    ['ts=2026-01-02T03:04:05Z level=error no stock', '2026-01-02T03:04:05.000000000Z', error],
    ['[ERROR] no stock', none, error],
    ['FATAL: out of memory', none, critical],
    ['all systems go, log rotated, fine', none, 0],
    ['the error was handled', none, 0],
    ['{main} started', none, 0],
    ['"just a string"', none, 0],
    ['12345', none, 0],
  ])('%s', (text, time, severity) => {
    const row = rowOf(text);
    expect(iso(row)).toBe(time);
    expect(row).toMatchObject({ severity, text, json: JSON.stringify({ text }) });
  });
});

describe('what is no record', () => {
  test.each(['', '   ', '\r\n'])('%j is blank', (text) => {
    expect(mapLogLine(text, 1, NOW)).toEqual({ kind: 'blank' });
  });

  test.each([
    ['{"a":', 'MALFORMED_JSON', /^line 7: expected a JSON object, found: /],
    [`{"a":${'['.repeat(100)}${']'.repeat(100)}}`, 'TOO_DEEP', /^line 7: expected at most 64/],
    [`{"a":${'['.repeat(300_000)}`, expect.anything(), /^line 7: /],
  ])('%.20s', (text, code, message) => {
    expect(mapLogLine(text, 7, NOW)).toEqual({
      kind: 'error',
      error: { code, line: 7, message: expect.stringMatching(message) },
    });
  });

  test('a byte order mark on the first line is no part of it', () => {
    expect(mapLogLine('\uFEFF{"a":1}\r\n', 1, NOW)).toMatchObject({ kind: 'row', row: { json: '{"a":1}' } });
  });
});

test('no text makes it throw, and JSON objects come back whole', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      mapLogLine(text, 1, NOW);
    }),
  );
  const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }));
  fc.assert(
    fc.property(object, (d) => {
      const row = rowOf(JSON.stringify({ ...d, sure: 1 }));
      expect(JSON.parse(row.json)).toEqual(JSON.parse(JSON.stringify({ ...d, sure: 1 })));
    }),
  );
});
