import type { FieldRef } from '../ir/field-ref.ts';
import { fieldsWithin } from '../ir/fields-in.ts';
import type { Pred, QueryIR } from '../ir/query-ir.ts';

/** The thing that a field is of: `reader` of `reader.device`; empty where it is of the record. */
const thingOf = ({ path }: FieldRef): string =>
  path
    .filter((part) => part !== 'tags' && part !== 'attributes')
    .join('.')
    .split('.')
    .slice(0, -1)
    .join('.');

/**
 * "readers with errors" > "how many of them are on android?": what `reader.device` tells is of the same readers in the
 * same records, so it is one condition more. Null where what is said is told by other records.
 */
export const ofSameThing = (base: QueryIR, things: FieldRef, said: readonly Pred[]): readonly Pred[] | null => {
  const thing = thingOf(things);
  const fields = fieldsWithin(said);
  const isSame = thing !== '' && fields.length > 0 && fields.every((field) => thingOf(field) === thing);
  return isSame && base.having.length === 0 && base.limit === null ? [...base.where, ...said] : null;
};
