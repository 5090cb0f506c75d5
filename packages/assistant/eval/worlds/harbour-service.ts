import type { Dice } from './seeded.ts';

/** What is settled of a record before its words are. */
export interface Call {
  readonly customer: string;
  readonly terminal: string;
  readonly route: string;
  readonly haulier: string;
  readonly channel: string;
  readonly ip: string;
  readonly version: string;
  /** How many times as long as usual it takes. */
  readonly drag: number;
}

/** A service: what it says, and what it adds to a record. In messages `{5-90}` is a number of that range. */
export interface HarbourService {
  readonly app: 'terminal-ops' | 'landside' | 'ferry-line';
  readonly version: string;
  readonly routes: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the code of its error. */
  readonly error: readonly string[];
  readonly database?: 'postgresql' | 'redis';
  readonly tables?: readonly string[];
  /** The queue that its work comes from. */
  readonly queue?: string;
  /** The queue that it sends to. */
  readonly sends?: string;
  /** Another host that it calls. */
  readonly calls?: string;
  /** Other services that it asks. */
  readonly asks?: readonly string[];
  readonly extra: (random: Dice, call: Call, text: string) => object;
}

export const containerOf = (random: Dice): object => ({
  id: `HBXU${random.between(1_204_000, 1_205_500)}`,
  size_ft: random.pick([20, 40, 40, 40, 45]),
  weight_kg: 2_400 + Math.floor(random.roll() ** 1.3 * 28_000),
});
