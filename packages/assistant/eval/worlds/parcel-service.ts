import type { Dice } from './seeded.ts';

/** What is settled of a record before its words are. */
export interface Shipment {
  readonly account: string;
  readonly zone: string;
  readonly tracking: string;
  readonly carrier: string;
  readonly depot: string;
  readonly printer: string;
  /** The time that its work takes is several times the usual one. */
  readonly slow: boolean;
  readonly build: string;
}

/** A service: what it says, and what it adds to a record. In messages `{5-90}` is a number of that range. */
export interface ParcelService {
  readonly app: 'shipping' | 'delivery' | 'backbone';
  readonly build: string;
  readonly routes: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the kind of its error. */
  readonly error: readonly string[];
  readonly topic?: string;
  readonly database?: 'mysql' | 'redis' | 'cassandra';
  readonly extra: (random: Dice, shipment: Shipment) => object;
}
