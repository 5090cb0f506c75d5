import type { FieldRef } from '../ir/field-ref.ts';
import { fieldText } from '../ir/field-ref.ts';
import type { DatasetIndex } from './catalog-index.ts';
import type { FieldEntry } from './field-entry.ts';
import { isSameName } from './same-name.ts';

const find = (field: FieldRef, text: string, data: DatasetIndex): readonly FieldEntry[] => {
  const played = field.role === null ? [] : (data.rolesByService.get(field.role) ?? []).map(fieldText);
  return data.fields.filter(({ ref, services }) => {
    if (services === null || ref.type !== field.type || ref.unit !== field.unit) return false;
    const own = fieldText(ref);
    return own !== text && (played.includes(own) || isSameName(ref.path, field.path));
  });
};

const cache = new WeakMap<DatasetIndex['services'], Map<string, readonly FieldEntry[]>>();

/** The fields by which other services call the same thing, in the same unit: none of a field that is everywhere. */
export const otherNames = (field: FieldRef, data: DatasetIndex): readonly FieldEntry[] => {
  const text = fieldText(field);
  if (!data.services.has(text)) return [];
  const known = cache.get(data.services) ?? new Map<string, readonly FieldEntry[]>();
  cache.set(data.services, known);
  const found = known.get(text) ?? find(field, text, data);
  known.set(text, found);
  return found;
};
