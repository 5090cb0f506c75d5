import type { Dice } from './seeded.ts';

/** What is settled of a record before its words are. */
export interface Dealing {
  readonly customer: string;
  readonly device: string;
  readonly segment: string;
  readonly region: string;
  readonly branch: string;
  readonly channel: string;
  readonly transferType: string;
  readonly scheme: string;
  /** The time that its work takes is several times the usual one. */
  readonly slow: boolean;
  readonly version: string;
}

/** A service: what it says, and what it adds to a record. In messages `{5-90}` is a number of that range. */
export interface BankService {
  readonly app: 'retail-channels' | 'core-banking';
  readonly version: string;
  readonly routes: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the type of its error. */
  readonly error: readonly string[];
  readonly topic?: string;
  readonly database?: 'postgresql' | 'redis' | 'oracle.db';
  readonly rpc?: string;
  /** Another host that it calls. */
  readonly calls?: string;
  readonly extra: (random: Dice, dealing: Dealing) => object;
}
