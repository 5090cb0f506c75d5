import type { Dice } from './seeded.ts';

export type Level = 'debug' | 'info' | 'warning' | 'error' | 'critical';
export const SEVERITIES: Readonly<Record<Level, number>> = { debug: 1, info: 3, warning: 4, error: 5, critical: 6 };

/** A template with a number for each range in it: "answered in {20-180} ms". */
export const written = (random: Dice, text: string): string =>
  text.replace(/\{(\d+)-(\d+)\}/g, (_, low: string, high: string) => String(random.between(Number(low), Number(high))));
