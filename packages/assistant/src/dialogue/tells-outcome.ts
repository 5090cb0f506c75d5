import type { DatasetIndex } from '../catalog/catalog-index.ts';
import { sameField } from '../ir/field-ref.ts';
import type { Pred } from '../ir/query-ir.ts';

/**
 * "failed inspections" > "as a share of all": of all that have a result at all, where only some of the records do. A field
 * of one value alone is a flag, and records without it are the other side of it.
 */
export const tellsOutcome = (part: Pred, where: readonly Pred[], data: DatasetIndex): readonly Pred[] => {
  if (part.kind !== 'compare' || part.op !== '==' || part.field.role !== null || part.value.kind === 'null') return [];
  const { field } = part;
  const known = data.fields.find(({ ref }) => sameField(ref, field))?.source;
  const said = where.some(
    (pred) => pred !== part && 'field' in pred && pred.field !== null && sameField(pred.field, field),
  );
  if (known === undefined || known.presence >= 1 || known.distinct < 2 || said) return [];
  return [{ kind: 'compare', field, op: '!=', value: { kind: 'null' } }];
};
