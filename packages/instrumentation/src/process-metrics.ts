import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { gauge, observedCounter } from './metrics.ts';

const RESOLUTION_MS = 50;
const WINDOW_MS = 60_000;

let started = false;

/** Memory, processor and event loop of this process. Reading them costs nothing between two collections. */
export const startProcessMetrics = (): void => {
  if (started) return;
  started = true;
  observedCounter('process_cpu_seconds_total', { description: 'Processor time used, by mode' }, (set) => {
    const { user, system } = process.cpuUsage();
    set(user / 1e6, { mode: 'user' });
    set(system / 1e6, { mode: 'system' });
  });
  gauge('process_resident_memory_bytes', { description: 'Resident memory' }, (set) => set(process.memoryUsage.rss()));
  gauge('process_start_time_seconds', { description: 'When the process started, in Unix time' }, (set) =>
    set(performance.timeOrigin / 1000),
  );
  gauge('nodejs_heap_bytes', { description: 'Memory of the JavaScript engine, by kind' }, (set) => {
    const { heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage();
    set(heapUsed, { kind: 'used' });
    set(heapTotal, { kind: 'total' });
    set(external, { kind: 'external' });
    set(arrayBuffers, { kind: 'array_buffers' });
  });
  startEventLoopMetrics();
};

const startEventLoopMetrics = (): void => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  setInterval(() => delay.reset(), WINDOW_MS).unref();
  // The monitor measures from tick to tick, so its own resolution is in every value.
  const seconds = (ns: number): number => Math.max(0, ns / 1e9 - RESOLUTION_MS / 1e3);
  gauge('nodejs_eventloop_delay_seconds', { description: 'Delay of the event loop within a minute' }, (set) => {
    if (delay.count === 0) return;
    set(seconds(delay.percentile(50)), { quantile: '0.5' });
    set(seconds(delay.percentile(99)), { quantile: '0.99' });
    set(seconds(delay.max), { quantile: '1' });
  });
  let last = performance.eventLoopUtilization();
  let share = 0;
  setInterval(() => {
    const now = performance.eventLoopUtilization();
    share = performance.eventLoopUtilization(now, last).utilization;
    last = now;
  }, WINDOW_MS / 6).unref();
  gauge(
    'nodejs_eventloop_utilization_ratio',
    { description: 'Share of the last ten seconds the event loop was busy' },
    (set) => set(share),
  );
};
