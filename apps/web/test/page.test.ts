import type { GenerateQueryResponse } from '@clearspan/contracts';
import { expect, test } from 'vitest';
import { errorOf } from '../src/api/client.ts';
import { nextAskState } from '../src/ask/ask-state.ts';
import { pieces } from '../src/ask/pieces.ts';
import { readInsights } from '../src/insights/use-insights.ts';
import { readRecord } from '../src/result/read-record.ts';
import { askHash, LEARNED_HASH, parseRoute, SHOP_HASH, traceHash } from '../src/shell/route.ts';

test('addresses are read back as they were written', () => {
  const question = 'how many 100 % / #1 errors?';
  expect(parseRoute(askHash(question))).toEqual({ page: 'ask', question, before: [] });
  expect(parseRoute(askHash('only /cart', [question, 'as a share']))).toEqual({
    page: 'ask',
    question: 'only /cart',
    before: [question, 'as a share'],
  });
  expect(parseRoute(traceHash('a'.repeat(32)))).toEqual({ page: 'trace', id: 'a'.repeat(32) });
  expect(parseRoute(SHOP_HASH)).toEqual({ page: 'shop' });
  expect(parseRoute(LEARNED_HASH)).toEqual({ page: 'learned' });
  expect(parseRoute('')).toEqual({ page: 'ask', question: null, before: [] });
  expect(parseRoute('#/trace/nonsense')).toEqual({ page: 'unknown', hash: '#/trace/nonsense' });
  expect(parseRoute('#/ask/100%')).toEqual({ page: 'ask', question: '100%', before: [] });
});

test('a late reply to a replaced question changes nothing', () => {
  const asking = nextAskState({ kind: 'empty' }, { kind: 'ask', question: 'new' });
  const reply = { ok: true as const, value: {} as GenerateQueryResponse };
  expect(nextAskState(asking, { kind: 'reply', question: 'old', reply, roundTripMs: 1 })).toBe(asking);
  expect(nextAskState(asking, { kind: 'reply', question: 'new', reply, roundTripMs: 1 }).kind).toBe('answered');
});

test('classes cut a text without losing any of it', () => {
  const text = 'filter x > 1';
  const cut = pieces(text, [
    { start: 0, end: 6, kind: 'command' },
    { start: 3, end: 8, kind: 'overlaps' },
    { start: 11, end: 12, kind: 'number' },
  ]);
  expect(cut.map((p) => p.text).join('')).toBe(text);
  expect(cut.map((p) => p.kind)).toEqual(['command', null, 'number']);
});

test('problem details become an error, and anything else one that says so', () => {
  const problem = { code: 'INVALID_QUERY', title: 'T', detail: 'D', status: 422, trace_id: 'abc' };
  expect(errorOf(422, problem)).toMatchObject({ code: 'INVALID_QUERY', title: 'T', detail: 'D', traceId: 'abc' });
  expect(errorOf(502, null)).toMatchObject({ code: 'HTTP_502', traceId: null });
});

test('insights: done, over, or to be waited for', () => {
  expect(readInsights({ task_id: 't', status: 'completed' }).kind).toBe('found');
  expect(readInsights({ task_id: 't', status: 'dead', error: 'no' }).kind).toBe('gone');
  expect(readInsights({ task_id: 't', status: 'failed' }).kind).toBe('waiting');
});

test('records of this system, of plain files and spans read as one line', () => {
  const own = {
    $m: { timestamp: '2026-01-31T12:00:00Z', severity: 'ERROR' },
    $l: { subsystemname: 'checkout' },
    $d: { logRecord: { body: 'broke', traceId: 'a'.repeat(32) } },
  };
  expect(readRecord(own)).toMatchObject({
    severity: 'Error',
    origin: 'checkout',
    text: 'broke',
    traceId: 'a'.repeat(32),
  });
  expect(readRecord({ $d: { msg: 'hello', level: 'info' } }).text).toBe('hello');
  expect(readRecord({ $m: { duration: 1_500 }, $l: { serviceName: 's', operationName: 'GET /' } }).text).toBe(
    'GET / · 1.50 ms',
  );
  expect(readRecord({ $d: { a: 1 } }).text).toBe('{"a":1}');
});
