import type { Dice } from './seeded.ts';
import type { Level } from './seeded-log.ts';

/** Something that goes wrong on purpose. */
export type Planted = 'outage' | 'otp' | 'app' | 'quota' | 'tariff' | 'hlr' | 'psp' | 'queue' | 'sim';

/** The line of a customer, as most records name it. */
export interface Line {
  readonly msisdn: string;
  readonly imsi: string;
  readonly tariff: string;
}

/** What a service says of one thing that happened: with a code of error if it did not work. */
export interface Said {
  readonly msg: string;
  readonly level?: Level;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

export interface TelcoService {
  readonly app: 'network' | 'customer' | 'partners';
  readonly say: (random: Dice, line: Line, planted: Planted | undefined, ms: number) => Said;
}

/** A failure, with its code; refused by the rules it is but a warning. */
export const failed = (msg: string, code: string, fields: Said['fields'], level: Level = 'error'): Said => ({
  msg,
  level,
  fields: { ...fields, err_code: code },
});

export const cents = (random: Dice, low: number, high: number): number => random.between(low * 100, high * 100) / 100;
