import { remainingMs, withDeadline } from '@clearspan/instrumentation';
import { type CapturedTelemetry, captureTelemetry } from '@clearspan/instrumentation/capture';
import { context } from '@opentelemetry/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/traffic/clock.ts';

let telemetry: CapturedTelemetry;

beforeEach(() => {
  telemetry = captureTelemetry();
});
afterEach(() => telemetry.stop());

test('what a request has set off has time when the request has none left', async () => {
  const within = withDeadline(context.active(), performance.now() - 1);
  const left = await context.with(within, () => {
    expect(remainingMs()).toBeLessThan(0);
    return new Promise((resolve) => {
      systemClock.after(1, () => resolve(remainingMs()));
    });
  });
  expect(left).toBeNull();
});

test('what is taken back does not run', async () => {
  const ran: string[] = [];
  systemClock.after(1, () => ran.push('taken back'))();
  await new Promise<void>((resolve) => {
    systemClock.after(5, resolve);
  });
  expect(ran).toEqual([]);
});
