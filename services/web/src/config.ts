import { fileURLToPath } from 'node:url';
import { defaultUrl, SERVICES } from '@clearspan/contracts';
import { headerName, host, logLevel, port, url } from '@clearspan/service-kit';
import { z } from 'zod';

/** Where `npm run build:web` puts the page. */
const BUILT_PAGE = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  WEB_PORT: port(SERVICES.web.port),
  API_GATEWAY_URL: url(defaultUrl('api-gateway')),
  /** The control room of the storefront; without it there is none. */
  STOREFRONT_TRAFFIC_URL: z.url({ protocol: /^https?$/, error: 'expected an http address' }).optional(),
  /** Headers in which a proxy before the page says who asks, and of which team: the gateway reads them. */
  CALLER_USER_HEADER: headerName(),
  CALLER_TEAM_HEADER: headerName(),
  /** Folder of the built page. */
  WEB_PAGE_DIR: z.string().default(BUILT_PAGE),
});
export type WebConfig = z.infer<typeof configSchema>;

export const callerHeaders = ({ CALLER_USER_HEADER, CALLER_TEAM_HEADER }: WebConfig): readonly string[] =>
  [CALLER_USER_HEADER, CALLER_TEAM_HEADER].filter((name) => name !== '').map((name) => name.toLowerCase());
