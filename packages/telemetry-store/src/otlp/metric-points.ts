import type { JsonTree } from '../rows/json-tree.ts';
import { readKeyValue } from './any-value.ts';
import {
  type Cursor,
  enter,
  fields,
  leave,
  readDouble,
  readFixed64,
  readVarint32,
  readVarint64,
  unexpected,
} from './cursor.ts';
import { type Exemplar, readExemplar } from './exemplar.ts';

type Tree = { [key: string]: JsonTree };

/** What the points of all metric types have. Times in nanoseconds, 0 where absent. */
interface PointBase {
  readonly attributes: Tree;
  readonly exemplars: Exemplar[];
  startNanos: bigint;
  timeNanos: bigint;
  /** Bit 0: no recorded value. */
  flags: number;
}

/** Gauge and sum; `value` is NaN where the point has none. */
export interface NumberPoint extends PointBase {
  value: number;
}

/** Histogram, exponential histogram and summary in one: what the type does not have is empty or 0. */
export interface HistogramPoint extends PointBase {
  count: bigint;
  /** NaN where absent, as are min and max. */
  sum: number;
  min: number;
  max: number;
  /** Explicit bounds, or the quantiles of a summary. */
  readonly bounds: number[];
  readonly buckets: bigint[];
  readonly quantileValues: number[];
  scale: number;
  zeroCount: bigint;
  zeroThreshold: number;
  positiveOffset: number;
  negativeOffset: number;
  readonly negativeBuckets: bigint[];
}

const base = (): PointBase => ({
  attributes: {},
  exemplars: [],
  startNanos: 0n,
  timeNanos: 0n,
  flags: 0,
});

const histogram = (): HistogramPoint => ({
  ...base(),
  count: 0n,
  sum: Number.NaN,
  min: Number.NaN,
  max: Number.NaN,
  bounds: [],
  buckets: [],
  quantileValues: [],
  scale: 0,
  zeroCount: 0n,
  zeroThreshold: 0,
  positiveOffset: 0,
  negativeOffset: 0,
  negativeBuckets: [],
});

const value64 = (c: Cursor): bigint => (BigInt(c.high) << 32n) | BigInt(c.low);

const fixed64 = (c: Cursor): bigint => {
  readFixed64(c, 'a number');
  return value64(c);
};

const varint64 = (c: Cursor): bigint => {
  readVarint64(c);
  return value64(c);
};

const signedFixed64 = (c: Cursor): number => Number(BigInt.asIntN(64, fixed64(c)));
const double = (c: Cursor): number => readDouble(c, 'a number');
const zigzag = (c: Cursor): number => {
  const bits = readVarint32(c);
  return (bits >>> 1) ^ -(bits & 1);
};

/** A packed list: numbers one after another under one length. */
const packed = <T>(c: Cursor, read: (c: Cursor) => T, into: T[]): void => {
  const outer = enter(c, 'a packed list');
  while (c.position < c.end) into.push(read(c));
  leave(c, outer);
};

const NUMBER = fields(2, 3, 4, 5, 6, 7, 8);

/** Reads the `NumberDataPoint` the cursor is in. */
export const readNumberPoint = (c: Cursor): NumberPoint => {
  const point: NumberPoint = { ...base(), value: Number.NaN };
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x11) point.startNanos = fixed64(c);
    else if (tag === 0x19) point.timeNanos = fixed64(c);
    else if (tag === 0x21) point.value = double(c);
    else if (tag === 0x2a) point.exemplars.push(readExemplar(c));
    else if (tag === 0x31) point.value = signedFixed64(c);
    else if (tag === 0x3a) readKeyValue(c, point.attributes);
    else if (tag === 0x40) point.flags = readVarint32(c);
    else unexpected(c, tag, 'NumberDataPoint', NUMBER);
  }
  return point;
};

const HISTOGRAM = fields(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

/** Reads the `HistogramDataPoint` the cursor is in. */
export const readHistogramPoint = (c: Cursor): HistogramPoint => {
  const point = histogram();
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x11) point.startNanos = fixed64(c);
    else if (tag === 0x19) point.timeNanos = fixed64(c);
    else if (tag === 0x21) point.count = fixed64(c);
    else if (tag === 0x29) point.sum = double(c);
    else if (tag === 0x32) packed(c, fixed64, point.buckets);
    else if (tag === 0x31) point.buckets.push(fixed64(c));
    else if (tag === 0x3a) packed(c, double, point.bounds);
    else if (tag === 0x39) point.bounds.push(double(c));
    else if (tag === 0x42) point.exemplars.push(readExemplar(c));
    else if (tag === 0x4a) readKeyValue(c, point.attributes);
    else if (tag === 0x50) point.flags = readVarint32(c);
    else if (tag === 0x59) point.min = double(c);
    else if (tag === 0x61) point.max = double(c);
    else unexpected(c, tag, 'HistogramDataPoint', HISTOGRAM);
  }
  return point;
};

const BUCKETS = fields(1, 2);

/** Reads the counts of one side into `into` and returns its offset. */
const readBuckets = (c: Cursor, into: bigint[]): number => {
  let offset = 0;
  const outer = enter(c, 'Buckets');
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x08) offset = zigzag(c);
    else if (tag === 0x12) packed(c, varint64, into);
    else if (tag === 0x10) into.push(varint64(c));
    else unexpected(c, tag, 'Buckets', BUCKETS);
  }
  leave(c, outer);
  return offset;
};

const EXPONENTIAL = fields(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);

/** Reads the `ExponentialHistogramDataPoint` the cursor is in. */
export const readExponentialPoint = (c: Cursor): HistogramPoint => {
  const point = histogram();
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x0a) readKeyValue(c, point.attributes);
    else if (tag === 0x11) point.startNanos = fixed64(c);
    else if (tag === 0x19) point.timeNanos = fixed64(c);
    else if (tag === 0x21) point.count = fixed64(c);
    else if (tag === 0x29) point.sum = double(c);
    else if (tag === 0x30) point.scale = zigzag(c);
    else if (tag === 0x39) point.zeroCount = fixed64(c);
    else if (tag === 0x42) point.positiveOffset = readBuckets(c, point.buckets);
    else if (tag === 0x4a) point.negativeOffset = readBuckets(c, point.negativeBuckets);
    else if (tag === 0x50) point.flags = readVarint32(c);
    else if (tag === 0x5a) point.exemplars.push(readExemplar(c));
    else if (tag === 0x61) point.min = double(c);
    else if (tag === 0x69) point.max = double(c);
    else if (tag === 0x71) point.zeroThreshold = double(c);
    else unexpected(c, tag, 'ExponentialHistogramDataPoint', EXPONENTIAL);
  }
  return point;
};

const QUANTILE = fields(1, 2);

const readQuantile = (c: Cursor, point: HistogramPoint): void => {
  let quantile = 0;
  let value = 0;
  const outer = enter(c, 'ValueAtQuantile');
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x09) quantile = double(c);
    else if (tag === 0x11) value = double(c);
    else unexpected(c, tag, 'ValueAtQuantile', QUANTILE);
  }
  leave(c, outer);
  point.bounds.push(quantile);
  point.quantileValues.push(value);
};

const SUMMARY = fields(2, 3, 4, 5, 6, 7, 8);

/** Reads the `SummaryDataPoint` the cursor is in. */
export const readSummaryPoint = (c: Cursor): HistogramPoint => {
  const point = histogram();
  point.sum = 0;
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x11) point.startNanos = fixed64(c);
    else if (tag === 0x19) point.timeNanos = fixed64(c);
    else if (tag === 0x21) point.count = fixed64(c);
    else if (tag === 0x29) point.sum = double(c);
    else if (tag === 0x32) readQuantile(c, point);
    else if (tag === 0x3a) readKeyValue(c, point.attributes);
    else if (tag === 0x40) point.flags = readVarint32(c);
    else unexpected(c, tag, 'SummaryDataPoint', SUMMARY);
  }
  return point;
};
