import { STOREFRONT_LIMITS, type TrafficSettings } from '@clearspan/contracts';

const HOURS = 24;
const BUSIEST_HOUR = 16;
const SWING = 0.6;

/** How busy an hour of the day is: 1.6 in the afternoon, 0.4 before dawn, 1 on average. */
export const dayFactor = (hour: number): number => 1 + SWING * Math.cos(((hour - BUSIEST_HOUR) / HOURS) * 2 * Math.PI);

const burstFactor = ({ every_s, length_s, factor }: TrafficSettings['burst'], elapsedMs: number): number =>
  // At the end of each period, so that none begins with it.
  every_s > 0 && (elapsedMs / 1_000) % every_s >= every_s - length_s ? factor : 1;

export interface Moment {
  /** Since the visitors came. */
  readonly elapsedMs: number;
  /** Hour of the local day. */
  readonly hour: number;
  /** How many times as many as usual an incident wants. */
  readonly surge: number;
}

/** How fast time goes for the visitors: 2 makes all their pauses half as long. Never beyond the highest rate. */
export const paceAt = (settings: TrafficSettings, { elapsedMs, hour, surge }: Moment): number => {
  const day = settings.day_curve ? dayFactor(hour) : 1;
  const wanted = burstFactor(settings.burst, elapsedMs) * day * surge;
  return Math.min(wanted, STOREFRONT_LIMITS.ratePerSMax / settings.rate_per_s);
};
