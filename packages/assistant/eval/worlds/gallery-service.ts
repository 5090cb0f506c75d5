import type { Dice } from './seeded.ts';
import type { Level } from './seeded-log.ts';

/** Who asks, and from where. */
export interface Call {
  readonly member: string;
  readonly tier: string;
  readonly country: string;
  readonly platform: string;
  readonly appVersion: string;
  readonly datacenter: string;
  readonly ip: string;
}

/** What is said of a visit. */
export interface Said {
  readonly level: Level;
  readonly text: string;
  /** Of the error; empty where there is none. */
  readonly code: string;
  readonly call: Call;
}

/** A service: what it says, and what it adds to a record. In messages `{5-90}` is a number of that range. */
export interface GalleryService {
  readonly app: 'photos' | 'social' | 'platform';
  readonly version: string;
  /** About how many milliseconds it takes. */
  readonly pace: number;
  readonly routes: readonly string[];
  readonly info: readonly string[];
  readonly warning: readonly string[];
  /** Each after the code of its error; the first is of what goes wrong on purpose. */
  readonly error: readonly [string, ...string[]];
  readonly database?: 'postgresql' | 'redis' | 'elasticsearch' | 'cassandra';
  readonly tables?: readonly string[];
  /** What it sends for workers, or is told by as one, and by whom. */
  readonly topic?: string;
  readonly toldBy?: string;
  /** Another host that it calls. */
  readonly calls?: string;
  readonly extra: (random: Dice, said: Said) => object;
}
