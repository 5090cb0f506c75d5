import { patternsQuery, patternsResponse } from '@clearspan/contracts';
import type { ServiceApp } from '@clearspan/service-kit';
import { type PatternLimits, readPatterns } from '../core/patterns/read-patterns.ts';
import type { QueryRunner } from '../core/query/query-runner.ts';
import { windowOf } from '../core/window.ts';
import { invalidPart } from './invalid-part.ts';
import { storeProblem } from './store-problem.ts';

/** `GET /api/patterns`: log records by the shape of their texts. */
export const patternRoutes = (app: ServiceApp, runner: QueryRunner, limits: PatternLimits): void => {
  app.get(
    '/api/patterns',
    {
      config: { span: 'telemetry_store.get_patterns' },
      schema: { querystring: patternsQuery, response: { 200: patternsResponse } },
    },
    async ({ query, signal }) => {
      const window = windowOf(query, Date.now());
      const outcome = await readPatterns(runner, query, window, limits, signal).catch((error: unknown) => {
        throw storeProblem(error);
      });
      if (outcome.kind === 'found') return outcome.answer;
      throw invalidPart('filter', outcome.errors);
    },
  );
};
