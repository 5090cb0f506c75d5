import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEvents, type ServerSentEvent } from '@clearspan/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logsJson, tracesJson } from '../support/otlp-payload.ts';
import { runService, type ServiceProcess } from '../support/run-service.ts';

let dir: string;
let service: ServiceProcess;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tail-'));
  service = await runService(dir);
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await rm(dir, { recursive: true, force: true });
});

const send = async (signal: 'logs' | 'traces', body: string): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(`${service.otlpUrl}/v1/${signal}`, { method: 'POST', headers, body })).status).toBe(200);
};
/** Resolves once the tail is open: what is sent from then on is seen. */
const tail = async (asked: string, signal?: AbortSignal): Promise<AsyncGenerator<ServerSentEvent>> => {
  const answer = await fetch(`${service.url}/api/tail?${asked}`, signal ? { signal } : {});
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  if (!answer.body) throw new Error('expected a body');
  const events = readEvents(answer.body.pipeThrough(new TextDecoderStream()));
  expect((await events.next()).value).toMatchObject({ event: 'open' });
  return events;
};
const take = async (events: AsyncGenerator<ServerSentEvent>, count: number): Promise<readonly ServerSentEvent[]> => {
  const taken: ServerSentEvent[] = [];
  while (taken.length < count) {
    const { value, done } = await events.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
};
const bodiesOf = (events: readonly ServerSentEvent[]): readonly string[] =>
  events
    .map(({ data }) => (data as { $d: { logRecord: { body: string } } }).$d.logRecord.body)
    .toSorted((a, b) => (a < b ? -1 : 1));

test('what arrives and matches is seen, once, by each reader', async () => {
  const all = await tail('');
  const some = await tail(
    `filter=${encodeURIComponent("$d.logRecord.body ~ 'REFUSED' && $d.logRecord.attributes.attempt > 0")}`,
  );
  await send('logs', logsJson('cart', ['refused a', 'fine', 'Refused b']));
  await send('logs', logsJson('cart', ['fine too', 'refused c']));
  expect(bodiesOf(await take(some, 2))).toEqual(['Refused b', 'refused c']);
  expect(bodiesOf(await take(all, 5))).toEqual(['Refused b', 'fine', 'fine too', 'refused a', 'refused c']);
  await Promise.all([all.return(undefined), some.return(undefined)]);
});

test('spans', async () => {
  const events = await tail(`source=spans&filter=${encodeURIComponent("$l.serviceName == 'mailer'")}`);
  await send('traces', tracesJson('cart', [{ trace: 1, span: 1 }]));
  await send('traces', tracesJson('mailer', [{ trace: 1, span: 2 }]));
  const [row] = await take(events, 1);
  expect(row).toMatchObject({
    event: 'row',
    data: { $l: { serviceName: 'mailer' }, $d: { spanID: '0000000000000002' } },
  });
  await events.return(undefined);
});

test('of a batch with more than is sent the rest is told as a gap', async () => {
  const events = await tail('');
  await send(
    'logs',
    logsJson(
      'cart',
      Array.from({ length: 1_200 }, (_, i) => `line ${i}`),
    ),
  );
  const seen = await take(events, 1_001);
  expect(seen.filter(({ event }) => event === 'row')).toHaveLength(1_000);
  expect(seen.at(-1)).toEqual({ event: 'gap', data: { records: 200 } });
  await events.return(undefined);
});

test('a filter that is wrong is told with its place', async () => {
  const ask = async (filter: string): Promise<unknown> =>
    (await fetch(`${service.url}/api/tail?filter=${encodeURIComponent(filter)}`)).json();
  expect(await ask("status == 'a' &&")).toMatchObject({ status: 422, errors: [{ path: 'querystring.filter' }] });
  expect(await ask('true | limit 1')).toMatchObject({ detail: 'expected one condition, found 2 commands' });
});

test('readers beyond the limit are turned away, and make room when they go', async () => {
  const leave = new AbortController();
  // Kept: an answer that nothing refers to is cancelled when its memory is collected, and its reader is gone.
  const answers: Response[] = [];
  while (answers.at(-1)?.status !== 503 && answers.length < 50)
    answers.push(await fetch(`${service.url}/api/tail`, { signal: leave.signal }));
  expect(answers.length).toBeLessThanOrEqual(21);
  leave.abort();
  const free = async (): Promise<boolean> => {
    const answer = await fetch(`${service.url}/api/tail`);
    await answer.body?.cancel();
    return answer.status === 200;
  };
  await expect.poll(free, { timeout: 10_000 }).toBe(true);
});

test('the end of the service is the end of the answer', async () => {
  const events = await tail('');
  const stopped = service.stop();
  expect((await events.next()).done).toBe(true);
  expect(await stopped).toBe(0);
});
