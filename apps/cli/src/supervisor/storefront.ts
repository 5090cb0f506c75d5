import { join } from 'node:path';
import { STOREFRONT, type StorefrontName } from '@clearspan/contracts';

const FOLDERS: Readonly<Record<StorefrontName, string>> = {
  'frontend-service': 'frontend',
  'backend-service': 'backend',
  'database-service': 'database',
  'storefront-traffic': 'traffic',
};

export const STOREFRONT_NAMES = Object.keys(STOREFRONT) as readonly StorefrontName[];

export const isStorefront = (name: string): name is StorefrontName => Object.hasOwn(STOREFRONT, name);

/** Its folders have the short forms of the names, for all of them are in one package. */
export const storefrontEntry = (name: StorefrontName): string =>
  join('examples', 'storefront', 'src', FOLDERS[name], 'main.ts');

const RESOURCE = 'service.namespace=storefront,service.version=1.0.0';

/**
 * `OTEL_RESOURCE_ATTRIBUTES` of the shop: a system of its own, which telemetry tells apart by this. Other attributes that
 * the user has set stay; of two with the same name the last one counts.
 */
export const storefrontResource = (given: string | undefined): string => (given ? `${given},${RESOURCE}` : RESOURCE);
