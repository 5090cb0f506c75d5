import type { DataSet, RetentionDays } from '@clearspan/telemetry-store';
import type { StoreConfig } from '../../config.ts';
import type { Signal } from '../../wal/record.ts';
import type { BytesMax } from './keeper.ts';

export const DATA_SET_OF: Readonly<Record<Signal, DataSet>> = { traces: 'spans', logs: 'logs', metrics: 'metrics' };

export interface Retention {
  readonly days: RetentionDays;
  readonly bytesMax: BytesMax;
}

/** Days that each data set is kept: its own, else those of all. */
const days = (config: StoreConfig): RetentionDays => ({
  logs: config.TELEMETRY_STORE_LOGS_DAYS ?? config.TELEMETRY_STORE_RETENTION_DAYS,
  spans: config.TELEMETRY_STORE_SPANS_DAYS ?? config.TELEMETRY_STORE_RETENTION_DAYS,
  metrics: config.TELEMETRY_STORE_METRICS_DAYS ?? config.TELEMETRY_STORE_RETENTION_DAYS,
});

/** Bytes that each data set may have; 0 in the configuration is no limit. */
const bytesMax = (config: StoreConfig): BytesMax => ({
  logs: config.TELEMETRY_STORE_LOGS_BYTES_MAX || null,
  spans: config.TELEMETRY_STORE_SPANS_BYTES_MAX || null,
  metrics: config.TELEMETRY_STORE_METRICS_BYTES_MAX || null,
});

export const retentionOf = (config: StoreConfig): Retention => ({ days: days(config), bytesMax: bytesMax(config) });
