import type { HrTime } from '@opentelemetry/api';
import type { MetricData } from '@opentelemetry/sdk-metrics';

/** Something that is measured, with all that was measured since telemetry started. */
export interface Instrument {
  /** Null when nothing was measured yet. */
  collect(now: HrTime): MetricData | null;
  clear(): void;
}
