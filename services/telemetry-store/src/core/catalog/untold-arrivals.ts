import type { CatalogArrivals } from '@clearspan/telemetry-store';

/** Where others store something too, and nobody tells what: the catalog is read anew each time. */
export const UNTOLD_ARRIVALS: CatalogArrivals = { take: () => 'many', metricsCame: () => true };
