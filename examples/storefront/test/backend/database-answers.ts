import type { Product, QueryAnswer, User } from '../../src/backend/database/database-answers.ts';
import { problemAnswer } from '../support/problem-answer.ts';
import type { WireAnswer } from '../support/wire-server.ts';

export const USER: User = {
  id: 7,
  name: 'Ada Byron',
  email: 'ada@example.com',
  created_at: '2024-03-01T00:00:00.000Z',
};

/** Ids from 1 to 99 exist. Those of ten and its multiples are sold out. */
export const productOf = (id: number): Product => ({
  id,
  name: 'Walnut Chair',
  description: 'A chair.',
  stock: id % 10 === 0 ? 0 : 40,
  created_at: '2024-03-01T00:00:00.000Z',
});

export const ROWS: QueryAnswer = {
  database: 'sqlite',
  timestamp: '2026-01-05T00:00:00.000Z',
  rows: 2,
  data: [
    { id: 1, total: 12.5 },
    { id: 2, total: 3 },
  ],
};

/** What the database service answers. */
export const databaseAnswer = (path: string): WireAnswer => {
  const [, , kind, text] = path.split('/');
  const id = Number(text);
  if (kind === 'query') return { status: 200, body: ROWS };
  if (!(id >= 1 && id <= 99)) return problemAnswer('NOT_FOUND', `no ${kind} has the id ${id}`);
  return kind === 'user'
    ? { status: 200, body: { database: 'sqlite', user: { ...USER, id } } }
    : { status: 200, body: { database: 'sqlite', product: productOf(id) } };
};
