import { NUMBER, type SchemaField, type SchemaSource, STRING } from '@clearspan/dataprime';

export const KEYS = 5_000;

const fields = (): readonly SchemaField[] => [
  ...Array.from({ length: KEYS - 4 }, (_, index) => ({
    root: 'd' as const,
    path: [`group${index % 50}`, `item.${index % 7}`, `field_${index}`],
    types: [STRING],
  })),
  { root: 'd', path: ['msg'], types: [STRING] },
  { root: 'd', path: ['region'], types: [STRING] },
  { root: 'd', path: ['duration_ms'], types: [NUMBER] },
  { root: 'd', path: ['http', 'status'], types: [NUMBER] },
];

/** A schema of so many keys that was never seen before: nothing can have been kept of it. */
export const newSchema = (): SchemaSource => {
  const logs = fields();
  return { fields: () => logs };
};
