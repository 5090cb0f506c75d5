import type { Dice } from './seeded.ts';

/** What is settled of a record before its words are. */
export interface Call {
  readonly guest: string;
  readonly property: string;
  readonly region: string;
  readonly version: string;
  readonly partner: string;
  /** How many times as long as usual it takes. */
  readonly drag: number;
}

/** A service: what it says, and what it adds to a record. In messages `{5-90}` is a number of that range. */
export interface ResortService {
  readonly app: 'guest-experience' | 'commerce' | 'property-ops';
  readonly version: string;
  readonly routes: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the code of its error. */
  readonly error: readonly string[];
  readonly database?: 'postgresql' | 'redis';
  readonly tables?: readonly string[];
  readonly queue?: string;
  /** Another host that it calls. */
  readonly calls?: string;
  /** Other services that it asks. */
  readonly asks?: readonly string[];
  readonly extra: (random: Dice, call: Call) => object;
}
