import type { FieldEntry } from './field-entry.ts';

/** Whether no service has two of the fields: each calls by its own name what may be the same thing. */
export const partedByService = (entries: readonly FieldEntry[]): boolean => {
  const seen = new Set<string>();
  return entries.every(({ services }) => {
    if (services === null || [...services.keys()].some((service) => seen.has(service))) return false;
    for (const service of services.keys()) seen.add(service);
    return true;
  });
};
