/** 2026-11-20T14:30:00Z, a Friday: the moment every question is asked. */
export const NOW_NANOS: bigint = 1_795_185_000_000_000_000n;
export const NOW_MS: number = Number(NOW_NANOS / 1_000_000n);

/** A source of figures that gives the same ones for the same seed (mulberry32). */
export interface Dice {
  /** 0 up to 1. */
  roll(): number;
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  between(low: number, high: number): number;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
}

export const dice = (seed: number): Dice => {
  let state = seed;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    roll,
    chance: (share) => roll() < share,
    pick: (items) => items[Math.floor(roll() * items.length)] as (typeof items)[number],
    between: (low, high) => low + Math.floor(roll() * (high - low)),
    hex: (digits) => Array.from({ length: digits }, () => Math.floor(roll() * 16).toString(16)).join(''),
  };
};

const HOUR_MS = 3_600_000;

/**
 * Times before now, in milliseconds, oldest first: most of them in the last two days and many in the last hours, so that
 * short windows have something to tell apart too.
 */
export const times = (random: Dice, count: number, daysMax: number): readonly number[] =>
  Array.from({ length: count }, () => {
    const hours = random.chance(0.3) ? 2 : random.chance(0.6) ? 40 : daysMax * 24;
    return NOW_MS - 1 - Math.floor(random.roll() * hours * HOUR_MS);
  }).toSorted((a, b) => a - b);

export const iso = (ms: number): string => new Date(ms).toISOString();

export interface SeededLines {
  /** Lines of a file of logs and of a file of spans, as they would be loaded. */
  readonly logs: readonly string[];
  readonly spans: readonly string[];
}
