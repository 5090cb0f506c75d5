import { dice } from '../../faults/dice.ts';
import type { SqlValue } from '../sql/connection.ts';
import { FIRST_NAMES, LAST_NAMES, LOOKS, MATERIALS, THINGS } from './seed-words.ts';

/** A table with the rows it begins with; they are made one by one, as they are asked for. */
export interface SeedTable {
  readonly table: string;
  readonly columns: readonly string[];
  rows(): Iterable<readonly SqlValue[]>;
}

const USERS = 20_000;
const PRODUCTS = 5_000;
const ORDERS = 40_000;

const SEED = 20_250_101;
const FIRST_DAY_MS = Date.UTC(2024, 0, 1);
const MINUTE_MS = 60_000;
/** Of a hundred orders, where each state ends. */
const STATES = [
  [10, 'open'],
  [25, 'paid'],
  [40, 'shipped'],
  [95, 'delivered'],
  [100, 'returned'],
] as const;
const SOLD_OUT_SHARE = 0.08;

type Draw = <T>(from: readonly T[]) => T;

const drawer = (random: () => number): Draw => {
  return (from) => from[Math.floor(random() * from.length)] as (typeof from)[number];
};

/** The nth moment: rows are as old as their ids tell. */
const moment = (n: number, everyMinutes: number, random: () => number): string =>
  new Date(FIRST_DAY_MS + Math.floor((n + random()) * everyMinutes * MINUTE_MS)).toISOString();

const between = (random: () => number, min: number, max: number): number =>
  min + Math.floor(random() * (max - min + 1));

function* users(): Iterable<readonly SqlValue[]> {
  const random = dice(SEED);
  const draw = drawer(random);
  for (let id = 1; id <= USERS; id++) {
    const first = draw(FIRST_NAMES);
    const last = draw(LAST_NAMES);
    const email = `${first}.${last}.${id}@example.com`.toLowerCase();
    yield [id, `${first} ${last}`, email, moment(id, 40, random), null, 0];
  }
}

/** Also what lines of orders cost: it is drawn anew from the id, so that no list of prices is kept. */
const centsOf = (productId: number): number => between(dice(SEED + productId), 500, 25_000);

function* products(): Iterable<readonly SqlValue[]> {
  const random = dice(SEED + 1);
  const draw = drawer(random);
  for (let id = 1; id <= PRODUCTS; id++) {
    const [look, material, thing] = [draw(LOOKS), draw(MATERIALS), draw(THINGS)];
    const name = `${look[0]?.toUpperCase()}${look.slice(1)} ${material} ${thing}`;
    const description = `A ${look} ${thing}, made of ${material}.`;
    yield [id, name, description, centsOf(id), moment(id, 160, random)];
  }
}

function* inventory(): Iterable<readonly SqlValue[]> {
  const random = dice(SEED + 2);
  for (let id = 1; id <= PRODUCTS; id++) yield [id, random() < SOLD_OUT_SHARE ? 0 : between(random, 1, 500)];
}

function* orders(): Iterable<readonly SqlValue[]> {
  const random = dice(SEED + 3);
  for (let id = 1; id <= ORDERS; id++) {
    const percent = random() * 100;
    const state = STATES.find(([end]) => percent < end)?.[1] ?? 'delivered';
    yield [id, between(random, 1, USERS), state, moment(id, 20, random)];
  }
}

function* orderLines(): Iterable<readonly SqlValue[]> {
  const random = dice(SEED + 4);
  let id = 0;
  for (let orderId = 1; orderId <= ORDERS; orderId++) {
    // From one line to five: three of each order on average, and the same number in all whatever is drawn.
    const lines = ((orderId * 7) % 5) + 1;
    for (let line = 1; line <= lines; line++) {
      id += 1;
      const productId = between(random, 1, PRODUCTS);
      yield [id, orderId, productId, between(random, 1, 4), centsOf(productId)];
    }
  }
}

/** What the tables begin with: the same rows each time. */
export const SEED_TABLES: readonly SeedTable[] = [
  { table: 'users', columns: ['id', 'name', 'email', 'created_at', 'last_seen_at', 'visits'], rows: users },
  { table: 'products', columns: ['id', 'name', 'description', 'unit_cents', 'created_at'], rows: products },
  { table: 'inventory', columns: ['product_id', 'stock'], rows: inventory },
  { table: 'orders', columns: ['id', 'user_id', 'state', 'created_at'], rows: orders },
  { table: 'order_lines', columns: ['id', 'order_id', 'product_id', 'quantity', 'unit_cents'], rows: orderLines },
];
