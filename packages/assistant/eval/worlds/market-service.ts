import type { Dice } from './seeded.ts';

/** What is settled of a request before what its services say of it. */
export interface Call {
  readonly user: string;
  readonly region: string;
  readonly ip: string;
  readonly order: string;
  readonly seller: string;
  readonly client: string;
  readonly paymentMethod: string;
  readonly items: number;
  readonly amount: number;
}

/** A service: what it says, and what it adds to a record. In messages `{5-90}` is a number of that range. */
export interface MarketService {
  readonly app: 'shop' | 'payments' | 'fulfilment';
  readonly version: string;
  readonly routes: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the type of its error. */
  readonly error: readonly string[];
  readonly database?: 'postgresql' | 'redis' | 'elasticsearch';
  readonly tables?: readonly string[];
  /** What it sends to, or works off where it answers no requests. */
  readonly topic?: string;
  /** A host of another company that it asks. */
  readonly asks?: string;
  /** Services that it asks. */
  readonly calls?: readonly string[];
  readonly extra: (random: Dice, call: Call) => object;
}
