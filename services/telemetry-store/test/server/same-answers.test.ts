import { afterAll, beforeAll, describe } from 'vitest';
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
  });
