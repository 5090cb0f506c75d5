import type { Dataset, FieldRef } from '../ir/field-ref.ts';
import { joinedForm, nameWords, wordForm } from '../tokens/normal-form.ts';
import type { FieldEntry } from './field-entry.ts';
import { partedByService } from './parted-by-service.ts';

interface Named {
  readonly dataset: Dataset;
  readonly field: FieldRef;
}

/** What says that a name tells which one it is, or in which unit. */
const SUFFIX = /^(?:id|ids|uuid|guid|name|number|no|nr|ms|s|sec|secs|seconds|eur|usd|gbp|chf|cents|kg|km|pct|percent)$/;

/** `patientId` tells of a patient, `amount_eur` of an amount. */
const withoutSuffix = (name: string): readonly string[] => {
  const words = nameWords(name);
  return words.length > 1 && SUFFIX.test(words.at(-1) ?? '') ? [words.slice(0, -1).join('')] : [];
};

/** The ends of a dotted name, without the whole: `system.name` and `name` of `db.system.name`; each without its suffix too. */
const endsOf = (name: string): readonly string[] => {
  const parts = name.split('.');
  const ends = parts.map((_, at) => parts.slice(at).join('.'));
  return [...ends.slice(1), ...ends.flatMap(withoutSuffix)].map((end) => wordForm(joinedForm(end)));
};

/** The same attribute under two roots is one: `process.tags` repeats what a span has. */
const differentNames = (entries: readonly FieldEntry[]): readonly FieldEntry[] =>
  entries.filter(({ name }, at) => entries.findIndex((entry) => entry.name === name) === at);

/** `playerId`, `player_id` and `player.id` are one thing however it is spelt. */
const isOneThing = (entries: readonly FieldEntry[]): boolean =>
  new Set(entries.map(({ name }) => joinedForm(name))).size === 1 || partedByService(entries);

/**
 * Each end of a name that only one thing of a data set has: of several it would say nothing. What has several names, one in
 * each service, is one thing.
 */
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
      const named = differentNames(entries);
      if (!isOneThing(named)) continue;
      ends.set(end, [...(ends.get(end) ?? []), ...named.map(({ ref }) => ({ dataset, field: ref }))]);
    }
  }
  return ends;
};
