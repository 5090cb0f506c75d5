import { createMeshClient } from '@clearspan/mesh';
import { type RunningService, runService, startService } from '@clearspan/service-kit';
import { callerHeaders, configSchema, type WebConfig } from './config.ts';
import { gatewayRoutes } from './routes/gateway.ts';
import { pageRoutes } from './routes/page.ts';
import { sameOriginOnly } from './routes/same-origin.ts';
import { securityHeaders } from './routes/security-headers.ts';
import { storefrontRoutes } from './routes/storefront.ts';
import { createPageFiles } from './static/page-files.ts';

const NAME = 'web';

/** A query may take its time; the gateway and the store end it before this. */
const REQUEST_MS = 120_000;

/** The page, and its own way to the gateway and to the storefront: a browser talks to this process alone. */
export const startWeb = (config: WebConfig): Promise<RunningService> => {
  const storefront = config.STOREFRONT_TRAFFIC_URL;
  const mesh = createMeshClient<'api-gateway' | 'storefront-traffic'>({
    caller: NAME,
    services: {
      'api-gateway': config.API_GATEWAY_URL,
      ...(storefront === undefined ? {} : { 'storefront-traffic': storefront }),
    },
  });

  return startService({
    name: NAME,
    host: config.HOST,
    port: config.WEB_PORT,
    logLevel: config.LOG_LEVEL,
    requestMs: REQUEST_MS,
    register: (app) => {
      securityHeaders(app);
      sameOriginOnly(app);
      gatewayRoutes(app, mesh, REQUEST_MS, callerHeaders(config));
      storefrontRoutes(app, storefront === undefined ? null : mesh);
      pageRoutes(app, createPageFiles(config.WEB_PAGE_DIR));
    },
    close: () => mesh.close(),
  });
};

if (import.meta.main) await runService(NAME, configSchema, startWeb);
