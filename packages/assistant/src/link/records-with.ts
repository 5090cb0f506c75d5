import type { DatasetIndex } from '../catalog/catalog-index.ts';
import { type FieldRef, fieldText } from '../ir/field-ref.ts';
import type { Focus } from './focus.ts';

/** Records of the services that have a field; of one that is everywhere, all. */
export const recordsWith = (field: FieldRef, focus: Focus, { services }: DatasetIndex): number => {
  const known = services.get(fieldText(field));
  if (known === undefined) return Number.POSITIVE_INFINITY;
  let records = 0;
  for (const [service, count] of known) if (focus === null || focus.has(service)) records += count;
  return records;
};
