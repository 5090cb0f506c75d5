import type { Catalog } from '@clearspan/contracts';
import type { Dataset, FieldRef, Role } from '../ir/field-ref.ts';
import { fieldText } from '../ir/field-ref.ts';
import { joinedForm, nameWords, wordForm } from '../tokens/normal-form.ts';
import { type EventCode, eventCodes } from './event-codes.ts';
import { type FieldEntry, fieldEntry } from './field-entry.ts';
import { type LastWord, lastWords } from './last-words.ts';
import { messageFields } from './message-fields.ts';
import { nameEnds } from './name-ends.ts';
import { resolveRoles, rolesByService } from './resolve-roles.ts';
import { valuePattern } from './value-pattern.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/** A value of a field, as the data spells it. */
export interface ValueEntry {
  readonly dataset: Dataset;
  readonly field: FieldRef;
  readonly value: string;
  readonly count: number;
}

export interface DatasetIndex {
  readonly records: number;
  /** ISO 8601 times of the oldest and newest record; null when there is none. */
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly fields: readonly FieldEntry[];
  readonly roles: ReadonlyMap<Role, FieldRef>;
  /** Roles that services give to different fields, that of `roles` first. */
  readonly rolesByService: ReadonlyMap<Role, readonly FieldRef[]>;
  /** Text of a field → the services that have it, with counts; of those only that are not everywhere. */
  readonly services: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** What the messages say, whichever field they stand in. */
  readonly vocabulary: Vocabulary;
  /** Each field of messages with what it says, that of the role first. */
  readonly messages: readonly { readonly field: FieldRef; readonly vocabulary: Vocabulary; readonly aside: boolean }[];
}

/** The catalog, turned round for looking words up. */
export interface CatalogIndex {
  readonly logs: DatasetIndex;
  readonly spans: DatasetIndex;
  /** Joined form of a value → the fields that hold it. */
  readonly values: ReadonlyMap<string, readonly ValueEntry[]>;
  /** First word of a value of several words → those values, for links by prefix. */
  readonly valuesByPart: ReadonlyMap<string, readonly ValueEntry[]>;
  /** Last fixed part of a path → the paths that end so. */
  readonly pathsByEnd: ReadonlyMap<string, readonly ValueEntry[]>;
  /** Shape of a value → the fields whose values look like that. */
  readonly patterns: ReadonlyMap<string, readonly { readonly dataset: Dataset; readonly field: FieldRef }[]>;
  /** Joined form of a field name → fields. */
  readonly fieldNames: ReadonlyMap<string, readonly { readonly dataset: Dataset; readonly field: FieldRef }[]>;
  /** Part of a name → the field that has it, by each of its names: `intent` of `nlq.intent`, `patient` of `patientId`. */
  /** Codes of what happened, by the thing it happened to. */
  readonly eventCodes: ReadonlyMap<string, readonly EventCode[]>;
  /** Fields by the last word of their names. */
  readonly lastWords: ReadonlyMap<string, readonly LastWord[]>;
  readonly nameEnds: ReadonlyMap<string, readonly { readonly dataset: Dataset; readonly field: FieldRef }[]>;
  /** Single words that occur in values and field names: what a misspelt word may be. */
  readonly words: ReadonlyMap<string, number>;
}

const valueCharsMax = 64;
const valueWordsMax = 6;
/** Fields whose values are told by number or by text search, not by name. */
const UNNAMED: ReadonlySet<Role> = new Set<Role>([
  'message',
  'severity',
  'status',
  'duration',
  'timestamp',
  'error',
  'trace',
  'span',
  'parent',
]);

/** Fields that hold names people shorten: "production" for `prod`. */
const NAMED_FIELD = /(^|[._])(env|environment|deployment\.environment(\.name)?|stage|tier|cluster|namespace|team)$/;

const push = <T>(map: Map<string, T[]>, key: string, item: T): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
};

const indexDataset = (dataset: Dataset, source: Catalog['logs']): DatasetIndex => {
  const raw = source.fields.map(fieldEntry);
  const roles = resolveRoles(dataset, raw);
  const byService = rolesByService(dataset, raw);
  // Last comes what counts: the field of the whole data set.
  // What messages say is told by one field.
  const others = [...byService].flatMap(([role, refs]) => (role === 'message' ? [] : refs));
  const played = new Map([...others, ...roles.values()].map((ref) => [fieldText(ref), ref]));
  const fields = raw.map((entry) => ({ ...entry, ref: played.get(fieldText(entry.ref)) ?? entry.ref }));
  const messages = messageFields(fields);
  return {
    records: source.records,
    oldest: source.oldest,
    newest: source.newest,
    fields,
    roles,
    rolesByService: byService,
    services: new Map(
      fields.flatMap(({ ref, services }) => (services === null ? [] : [[fieldText(ref), services] as const])),
    ),
    vocabulary: buildVocabulary(messages.map(({ entry }) => entry)),
    messages: messages.map(({ entry, aside }) => ({ field: entry.ref, vocabulary: buildVocabulary([entry]), aside })),
  };
};

const build = (catalog: Catalog): CatalogIndex => {
  const values = new Map<string, ValueEntry[]>();
  const valuesByPart = new Map<string, ValueEntry[]>();
  const pathsByEnd = new Map<string, ValueEntry[]>();
  const patterns = new Map<string, { dataset: Dataset; field: FieldRef }[]>();
  const fieldNames = new Map<string, { dataset: Dataset; field: FieldRef }[]>();
  const words = new Map<string, number>();
  const sets = { logs: indexDataset('logs', catalog.logs), spans: indexDataset('spans', catalog.spans) };
  const addWord = (word: string, weight: number): void => {
    if (/^\p{L}{3,}$/u.test(word)) words.set(word, Math.max(words.get(word) ?? 0, weight));
  };
  for (const dataset of ['logs', 'spans'] as const) {
    for (const entry of sets[dataset].fields) {
      const names = new Set([
        joinedForm(entry.name),
        joinedForm(entry.ref.path.at(-1) ?? ''),
        joinedForm(fieldText(entry.ref)),
      ]);
      for (const name of names) push(fieldNames, name, { dataset, field: entry.ref });
      for (const word of nameWords(entry.ref.path.at(-1) ?? '')) addWord(wordForm(word), 1);
      if (entry.ref.role !== null && UNNAMED.has(entry.ref.role)) continue;
      if (sets[dataset].messages.some(({ field, aside }) => field === entry.ref && !aside)) continue;
      const seen = new Set<string>();
      for (const { value, count } of [
        ...entry.source.values,
        ...entry.source.examples.map((value) => ({ value, count: 1 })),
      ]) {
        const pattern = valuePattern(value);
        // Sixteen digits of a moment look like those of an id, and no id is a number.
        const isHex = pattern?.startsWith('hex') === true && entry.ref.type === 'number';
        if (pattern !== null && !isHex && !seen.has(pattern)) {
          seen.add(pattern);
          push(patterns, pattern, { dataset, field: entry.ref });
        }
        if (value === '' || value.length > valueCharsMax || /^-?\d+(\.\d+)?$|^(true|false)$/i.test(value)) continue;
        const parts = nameWords(value);
        // The root has no word of its own, and is a path all the same.
        if (parts.length > valueWordsMax || (parts.length === 0 && value !== '/')) continue;
        const item = { dataset, field: entry.ref, value, count };
        push(values, joinedForm(value) || value, item);
        const end = value.startsWith('/')
          ? value.split('/').findLast((part) => /^[\p{L}][\p{L}\p{N}_-]*$/u.test(part))
          : undefined;
        if (end !== undefined) push(pathsByEnd, wordForm(joinedForm(end)), item);
        const named =
          NAMED_FIELD.test(entry.name) ||
          entry.ref.role === 'service' ||
          entry.ref.role === 'app' ||
          entry.ref.role === 'region' ||
          entry.ref.role === 'db';
        for (const part of parts) {
          if (named) push(valuesByPart, part, item);
          addWord(part, named ? 3 : 1);
        }
        addWord(value.toLowerCase(), named ? 3 : 1);
        if (/^[a-z][a-z]*(-[a-z]+)+$/.test(value)) words.set(value, 3);
      }
    }
  }
  return {
    ...sets,
    values,
    valuesByPart,
    pathsByEnd,
    patterns,
    fieldNames,
    nameEnds: nameEnds(sets.logs.fields, sets.spans.fields),
    lastWords: lastWords(sets.logs.fields, sets.spans.fields),
    eventCodes: eventCodes(sets.logs.fields, sets.spans.fields),
    words,
  };
};

const cache = new WeakMap<Catalog, CatalogIndex>();

/** The index of a catalog, built once for each catalog object. */
export const catalogIndex = (catalog: Catalog): CatalogIndex => {
  const known = cache.get(catalog);
  if (known !== undefined) return known;
  const index = build(catalog);
  cache.set(catalog, index);
  return index;
};
