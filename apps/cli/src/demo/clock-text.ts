/** `2026-01-05T08:00:00.123Z` as `2026-01-05T08:00:00Z`: a person reads no milliseconds. */
export const clockText = (iso: string): string => iso.replace(/\.\d+Z$/, 'Z');
