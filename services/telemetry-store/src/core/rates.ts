import type { Signal } from '../wal/record.ts';

const WINDOW_SECONDS = 60;

/** Records accepted per second over the last minute. */
export interface Rates {
  add(signal: Signal, records: number, nowMs: number): void;
  perSecond(nowMs: number): Record<Signal, number>;
}

export const createRates = (): Rates => {
  const buckets = Array.from({ length: WINDOW_SECONDS }, () => ({ second: -1, traces: 0, logs: 0, metrics: 0 }));
  return {
    add: (signal, records, nowMs) => {
      const second = Math.floor(nowMs / 1000);
      const bucket = buckets[second % WINDOW_SECONDS] as (typeof buckets)[number];
      if (bucket.second !== second) Object.assign(bucket, { second, traces: 0, logs: 0, metrics: 0 });
      bucket[signal] += records;
    },
    perSecond: (nowMs) => {
      const oldest = Math.floor(nowMs / 1000) - WINDOW_SECONDS;
      const live = buckets.filter((bucket) => bucket.second > oldest);
      const rate = (signal: Signal): number => live.reduce((sum, bucket) => sum + bucket[signal], 0) / WINDOW_SECONDS;
      return { traces: rate('traces'), logs: rate('logs'), metrics: rate('metrics') };
    },
  };
};
