import type { Dice } from './seeded.ts';

/** What is settled of a record before its words are. */
export interface Traits {
  readonly player: string;
  readonly region: string;
  readonly country: string;
  readonly platform: string;
  readonly mode: string;
  readonly map: string;
  readonly match: string;
  readonly order: string;
  readonly provider: string;
  readonly newCheckout: boolean;
  /** The version that its service runs in since Wednesday. */
  readonly late: boolean;
  /** The share of lookups that a cache answers. */
  readonly warm: number;
  /** Seconds that readers are behind. */
  readonly lag: number;
}

/** A service: what it says, in whose manner it writes, and what it adds. In messages `{5-90}` is a number of that range. */
export interface ArenaService {
  readonly app: 'game' | 'store' | 'platform';
  readonly make: 'flat' | 'nested' | 'pino' | 'zap';
  readonly version: string;
  readonly paths: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the type of its error. */
  readonly error: readonly string[];
  readonly queue?: string;
  readonly database?: 'postgresql' | 'redis' | 'cassandra';
  readonly extra: (random: Dice, traits: Traits) => object;
}
