import type { Dice } from './seeded.ts';

/** What is settled of a record before its words are. */
export interface Visit {
  readonly reader: string;
  readonly plan: string;
  readonly country: string;
  readonly device: string;
  readonly slug: string;
  readonly section: string;
  readonly author: string;
  readonly release: string;
  readonly failing: boolean;
  /** What happens to it on purpose. */
  readonly planted: string;
  readonly ms: number;
}

/** What a record says, and the objects it has beside its words. In messages `{5-90}` is a number of that range. */
export interface Said {
  readonly text: string;
  readonly kind?: string;
  readonly level?: 'debug' | 'warning' | 'critical';
  readonly code?: number;
  readonly more?: object;
}

/** A service: what it serves, what it fails with, and what it tells of its work. */
export interface NewsroomService {
  readonly app: 'site' | 'editorial' | 'audience';
  readonly release: string;
  readonly routes: readonly string[];
  /** Each a kind of problem and its words. */
  readonly problems: readonly (readonly [string, string])[];
  readonly took: readonly [number, number];
  readonly ofReader: boolean;
  readonly ofStory: boolean;
  readonly database?: 'postgresql' | 'redis' | 'elasticsearch';
  readonly collections?: readonly string[];
  readonly queue?: string;
  readonly calls: readonly string[];
  readonly says: (random: Dice, visit: Visit) => Said;
}
