import { setImmediate } from 'node:timers/promises';
import { captureTelemetry } from '@clearspan/instrumentation/capture';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunningService } from '../src/index.ts';
import { writeLines } from '../src/standard-output.ts';
import { quietService } from './quiet-service.ts';

const telemetry = captureTelemetry();
const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
let service: RunningService;
/** Ends what the handler of the request under way waits for. */
let end = Promise.withResolvers<unknown>();

beforeAll(async () => {
  service = await quietService((app) => void app.get('/late', { config: { requestMs: 40 } }, () => end.promise), {
    logLevel: 'warn',
  });
});
afterAll(async () => {
  await service.stop();
  writeLines();
  written.mockRestore();
  await telemetry.stop();
});

it.each([
  ['answers', () => end.resolve({ late: true })],
  ['fails', () => end.reject(new Error('too late to matter'))],
])('says nothing more of a request whose handler %s after its time', async (_, endHandler) => {
  end = Promise.withResolvers();
  telemetry.clear();
  expect((await fetch(`${service.url}/late`)).status).toBe(504);
  await expect.poll(() => telemetry.spans()).toHaveLength(1);
  endHandler();
  await setImmediate();
  expect(telemetry.logs().map(({ body }) => body)).toEqual([
    'expected an answer within 40 ms, found none',
    'request failed',
  ]);
});
