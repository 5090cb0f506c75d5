import type { CatalogField } from '@clearspan/contracts';

/** Fields of a world with so many records that only some services have, each with how many of its records do. */
export const fieldsOf =
  (records: number) =>
  (services: Readonly<Record<string, number>>, field: CatalogField): CatalogField => ({
    ...field,
    presence: Object.values(services).reduce((sum, count) => sum + count, 0) / records,
    services: Object.entries(services).map(([service, count]) => ({ service, count })),
  });
