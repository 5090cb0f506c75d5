import { check, parse } from '@clearspan/dataprime';
import type { CatalogIndex, DatasetIndex } from '../../catalog/catalog-index.ts';
import { catalogSchema } from '../../catalog/catalog-schema.ts';
import { type FieldRef, fieldText, ROLES } from '../../ir/field-ref.ts';
import { isTellable } from '../linked-schema.ts';
import type { SeedPair } from './seed-pair.ts';

export interface FilledPair {
  readonly question: string;
  readonly query: string;
}

const castText = (field: FieldRef): string => `${fieldText(field)}${field.cast === null ? '' : `:${field.cast}`}`;

const frequentValue = ({ fields }: DatasetIndex, field: FieldRef): string | null =>
  fields
    .find(({ ref }) => fieldText(ref) === fieldText(field))
    ?.source.values.find(({ value }) => isTellable(value) && !/['\\{}]/.test(value))?.value ?? null;

const SLOT = /\{(=?)([a-z]+)(:?)\}/g;

const fillText = (text: string, data: DatasetIndex): string | null => {
  let isWhole = true;
  const filled = text.replace(SLOT, (slot, asValue: string, name: string, asCondition: string) => {
    const role = ROLES.find((one) => one === name);
    const field = role === undefined ? undefined : data.roles.get(role);
    const put =
      field === undefined
        ? null
        : asValue !== ''
          ? frequentValue(data, field)
          : asCondition !== ''
            ? castText(field)
            : fieldText(field);
    if (put === null) isWhole = false;
    return put ?? slot;
  });
  return isWhole ? filled : null;
};

/**
 * A pair in the fields of the data at hand; null when the data has not all that it is about, or when it would not pass
 * as a query there: an example that does not hold teaches mistakes.
 */
export const fillPair = ({ dataset, question, query }: SeedPair, index: CatalogIndex): FilledPair | null => {
  const data = index[dataset];
  const filled = { question: fillText(question, data), query: fillText(query, data) };
  if (filled.question === null || filled.query === null) return null;
  const parsed = parse(filled.query);
  const checked = check(parsed, { schema: catalogSchema(index), strictFields: true });
  return checked.query === null || parsed.diagnostics.length > 0
    ? null
    : { question: filled.question, query: filled.query };
};
