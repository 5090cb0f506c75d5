import type { AliasTarget } from '@clearspan/contracts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { FieldEntry } from '../catalog/field-entry.ts';
import { type Dataset, fieldText } from '../ir/field-ref.ts';
import type { FieldLink, ValueLink } from '../link/mark.ts';

/** As sure as a value that is spelt as in the data: somebody has said so. */
const linkScore = 0.95;

const holds = ({ source }: FieldEntry, value: string): boolean =>
  source.values.some((entry) => entry.value === value) || source.examples.includes(value);

/** The field itself, and in the other data set the field that plays the same part. */
const fieldsOf = (field: string, index: CatalogIndex): readonly (readonly [Dataset, FieldEntry])[] => {
  const all = (['logs', 'spans'] as const).flatMap((dataset) =>
    index[dataset].fields.map((entry) => [dataset, entry] as const),
  );
  const own = all.filter(([, entry]) => fieldText(entry.ref) === field);
  const alike = all.filter(
    ([dataset, { ref }]) =>
      ref.role !== null &&
      own.some(([, entry]) => entry.ref.role === ref.role) &&
      !own.some(([other]) => other === dataset),
  );
  return [...own, ...alike];
};

/** Values that the catalog lists for the target; none where it lists no such value. */
export const valueLinks = (
  target: Extract<AliasTarget, { kind: 'value' }>,
  index: CatalogIndex,
): readonly ValueLink[] => {
  const fields = fieldsOf(target.field, index).filter(([, entry]) => holds(entry, target.value));
  if (!fields.some(([, { ref }]) => fieldText(ref) === target.field)) return [];
  return fields.map(([dataset, { ref }]) => ({
    dataset,
    field: ref,
    value: target.value,
    score: linkScore,
    guessed: false,
  }));
};

/** Fields of the catalog that the target names. */
export const fieldLinks = (
  target: Extract<AliasTarget, { kind: 'field' }>,
  index: CatalogIndex,
): readonly FieldLink[] => fieldsOf(target.field, index).map(([dataset, { ref }]) => ({ dataset, field: ref }));

/** Why a target is none of the catalog; null where it is one. */
export const targetProblem = (target: AliasTarget, index: CatalogIndex): string | null => {
  if (target.kind === 'value')
    return valueLinks(target, index).length > 0
      ? null
      : `expected a value that the data has, found ${target.field} == '${target.value}'`;
  return fieldLinks(target, index).length > 0 ? null : `expected a field that the data has, found ${target.field}`;
};
