/** How far back a query looks that names no time and whose caller names none. */
export const DEFAULT_WINDOW_NANOS: bigint = 15n * 60n * 1_000_000_000n;
