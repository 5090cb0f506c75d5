const MEGABYTE = 1024 * 1024;

/** Rows of an answer from files, as the telemetry store has them. */
export const ROW_LIMITS = { rowsMax: 50_000, rowsDefault: 2_000 } as const;

/** Memory of the engine as a whole and of one statement in it. */
export const ENGINE_BYTES_MAX: number = 1_024 * MEGABYTE;
export const STATEMENT_BYTES_MAX: number = 700 * MEGABYTE;
