import type { TableBatch } from '@clearspan/telemetry-store';

/** Points of one metric, written by hand: metric, series, ts, start, v, flags. */
export const seriesBatch = (metric: string, rows: number): TableBatch => {
  const name = Buffer.from(metric);
  const parts = Array.from({ length: rows }, (_, i) => {
    const rest = Buffer.alloc(33);
    rest.writeBigUInt64LE(2n ** 64n - 1n, 0);
    rest.writeBigInt64LE(1_780_000_000_000n + BigInt(i), 8);
    rest.writeBigInt64LE(0n, 16);
    rest.writeDoubleLE(i, 24);
    return Buffer.concat([Buffer.from([name.length]), name, rest]);
  });
  return { table: 'metric_points', bytes: Buffer.concat(parts), rows };
};
