import type { Dice } from './seeded.ts';

/** What is settled of a record before its words are. */
export interface Trip {
  readonly user: string;
  readonly region: string;
  readonly channel: string;
  readonly booking: string;
  readonly provider: string;
  readonly airline: string;
  /** The time that its work takes is several times the usual one. */
  readonly slow: boolean;
  readonly version: string;
}

/** A service: what it says, and what it adds to a record. In messages `{5-90}` is a number of that range. */
export interface TravelService {
  readonly app: 'shopping' | 'booking' | 'platform';
  readonly version: string;
  readonly paths: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the type of its error. */
  readonly error: readonly string[];
  readonly queue?: string;
  readonly database?: 'postgresql' | 'redis' | 'mongodb' | 'elasticsearch';
  readonly extra: (random: Dice, trip: Trip) => object;
}
