import type { DatasetIndex } from '../catalog/catalog-index.ts';
import { type Dataset, type FieldRef, fieldText, type Role, sameField } from '../ir/field-ref.ts';
import { fieldsIn } from '../ir/fields-in.ts';
import type { Pred, QueryIR, Scalar } from '../ir/query-ir.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import { idsOfThing } from './ids-of-thing.ts';
import type { FieldLink, Mark, ValueLink } from './mark.ts';

/** The services that a question is about, as far as its words tell; null where they tell of none. */
export type Focus = ReadonlySet<string> | null;

const linksIn = (mark: Mark, dataset: Dataset): readonly ValueLink[] =>
  mark.meaning.kind === 'value' ? mark.meaning.links.filter((link) => link.dataset === dataset) : [];

const NEGATION = /^(?:except|without|not|excluding|but|outside)\b/i;
const BETWEEN = /^(?:,|and|or|nor|the|in|from|on|of|for|by)$/i;

/** "everything but wallet and inventory" is about the others. */
const isExcluded = (marks: readonly Mark[], at: number): boolean => {
  const before = marks.slice(0, at).findLast(({ text, meaning }) => !BETWEEN.test(text) && meaning.kind !== 'value');
  return before !== undefined && NEGATION.test(before.text);
};

const namedServices = (marks: readonly Mark[], dataset: Dataset): ReadonlySet<string> =>
  new Set(
    marks.flatMap((mark, at) => {
      const [link] = linksIn(mark, dataset);
      return link?.field.role === 'service' && !isExcluded(marks, at) ? [link.value] : [];
    }),
  );

const textsOf = (values: readonly Scalar[]): readonly string[] =>
  values.flatMap((value) => (value.kind === 'text' ? [value.value] : []));

/** The services that conditions keep to. */
export const servicesKept = (where: readonly Pred[]): ReadonlySet<string> =>
  new Set(
    where.flatMap((pred) => {
      if (pred.kind === 'compare' && pred.op === '==' && pred.field.role === 'service') return textsOf([pred.value]);
      return pred.kind === 'in' && pred.field.role === 'service' ? textsOf(pred.values) : [];
    }),
  );

/** `player_id`, written as one field spells it. */
const isSpelled = (text: string, field: FieldRef): boolean =>
  /[_.]|[a-z][A-Z]/.test(text) && (field.path.join('.') === text || field.path.at(-1) === text);

/** Anybody is a user; "readers" are only those of fields that are called so, and no editors. */
const ANYBODY = /^(?:user|account|people|person|customer|client|member|who|whom|whose)s?(?: |$)/;
const isSoCalled = (word: string, { path }: FieldRef, role: Role | null): boolean =>
  role !== 'user' || ANYBODY.test(word) || nameWords(path.join('.')).map(wordForm).includes(word);

/** "error types" are `error.type` by its name, and what other services have for the same role. */
const withRole = (
  text: string,
  links: readonly FieldLink[],
  dataset: Dataset,
  data: DatasetIndex,
): readonly FieldLink[] => {
  const role = links[0]?.field.role ?? null;
  const word = wordForm(text.toLowerCase());
  const played = role === null ? [] : (data.rolesByService.get(role) ?? []);
  const others = played.filter(
    (field) => !links.some((link) => sameField(link.field, field)) && isSoCalled(word, field, role),
  );
  return [...links, ...others.map((field) => ({ dataset, field }))];
};

/** The fields of a data set that words name: the one that is written as it is spelt, else each that is called so. */
export const namedBy = (
  text: string,
  links: readonly FieldLink[],
  dataset: Dataset,
  data: DatasetIndex,
): readonly FieldLink[] => {
  const own = links.filter((link) => link.dataset === dataset);
  const spelled = own.filter(({ field }) => isSpelled(text, field));
  return spelled.length > 0 ? spelled : withRole(text, own, dataset, data);
};

/** The fields of a data set that a mark may mean. */
const fieldsAt = ({ meaning, text }: Mark, dataset: Dataset, data: DatasetIndex): readonly FieldRef[] => {
  const own = (links: readonly FieldLink[]): readonly FieldRef[] =>
    links.filter((link) => link.dataset === dataset).map(({ field }) => field);
  if (meaning.kind === 'field') return namedBy(text, meaning.links, dataset, data).map(({ field }) => field);
  if (meaning.kind === 'value') return own(meaning.links);
  if (meaning.kind === 'message') return idsOfThing(meaning.phrase, data);
  if (meaning.kind !== 'concept') return [];
  const role = meaning.concept.kind === 'role' ? meaning.concept.role : null;
  const played = role === null ? undefined : (data.rolesByService.get(role) ?? data.roles.get(role));
  if (played === undefined) return role === null ? [] : own(meaning.fields);
  return 'path' in played ? [played] : played;
};

/** The services that have one of the fields; null where one of them is everywhere, or none is known. */
const servicesWith = (fields: readonly FieldRef[], { services }: DatasetIndex): ReadonlySet<string> | null => {
  const sets = fields.map((field) => services.get(fieldText(field)));
  if (sets.length === 0 || sets.includes(undefined)) return null;
  return new Set(sets.flatMap((known) => [...(known?.keys() ?? [])]));
};

/** The services where most of the things are at home, each told by its names; null where they are everywhere. */
export const mostHomes = (things: readonly (readonly FieldRef[])[], data: DatasetIndex): Focus => {
  const homes = things.flatMap((fields) => servicesWith(fields, data) ?? []);
  const support = new Map<string, number>();
  for (const home of homes) for (const service of home) support.set(service, (support.get(service) ?? 0) + 1);
  const most = Math.max(0, ...support.values());
  return most === 0 ? null : new Set([...support].flatMap(([service, count]) => (count === most ? [service] : [])));
};

/**
 * The services that a question names, else those that most of its other words are at home in. `before` is the question
 * that this one goes on with.
 */
export const focusOf = (marks: readonly Mark[], dataset: Dataset, data: DatasetIndex, before?: QueryIR): Focus => {
  const named = namedServices(marks, dataset);
  if (named.size > 0) return named;
  const kept = servicesKept(before?.where ?? []);
  if (kept.size > 0) return kept;
  const words = marks.map((mark) => fieldsAt(mark, dataset, data));
  const earlier = before?.dataset === dataset ? fieldsIn(before).map((field) => [field]) : [];
  return mostHomes([...words, ...earlier], data);
};
