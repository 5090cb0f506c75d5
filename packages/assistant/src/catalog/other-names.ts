import type { FieldRef } from '../ir/field-ref.ts';
import { fieldText } from '../ir/field-ref.ts';
import type { DatasetIndex } from './catalog-index.ts';
import type { FieldEntry } from './field-entry.ts';
import { isSameName } from './same-name.ts';

/** The fields by which other services call the same thing, in the same unit: none of a field that is everywhere. */
export const otherNames = (field: FieldRef, data: DatasetIndex): readonly FieldEntry[] => {
  const text = fieldText(field);
  if (!data.services.has(text)) return [];
  const played = field.role === null ? [] : (data.rolesByService.get(field.role) ?? []).map(fieldText);
  return data.fields.filter(({ ref, services }) => {
    const own = fieldText(ref);
    if (services === null || own === text || ref.type !== field.type || ref.unit !== field.unit) return false;
    return played.includes(own) || isSameName(ref.path, field.path);
  });
};
