import type { Dice } from './seeded.ts';

/** What is settled of a record before its words are. */
export interface Journey {
  readonly passenger: string;
  readonly line: string;
  readonly train: string;
  readonly station: string;
  readonly channel: string;
  readonly release: string;
  /** How many times as long as usual it takes. */
  readonly drag: number;
  /** Minutes that the train is late. */
  readonly late: number;
}

/** A service: what it says, and what it adds to a record. In messages `{5-90}` is a number of that range. */
export interface RailService {
  readonly app: 'ticketing' | 'operations' | 'passenger';
  readonly release: string;
  readonly routes: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the type of its exception. */
  readonly error: readonly string[];
  readonly database?: 'mssql' | 'redis' | 'mongodb';
  readonly tables?: readonly string[];
  readonly queue?: string;
  /** Another host that it calls. */
  readonly calls?: string;
  readonly extra: (random: Dice, journey: Journey) => object;
}
