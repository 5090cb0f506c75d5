import type { ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import type { LookUp } from '../cache/look-up.ts';
import type { Database } from '../database/database.ts';
import { queryAnswer } from '../database/database-answers.ts';
import { NAME } from '../name.ts';

export interface DataRouteDeps {
  readonly lookUp: LookUp;
  readonly database: Database;
}

const answer = z.object({ service: z.literal(NAME), data: queryAnswer, from_cache: z.boolean() });

/** `GET /api/data`: what the home page shows. */
export const dataRoute = (app: ServiceApp, { lookUp, database }: DataRouteDeps): void => {
  const options = { config: { span: 'backend_get_data' }, schema: { response: { 200: answer } } };
  app.get('/api/data', options, async (request) => {
    const { value, fromCache } = await lookUp(request, { what: 'data', key: 'data', load: () => database.query() });
    return { service: NAME, data: value, from_cache: fromCache };
  });
};
