import { fieldQuery, fieldStats } from '@clearspan/contracts';
import type { ServiceApp } from '@clearspan/service-kit';
import { readField } from '../core/fields/read-field.ts';
import type { QueryRunner } from '../core/query/query-runner.ts';
import { windowOf } from '../core/window.ts';
import { invalidPart } from './invalid-part.ts';
import { storeProblem } from './store-problem.ts';

/** `GET /api/field`: what a field has in the records of a window. */
export const fieldRoutes = (app: ServiceApp, runner: QueryRunner): void => {
  app.get(
    '/api/field',
    {
      config: { span: 'telemetry_store.get_field' },
      schema: { querystring: fieldQuery, response: { 200: fieldStats } },
    },
    async ({ query, signal }) => {
      const window = windowOf(query, Date.now());
      const outcome = await readField(runner, query, window, signal).catch((error: unknown) => {
        throw storeProblem(error);
      });
      if (outcome.kind === 'found') return outcome.answer;
      throw invalidPart(outcome.part, outcome.errors);
    },
  );
};
