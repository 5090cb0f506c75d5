import type { FieldRef } from '../ir/field-ref.ts';
import { fieldText } from '../ir/field-ref.ts';
import type { DatasetIndex } from './catalog-index.ts';
import type { FieldEntry } from './field-entry.ts';
import { listsAll } from './lists-all.ts';
import { isSameName } from './same-name.ts';

/** `pass.action` and `note.action` tell of other things where they have no value in common. */
const tellsOther = (one: FieldEntry | undefined, other: FieldEntry): boolean => {
  if (one === undefined || one.ref.role !== 'operation' || !listsAll(one) || !listsAll(other)) return false;
  const values = new Set(one.source.values.map(({ value }) => value));
  return values.size > 0 && other.source.values.every(({ value }) => !values.has(value));
};

const find = (field: FieldRef, text: string, data: DatasetIndex): readonly FieldEntry[] => {
  const played = field.role === null ? [] : (data.rolesByService.get(field.role) ?? []).map(fieldText);
  const entry = data.fields.find(({ ref }) => fieldText(ref) === text);
  return data.fields.filter((other) => {
    const { ref, services } = other;
    if (services === null || ref.type !== field.type || ref.unit !== field.unit) return false;
    const own = fieldText(ref);
    return own !== text && !tellsOther(entry, other) && (played.includes(own) || isSameName(ref.path, field.path));
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
