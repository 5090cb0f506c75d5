import { afterEach, expect, it } from 'vitest';
import { type CapturedTelemetry, captureTelemetry } from '../src/capture.ts';
import { counter, gauge, histogram, inSpan, prometheusText } from '../src/index.ts';

let telemetry: CapturedTelemetry | undefined;
afterEach(async () => {
  await telemetry?.stop();
  telemetry = undefined;
});

const lines = async (prefix: string): Promise<string[]> =>
  (await prometheusText()).split('\n').filter((line) => line.startsWith(prefix) || line.startsWith(`# TYPE ${prefix}`));

it('counts without telemetry started, and goes on when it is', async () => {
  const seen = counter('early_total', { description: 'Made at the top of a module' });
  seen.add(2, { kind: 'a' });
  expect(await lines('early_total')).toEqual(['# TYPE early_total counter', 'early_total{kind="a"} 2']);
  telemetry = captureTelemetry();
  seen.add(1, { kind: 'a' });
  expect(await lines('early_total')).toEqual(['# TYPE early_total counter', 'early_total{kind="a"} 1']);
});

it('keeps names as they are written and counts buckets up', async () => {
  const took = histogram('work_duration_seconds', { description: 'Work', bucketsSeconds: [0.1, 1] });
  for (const seconds of [0.05, 0.5, 5]) took.record(seconds, { type: 't' });
  expect(await lines('work_duration_seconds')).toEqual([
    '# TYPE work_duration_seconds histogram',
    'work_duration_seconds_count{type="t"} 3',
    'work_duration_seconds_sum{type="t"} 5.55',
    'work_duration_seconds_bucket{type="t",le="0.1"} 1',
    'work_duration_seconds_bucket{type="t",le="1"} 2',
    'work_duration_seconds_bucket{type="t",le="+Inf"} 3',
  ]);
});

it('reads a gauge when it is collected, across a start, until it is ended', async () => {
  let depth = 3;
  let reads = 0;
  const end = gauge('queue_depth', { description: 'Waiting' }, async (set) => {
    reads += 1;
    set(depth, { state: 'ready' });
  });
  expect(await lines('queue_depth')).toContain('queue_depth{state="ready"} 3');
  telemetry = captureTelemetry();
  depth = 4;
  expect(await lines('queue_depth')).toContain('queue_depth{state="ready"} 4');
  end();
  const before = reads;
  await prometheusText();
  expect(reads).toBe(before);
});

it('makes nothing where the SDK is disabled, and everything again afterwards', async () => {
  const seen = counter('disabled_total', { description: 'Counted in vain' });
  telemetry = captureTelemetry({ disabled: true });
  seen.add(1);
  inSpan('in vain', {}, (span) => expect(span.isRecording()).toBe(false));
  expect([await lines('disabled_total'), telemetry.spans()]).toEqual([[], []]);
  await telemetry.stop();
  telemetry = captureTelemetry();
  seen.add(2);
  inSpan('seen', {}, () => undefined);
  expect(await lines('disabled_total')).toContain('disabled_total 2');
  expect(telemetry.spans().map(({ name }) => name)).toEqual(['seen']);
});
