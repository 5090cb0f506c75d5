import type { Catalog, CatalogField } from '@clearspan/contracts';
import { shop } from '../test/worlds/shop.ts';

const valuesPerField = 18;
const logFields = 200;
const spanFields = 78;

const field = (index: number): CatalogField => ({
  root: 'd',
  path: ['attributes', `group${index % 17}`, `field_${index}`],
  types: [{ type: 'string', share: 1 }],
  presence: 0.5,
  distinct: 20,
  values: Array.from({ length: valuesPerField }, (_, value) => ({
    value: `value-${index}-${value} of thing`,
    count: 100 - value,
  })),
  examples: [],
});

/** The shop with as many fields and values beside its own as the bar speaks of: 300 fields and 5,000 values. */
export const wideCatalog: Catalog = {
  ...shop,
  logs: { ...shop.logs, fields: [...shop.logs.fields, ...Array.from({ length: logFields }, (_, i) => field(i))] },
  spans: {
    ...shop.spans,
    fields: [...shop.spans.fields, ...Array.from({ length: spanFields }, (_, i) => field(logFields + i))],
  },
};
