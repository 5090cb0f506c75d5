import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { FieldEntry } from '../catalog/field-entry.ts';
import { type Dataset, type FieldRef, fieldText, type Role } from '../ir/field-ref.ts';
import type { Linked } from '../link/link-question.ts';
import { MODEL_LIMITS } from './limits.ts';
import { isSecretName, looksSecret } from './looks-secret.ts';

/** A field that a model is told of. */
export interface SchemaField {
  readonly dataset: Dataset;
  readonly path: string;
  readonly type: string;
  readonly unit: string | null;
  readonly role: Role | null;
  /** Share of records that have it, 0 to 1. */
  readonly presence: number;
  /** Frequent values; none where they are sentences or look secret. */
  readonly values: readonly string[];
}

/** A phrase of the question that is a value of the data. */
export interface LinkedValue {
  readonly phrase: string;
  readonly dataset: Dataset;
  readonly path: string;
  readonly value: string;
  readonly score: number;
}

/** What nearly every question needs, in the order of its use. */
const USUAL_ROLES: readonly Role[] = [
  'service',
  'severity',
  'message',
  'status',
  'duration',
  'operation',
  'path',
  'error',
];

const words = (value: string): number => value.trim().split(/\s+/).length;

/** A value that may be shown: a name, not a sentence, and nothing that looks like a secret. */
export const isTellable = (value: string): boolean =>
  value !== '' &&
  value.length <= MODEL_LIMITS.valueCharsMax &&
  words(value) <= MODEL_LIMITS.valueWordsMax &&
  !looksSecret(value);

/** Fields of messages hold log lines, which are not sent; so are fields of people. */
const KEPT_BACK: ReadonlySet<Role | null> = new Set<Role | null>(['message', 'user', 'trace', 'span', 'parent']);

const valuesOf = (entry: FieldEntry): readonly string[] => {
  if (KEPT_BACK.has(entry.ref.role) || isSecretName(entry.name) || entry.source.tokens !== undefined) return [];
  return entry.source.values
    .map(({ value }) => value)
    .filter(isTellable)
    .slice(0, MODEL_LIMITS.valuesPerFieldMax);
};

const toField = (dataset: Dataset, ref: FieldRef, entry: FieldEntry | undefined): SchemaField => ({
  dataset,
  path: fieldText(ref),
  type: ref.type,
  unit: ref.unit,
  role: ref.role,
  presence: entry?.source.presence ?? 0,
  values: entry === undefined ? [] : valuesOf(entry),
});

interface Wanted {
  readonly dataset: Dataset;
  readonly field: FieldRef;
}

const linkedFields = ({ marks }: Linked): readonly Wanted[] =>
  marks.flatMap(({ meaning }): readonly Wanted[] => {
    if (meaning.kind === 'value' || meaning.kind === 'field') return meaning.links;
    return meaning.kind === 'concept' ? meaning.fields : [];
  });

const roleFields = (index: CatalogIndex, roles: readonly Role[]): readonly Wanted[] =>
  roles.flatMap((role) =>
    (['logs', 'spans'] as const).flatMap((dataset) => {
      const field = index[dataset].roles.get(role);
      return field === undefined ? [] : [{ dataset, field }];
    }),
  );

const spokenRoles = ({ marks }: Linked): readonly Role[] =>
  marks.flatMap(({ meaning }) =>
    meaning.kind === 'concept' && meaning.concept.kind === 'role' ? [meaning.concept.role] : [],
  );

/** The rest of the data by how often it is there: for words that nothing linked. */
const otherFields = (index: CatalogIndex): readonly Wanted[] =>
  (['logs', 'spans'] as const)
    .flatMap((dataset) => index[dataset].fields.map((entry) => ({ dataset, field: entry.ref, entry })))
    .sort((a, b) => b.entry.source.presence - a.entry.source.presence);

/** The fields that a question can be about, those its words name first. */
export const linkedSchema = (linked: Linked): readonly SchemaField[] => {
  const { index } = linked;
  const wanted = [
    ...linkedFields(linked),
    ...roleFields(index, spokenRoles(linked)),
    ...roleFields(index, USUAL_ROLES),
    ...otherFields(index),
  ];
  const seen = new Set<string>();
  const fields: SchemaField[] = [];
  for (const { dataset, field } of wanted) {
    if (fields.length >= MODEL_LIMITS.fieldsMax) break;
    const path = fieldText(field);
    if (seen.has(`${dataset} ${path}`) || index[dataset].records === 0) continue;
    seen.add(`${dataset} ${path}`);
    const entry = index[dataset].fields.find((candidate) => fieldText(candidate.ref) === path);
    fields.push(toField(dataset, field, entry));
  }
  return fields;
};

/** What the annotator read as values, the surest first. */
export const linkedValues = ({ marks }: Linked): readonly LinkedValue[] =>
  marks
    .flatMap(({ text, meaning }) =>
      meaning.kind !== 'value'
        ? []
        : meaning.links.map(({ dataset, field, value, score }) => ({
            phrase: text,
            dataset,
            path: fieldText(field),
            value,
            score,
          })),
    )
    .filter(({ value }) => isTellable(value))
    .sort((a, b) => b.score - a.score)
    .slice(0, MODEL_LIMITS.linkedValuesMax);
