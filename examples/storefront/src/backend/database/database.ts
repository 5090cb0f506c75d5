import type { CallOutcome, MeshClient } from '@clearspan/mesh';
import { problem } from '@clearspan/service-kit';
import type { z } from 'zod';
import { passOn } from '../../http/pass-on.ts';
import type { Answer } from '../cache/answer.ts';
import { databaseCalls } from '../meters.ts';
import {
  type Product,
  productAnswer,
  type QueryAnswer,
  queryAnswer,
  type User,
  userAnswer,
} from './database-answers.ts';

export type DatabaseMesh = MeshClient<'database-service'>;

/** The tables of the shop. What is not there is an answer; anything else that goes wrong is thrown as a problem. */
export interface Database {
  query(): Promise<Answer<QueryAnswer>>;
  user(id: number): Promise<Answer<User>>;
  product(id: number): Promise<Answer<Product>>;
}

type Operation = 'query' | 'get_user' | 'get_product';

const STATUS: Readonly<Record<string, string>> = {
  NOT_FOUND: 'not_found',
  SERVICE_UNAVAILABLE: 'unavailable',
  DEADLINE_EXCEEDED: 'timeout',
};

const read = <T>(outcome: CallOutcome, shape: z.ZodType<T>): Answer<T> => {
  if (!outcome.ok && outcome.error.code === 'NOT_FOUND') return { kind: 'absent', message: outcome.error.message };
  const parsed = shape.safeParse(passOn(outcome));
  if (parsed.success) return { kind: 'found', value: parsed.data };
  throw problem('UPSTREAM_ERROR', 'database-service answered in an unknown shape', { cause: parsed.error });
};

export interface DatabaseDeps {
  /** The client to call by now. */
  readonly mesh: () => DatabaseMesh;
  /** Told of each call: it may outlast the request that made it. */
  readonly hold: () => () => void;
}

export const createDatabase = ({ mesh, hold }: DatabaseDeps): Database => {
  const ask = async <T>(operation: Operation, path: string, shape: z.ZodType<T>): Promise<Answer<T>> => {
    const release = hold();
    // That of an answer which cannot be read, too.
    let status = 'error';
    try {
      const outcome = await mesh().call({ service: 'database-service', method: 'GET', path });
      if (!outcome.ok) status = STATUS[outcome.error.code] ?? 'error';
      const answer = read(outcome, shape);
      if (outcome.ok) status = 'success';
      return answer;
    } finally {
      databaseCalls.add(1, { operation, status });
      release();
    }
  };
  return {
    query: () => ask('query', '/db/query', queryAnswer),
    user: (id) =>
      ask(
        'get_user',
        `/db/user/${id}`,
        userAnswer.transform((body) => body.user),
      ),
    product: (id) =>
      ask(
        'get_product',
        `/db/product/${id}`,
        productAnswer.transform((body) => body.product),
      ),
  };
};
