import type { CatalogField } from '@clearspan/contracts';
import type { Counts } from './sample.ts';
import type { Dataset } from './sources.ts';

/** Services kept of a field. */
export const SERVICES_MAX = 20;
/** A field that so many records have is no service's own. */
const EVERYWHERE_SHARE = 0.95;

/** The column that says which service a record is of; empty where none was given. */
export const SERVICE_COLUMN: Readonly<Record<Dataset, string>> = { logs: 'subsystemname', spans: 'service' };

/** The services whose records have a field that is not everywhere. */
export const servicesOf = (services: Counts, presence: number): Pick<CatalogField, 'services'> =>
  presence >= EVERYWHERE_SHARE || services.length === 0
    ? {}
    : { services: services.map(([service, count]) => ({ service, count })) };
