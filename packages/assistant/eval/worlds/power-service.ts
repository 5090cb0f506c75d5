import type { Dice } from './seeded.ts';

/** What is settled of a record before its words are. */
export interface Charge {
  readonly driver: string;
  readonly contract: string;
  readonly city: string;
  readonly station: string;
  readonly vendor: string;
  readonly firmware: string;
  readonly partner: string;
  readonly method: string;
  /** Its card was refused. */
  readonly isRefused: boolean;
  /** How many times the usual time it takes. */
  readonly factor: number;
  readonly build: string;
}

/** A service: what it says, and what it adds to a record. In sentences `{5-90}` is a number of that range, `{station}` the one at hand. */
export interface PowerService {
  readonly app: 'charging' | 'energy';
  readonly build: string;
  /** The language decides what its library writes beside the sentence. */
  readonly language: 'go' | 'java' | 'node';
  readonly paths: readonly string[];
  readonly info: readonly string[];
  readonly warn: readonly string[];
  /** Each after the code of its error. */
  readonly error: readonly string[];
  readonly queue?: string;
  readonly database?: 'postgresql' | 'redis' | 'timescaledb';
  /** Another host that it calls. */
  readonly calls?: string;
  readonly own: (random: Dice, charge: Charge) => object;
}
