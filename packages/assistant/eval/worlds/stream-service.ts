import type { Dice } from './seeded.ts';

/** What is settled of a record before its words are. */
export interface Viewing {
  readonly viewer: string;
  readonly plan: string;
  readonly country: string;
  readonly device: string;
  readonly player: string;
  readonly title: string;
  readonly cdn: string;
  readonly job: string;
  readonly ip: string;
  readonly region: string;
  readonly release: string;
  /** The time that its work takes is several times the usual one. */
  readonly slow: boolean;
}

/** An event, what is said of it, and of failures their code. `{5-90}` is a number of that range, `{title}` the title. */
export type Said = readonly [event: string, text: string, code?: string];

export interface StreamService {
  readonly app: 'watch' | 'studio';
  readonly release: string;
  readonly routes: readonly string[];
  readonly info: readonly Said[];
  readonly warning: readonly Said[];
  readonly error: readonly Said[];
  readonly topic?: string;
  readonly database?: 'postgresql' | 'redis' | 'elasticsearch';
  readonly tables?: readonly string[];
  readonly flag?: string;
  readonly extra: (random: Dice, viewing: Viewing) => object;
}
