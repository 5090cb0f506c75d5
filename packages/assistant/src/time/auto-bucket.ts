import { NANOS } from './time-spec.ts';

const SIZES: readonly bigint[] = [
  10n * NANOS.second,
  30n * NANOS.second,
  NANOS.minute,
  2n * NANOS.minute,
  5n * NANOS.minute,
  10n * NANOS.minute,
  15n * NANOS.minute,
  30n * NANOS.minute,
  NANOS.hour,
  3n * NANOS.hour,
  6n * NANOS.hour,
  NANOS.day,
];
const pointsMax = 90n;

/** The smallest bucket that draws the range in at most 90 points; a day where even that is not enough. */
export const autoBucket = (rangeNanos: bigint): bigint =>
  SIZES.find((size) => rangeNanos <= size * pointsMax) ?? NANOS.day;
