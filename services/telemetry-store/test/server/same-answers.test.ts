import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_CONNECTION, openPlanner } from '@clearspan/telemetry-store-clickhouse/test-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OnAServer, openOnAServer } from '../support/on-a-server.ts';
import { placeServices } from '../support/run-service.ts';

/** What a store answers does not depend on where it keeps telemetry: the same tests, each on a server of its own. */
const SAME = ['answers', 'jaeger', 'metric-functions', 'metrics', 'patterns-fields', 'service-map', 'tail'];

for (const name of SAME)
  describe(`on a server: ${name}`, async () => {
    let on: OnAServer;
    beforeAll(async () => {
      on = await openOnAServer();
      placeServices(on.env);
    });
    afterAll(() => on?.close());
    await import(`../service/${name}.test.ts`);

    test('every question that was asked is planned over all shards of a cluster', async () => {
      const path = await mkdtemp(join(tmpdir(), 'plans-'));
      const planner = await openPlanner(path);
      const asked = on.server.requests.filter(
        ({ settings, table }) => settings.get('readonly') === '2' && table === null,
      );
      const refused: string[] = [];
      for (const sql of new Set(asked.map((request) => request.sql))) {
        const code = await planner.plan(sql);
        if (code !== 0 && code !== NO_CONNECTION) refused.push(`${code}: ${sql}`);
      }
      await planner.close();
      await rm(path, { recursive: true, force: true });
      // A tail asks only of rows beside the statement, which are of one server.
      expect(asked.length > 0).toBe(name !== 'tail');
      expect(refused).toEqual([]);
    });
  });
