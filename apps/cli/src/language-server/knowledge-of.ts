import type { Catalog, CatalogField } from '@clearspan/contracts';
import type { Knowledge } from '@clearspan/language-server';
import type { SourceTable } from '../sources/load-table.ts';
import { sourceSchema } from '../sources/source-schema.ts';

const valuesOfferedMax = 50;

interface Found {
  readonly field: CatalogField;
  readonly records: number;
}

const keyOf = (root: string, path: readonly (string | number)[]): string => JSON.stringify([root, ...path]);

/** Fields by their place; where logs and spans share one, that of the logs. */
const fieldsOf = ({ logs, spans }: Catalog): ReadonlyMap<string, Found> =>
  new Map(
    [spans, logs].flatMap(({ fields, records }) =>
      fields.map((field) => [keyOf(field.root, field.path), { field, records }] as const),
    ),
  );

/** A value of the catalog as the literal it is in a query; null where values of the type are no literals of their own. */
const literalOf = ({ types }: CatalogField, value: string): string | number | boolean | null => {
  const [first] = types.toSorted((a, b) => b.share - a.share);
  switch (first?.type) {
    case 'string':
      return value;
    case 'number':
      return Number.isFinite(Number(value)) ? Number(value) : null;
    case 'bool':
      return value === 'true' ? true : value === 'false' ? false : null;
    case 'timestamp':
    case 'interval':
    case 'enum':
    case 'array':
    case 'object':
    case undefined:
      return null;
  }
};

/** What the language server may know of the data: fields with their types, values and number of values. */
export const knowledgeOf = (catalog: Catalog, tables: readonly SourceTable[]): Knowledge => {
  const fields = fieldsOf(catalog);
  return {
    schema: sourceSchema(catalog, tables),
    values: (root, path) => {
      const found = fields.get(keyOf(root, path));
      if (found === undefined) return null;
      const { field } = found;
      return field.values
        .slice(0, valuesOfferedMax)
        .map(({ value }) => literalOf(field, value))
        .filter((value) => value !== null);
    },
    cardinality: (root, path) => {
      const found = fields.get(keyOf(root, path));
      if (found === undefined) return null;
      return { distinct: found.field.distinct, rows: Math.round(found.records * found.field.presence) };
    },
  };
};
