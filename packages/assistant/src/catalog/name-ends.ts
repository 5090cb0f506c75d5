import type { Dataset, FieldRef } from '../ir/field-ref.ts';
import { joinedForm, wordForm } from '../tokens/normal-form.ts';
import type { FieldEntry } from './field-entry.ts';

interface Named {
  readonly dataset: Dataset;
  readonly field: FieldRef;
}

/** The ends of a dotted name, without the whole: `system.name` and `name` of `db.system.name`. */
const endsOf = (name: string): readonly string[] => {
  const parts = name.split('.');
  return parts.slice(1).map((_, at) => wordForm(joinedForm(parts.slice(at + 1).join(''))));
};

/** Each end of a name that only one field of a data set has: of several it would say nothing. */
export const nameEnds = (
  logs: readonly FieldEntry[],
  spans: readonly FieldEntry[],
): ReadonlyMap<string, readonly Named[]> => {
  const ends = new Map<string, Named[]>();
  for (const [dataset, fields] of [['logs', logs] as const, ['spans', spans] as const]) {
    const own = new Map<string, FieldEntry[]>();
    for (const entry of fields) {
      for (const end of new Set(endsOf(entry.name))) own.set(end, [...(own.get(end) ?? []), entry]);
    }
    for (const [end, entries] of own) {
      // The same attribute under two roots is one: `process.tags` repeats what a span has.
      const [only] = entries;
      if (only === undefined || new Set(entries.map(({ name }) => name)).size > 1) continue;
      ends.set(end, [...(ends.get(end) ?? []), { dataset, field: only.ref }]);
    }
  }
  return ends;
};
