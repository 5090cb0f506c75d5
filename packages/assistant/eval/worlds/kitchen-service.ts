import type { Dice } from './seeded.ts';
import type { Level } from './seeded-log.ts';

/** What is settled of an order once it is placed. */
export interface Order {
  readonly id: string;
  readonly traceId: string;
  readonly customer: string;
  readonly restaurant: string;
  readonly zone: string;
  readonly courier: string;
  readonly vehicle: 'bike' | 'scooter' | 'car';
}

/** Something a service says. In messages `{5-90}` is a number of that range. */
export interface Said {
  readonly text: string;
  readonly level: Level;
  /** How often it is said beside the others of its level. */
  readonly weight: number;
  readonly code?: string;
  readonly of?: (random: Dice, order: Order) => object;
}

export interface KitchenService {
  readonly app: 'ordering' | 'logistics' | 'care';
  readonly version: string;
  /** Each as its method and its path. */
  readonly routes: readonly string[];
  readonly says: readonly Said[];
  /** The ids that every record of it has. */
  readonly ids: (order: Order) => object;
  readonly database?: 'postgresql' | 'redis' | 'mongodb';
  readonly tables?: readonly string[];
  readonly queue?: string;
  /** Other hosts that it calls. */
  readonly calls?: readonly string[];
}

type Of = (random: Dice, order: Order) => object;
const saying =
  (level: Level) =>
  (weight: number, text: string, of?: Of): Said => ({ level, weight, text, ...(of ? { of } : {}) });

export const info: (weight: number, text: string, of?: Of) => Said = saying('info');
export const warning: (weight: number, text: string, of?: Of) => Said = saying('warning');
export const error = (weight: number, code: string, text: string, of?: Of): Said => ({
  ...saying('error')(weight, text, of),
  code,
});
