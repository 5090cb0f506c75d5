/** A point in time as a query can write it. All lengths are nanoseconds. */
export type Instant =
  | { readonly kind: 'now'; readonly backNanos: bigint }
  /** Now rounded down to a multiple of the unit (a UTC day or hour), then moved back. */
  | { readonly kind: 'aligned'; readonly unitNanos: bigint; readonly backNanos: bigint }
  | { readonly kind: 'at'; readonly nanos: bigint };

/** The time a question names, as a half-open range. */
export type TimeSpec =
  | { readonly kind: 'last'; readonly nanos: bigint }
  | { readonly kind: 'between'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'around'; readonly at: Instant; readonly radiusNanos: bigint };

export const NANOS = {
  millisecond: 1_000_000n,
  second: 1_000_000_000n,
  minute: 60_000_000_000n,
  hour: 3_600_000_000_000n,
  day: 86_400_000_000_000n,
  week: 604_800_000_000_000n,
} as const;

export const resolveInstant = (instant: Instant, nowNanos: bigint): bigint => {
  switch (instant.kind) {
    case 'now':
      return nowNanos - instant.backNanos;
    case 'aligned':
      return nowNanos - (nowNanos % instant.unitNanos) - instant.backNanos;
    case 'at':
      return instant.nanos;
  }
};

/** The range in nanoseconds since the epoch, end excluded. */
export const resolveTime = (spec: TimeSpec, nowNanos: bigint): { readonly from: bigint; readonly to: bigint } => {
  switch (spec.kind) {
    case 'last':
      return { from: nowNanos - spec.nanos, to: nowNanos };
    case 'between':
      return { from: resolveInstant(spec.from, nowNanos), to: resolveInstant(spec.to, nowNanos) };
    case 'around': {
      const at = resolveInstant(spec.at, nowNanos);
      return { from: at - spec.radiusNanos, to: at + spec.radiusNanos };
    }
  }
};

/** An instant so much earlier. */
export const moved = (instant: Instant, back: bigint): Instant =>
  instant.kind === 'at'
    ? { kind: 'at', nanos: instant.nanos - back }
    : { ...instant, backNanos: instant.backNanos + back };

/** The same range by its two ends. */
export const endsOf = (time: TimeSpec): { readonly from: Instant; readonly to: Instant } => {
  switch (time.kind) {
    case 'between':
      return time;
    case 'last':
      return { from: { kind: 'now', backNanos: time.nanos }, to: { kind: 'now', backNanos: 0n } };
    case 'around':
      return { from: moved(time.at, time.radiusNanos), to: moved(time.at, -time.radiusNanos) };
  }
};
