import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './support/eventually.ts';
import { clearspan, type System, startSystem } from './support/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem(18_400);
});
afterAll(() => system?.stop());

const at = (): readonly string[] => ['--url', system.url('api-gateway')];

describe('clearspan', () => {
  test('ask --run answers with the query and its rows', async () => {
    const question = 'how many log lines by service in the last hour';
    // Log lines leave each process in batches: those of its start may still be on their way.
    const stdout = await eventually('a line of the gateway', async () => {
      const run = await clearspan(['ask', ...at(), question, '--run']);
      expect(run.code, run.stderr).toBe(0);
      return run.stdout.includes('api-gateway') ? run.stdout : undefined;
    });
    expect(stdout).toContain('source logs last 1h');
  });

  test('query prints rows as they are', async () => {
    const found = await eventually('a row', async () => {
      const run = await clearspan(['query', ...at(), 'source spans last 1h | count', '--format', 'ndjson']);
      return run.code === 0 && JSON.parse(run.stdout).$d._count > 0 ? run : undefined;
    });
    expect(JSON.parse(found.stdout)).toEqual({ $d: { _count: expect.any(Number) } });
  });

  test('tail shows what arrives', async () => {
    const tail = clearspan(['tail', ...at(), "$l.subsystemname == 'tailed'", '--limit', '1']);
    const text = (key: string, value: string): object => ({ key, value: { stringValue: value } });
    const body = JSON.stringify({
      resourceLogs: [
        {
          resource: { attributes: [text('service.name', 'tailed')] },
          scopeLogs: [{ logRecords: [{ severityNumber: 17, body: { stringValue: 'no \u001b[2Jconnection' } }] }],
        },
      ],
    });
    const headers = { 'content-type': 'application/json' };
    // The tail says nothing before the first record: what is sent before it is open is not for it.
    const ended = new AbortController();
    void tail.finally(() => ended.abort());
    while (!ended.signal.aborted) {
      expect((await fetch(`${system.otlp_url}/v1/logs`, { method: 'POST', headers, body })).status).toBe(200);
      await delay(500, undefined, { signal: ended.signal }).catch(() => {});
    }
    const { code, stdout } = await tail;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d\d:\d\d:\d\d\.\d{3} {2}Error {5}tailed {12}no \\u001b\[2Jconnection\n$/);
  });

  test('tail says what is wrong with its condition', async () => {
    const { code, stderr } = await clearspan(['tail', ...at(), 'fitler true |']);
    expect(code).toBe(1);
    expect(stderr).toContain('DP');
  });

  test('query says what is wrong and ends with 1', async () => {
    const { code, stderr } = await clearspan(['query', ...at(), 'source logs | fitler true']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/fitler.*filter/s);
  });

  test('a system that is not there ends with 3', async () => {
    const { code, stderr } = await clearspan(['query', '--url', 'http://127.0.0.1:9', 'source logs | count']);
    expect(code).toBe(3);
    expect(stderr).toContain('127.0.0.1:9');
  });

  test('doctor sends a span, a log and a metric through and finds them', async () => {
    const { code, stdout, stderr } = await clearspan(['doctor', '--data', system.data]);
    expect(code, stdout + stderr).toBe(0);
    for (const hop of ['span', 'log', 'metric', 'queue']) expect(stdout).toMatch(new RegExp(`✓.*${hop}`));
  });

  test('status lists every process with its memory', async () => {
    const { code, stdout, stderr } = await clearspan(['status', '--data', system.data]);
    expect(code, stderr).toBe(0);
    for (const { name } of system.processes) expect(stdout).toContain(name);
    expect(stdout).toMatch(/memory of all together \(PSS\): [\d.]+ [MG]B, with \d/);
  });
});
