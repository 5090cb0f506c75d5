import { createMeshClient } from '@clearspan/mesh';
import { type RunningService, runService, startService } from '@clearspan/service-kit';
import { configSchema, type WebConfig } from './config.ts';
import { forwardRoutes } from './routes/forward.ts';
import { pageRoutes } from './routes/page.ts';
import { securityHeaders } from './routes/security-headers.ts';
import { createPageFiles } from './static/page-files.ts';

const NAME = 'web';

/** A query may take its time; the gateway and the store end it before this. */
const REQUEST_MS = 120_000;

/** The page, and its own way to the gateway: a browser talks to this process alone. */
export const startWeb = (config: WebConfig): Promise<RunningService> => {
  const mesh = createMeshClient({ caller: NAME, services: { 'api-gateway': config.API_GATEWAY_URL } });

  return startService({
    name: NAME,
    host: config.HOST,
    port: config.WEB_PORT,
    logLevel: config.LOG_LEVEL,
    requestMs: REQUEST_MS,
    register: (app) => {
      securityHeaders(app);
      forwardRoutes(app, mesh, REQUEST_MS);
      pageRoutes(app, createPageFiles(config.WEB_PAGE_DIR));
    },
    close: () => mesh.close(),
  });
};

if (import.meta.main) await runService(NAME, configSchema, startWeb);
