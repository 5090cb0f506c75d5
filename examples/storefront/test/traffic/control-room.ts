import type { RunningService } from '@clearspan/service-kit';
import type { Clock } from '../../src/traffic/clock.ts';
import { configSchema } from '../../src/traffic/config.ts';
import { startTraffic } from '../../src/traffic/main.ts';
import type { Shop } from './shop.ts';

export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back.
  readonly body: any;
}

export interface Room {
  readonly service: RunningService;
  get(path: string): Promise<Answered>;
  post(path: string, body?: unknown): Promise<Answered>;
  del(path: string): Promise<Answered>;
}

type ShopAddresses = Pick<Shop, 'url' | 'backendUrl' | 'databaseUrl'>;

/** The control room in front of a shop, asked over the wire. */
export const openRoom = async (shop: ShopAddresses, traffic: 'on' | 'off', clock?: Clock): Promise<Room> => {
  const env = {
    STOREFRONT_TRAFFIC_PORT: 0,
    FRONTEND_SERVICE_URL: shop.url,
    BACKEND_SERVICE_URL: shop.backendUrl,
    DATABASE_SERVICE_URL: shop.databaseUrl,
    STOREFRONT_TRAFFIC: traffic,
    LOG_LEVEL: 'silent',
  };
  const service = await startTraffic(configSchema.parse(env), clock);
  const ask = async (method: string, path: string, body?: unknown): Promise<Answered> => {
    const sent =
      body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${service.url}${path}`, { method, ...sent });
    return { status: response.status, body: await response.json() };
  };
  return {
    service,
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    del: (path) => ask('DELETE', path),
  };
};
