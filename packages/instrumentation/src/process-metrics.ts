import { monitorEventLoopDelay } from 'node:perf_hooks';
import { gauge } from './metrics.ts';

const RESOLUTION_MS = 20;

/** Memory, processor time and event-loop delay of this process. */
export const observeProcess = (): void => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  gauge('process_resident_memory_bytes', { description: 'Resident memory' }, () => process.memoryUsage.rss());
  gauge('process_cpu_seconds', { description: 'Processor time used since start' }, () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  gauge('nodejs_eventloop_delay_seconds', { description: 'Event-loop delay since the last collection' }, () => {
    const read = (share: number): number => delay.percentile(share) / 1e9;
    const readings = [50, 90, 99].map((share) => ({ value: read(share), attributes: { quantile: `0.${share}` } }));
    delay.reset();
    return readings;
  });
};
