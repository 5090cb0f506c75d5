import type { Dice } from './seeded.ts';
import type { Level } from './seeded-log.ts';

/** What is settled of a record before its words are. */
export interface Call {
  readonly student: string;
  readonly school: string;
  readonly course: string;
  readonly region: string;
  readonly release: string;
}

/** Something that a service tells of; in the text `{5-90}` is a number of that range. */
export interface CampusEvent {
  readonly event: string;
  readonly text: string;
  readonly level: Level;
  /** How often it happens beside the others. */
  readonly weight: number;
  readonly code?: string;
  readonly extra?: (random: Dice, call: Call) => object;
}

export interface CampusService {
  readonly app: 'classroom' | 'storefront' | 'backbone';
  readonly release: string;
  readonly events: readonly CampusEvent[];
  /** Empty for those that work off a queue. */
  readonly routes: readonly string[];
  readonly queue?: string;
  readonly database?: 'postgresql' | 'redis' | 'mongodb';
  readonly tables?: readonly string[];
  /** Another host that it calls. */
  readonly calls?: string;
}

/** Some things are more frequent than others. */
export const weighted = (random: Dice, events: readonly CampusEvent[]): CampusEvent => {
  let left = random.roll() * events.reduce((sum, { weight }) => sum + weight, 0);
  for (const one of events) {
    left -= one.weight;
    if (left < 0) return one;
  }
  return events[0] as CampusEvent;
};
