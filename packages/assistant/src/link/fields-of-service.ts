import type { DatasetIndex } from '../catalog/catalog-index.ts';
import { isSameName } from '../catalog/same-name.ts';
import { type Dataset, type FieldRef, fieldText, type Role } from '../ir/field-ref.ts';
import type { QueryIR } from '../ir/query-ir.ts';
import { calledSo } from './called-so.ts';
import { type Focus, focusOf, namedBy } from './focus.ts';
import type { Mark, ValueLink } from './mark.ts';
import { recordsWith } from './records-with.ts';

/** A field that was taken although other services call the same by other names. */
export interface Choice {
  readonly field: FieldRef;
  readonly others: readonly FieldRef[];
}

/** What the words and roles of a question mean in the services that it is about. */
export interface Focused {
  readonly marks: readonly Mark[];
  readonly roles: ReadonlyMap<Role, FieldRef>;
  readonly choices: readonly Choice[];
}

/** A field of a role gives way where fewer records of the services have it than this share of those with another. */
const enoughShare = 0.7;

const homesIn = (field: FieldRef, focus: Focus, { services }: DatasetIndex): readonly string[] =>
  [...(services.get(fieldText(field))?.keys() ?? [])].filter((service) => focus === null || focus.has(service));

/** The other names where services of the question have the same, and the field taken is not theirs. */
const otherNames = (
  taken: FieldRef,
  fields: readonly FieldRef[],
  focus: Focus,
  data: DatasetIndex,
): readonly FieldRef[] => {
  if (!data.services.has(fieldText(taken))) return [];
  const own = new Set(homesIn(taken, focus, data));
  return fields.filter((field) => field !== taken && homesIn(field, focus, data).some((service) => !own.has(service)));
};

/** Of fields that a word may mean, those that the most records of the services have first. */
export const mostOfFocus = <T extends { readonly field: FieldRef }>(
  links: readonly T[],
  focus: Focus,
  data: DatasetIndex,
): readonly T[] => {
  // Where one of them is everywhere, or nothing is known of it, the order there was is as good as any.
  if (links.length < 2 || links.some(({ field }) => !data.services.has(fieldText(field)))) return links;
  return links.toSorted((a, b) => recordsWith(b.field, focus, data) - recordsWith(a.field, focus, data));
};

/** The first of the fields, where others of them are what services of the question have instead. */
const choiceOf = (fields: readonly FieldRef[], focus: Focus, data: DatasetIndex): Choice | null => {
  const [field] = fields;
  const others = field === undefined ? [] : otherNames(field, fields, focus, data);
  return field === undefined || others.length === 0 ? null : { field, others };
};

/** A value that none of the services has in its first field is that of a field which they have. */
const valuesOfFocus = (
  links: readonly ValueLink[],
  focus: Focus,
  dataset: Dataset,
  data: DatasetIndex,
): readonly ValueLink[] => {
  const own = links.filter((link) => link.dataset === dataset);
  const [first] = own;
  if (first === undefined || recordsWith(first.field, focus, data) > 0) return links;
  const better = own.filter((link) => !link.guessed && recordsWith(link.field, focus, data) > 0);
  return [...better, ...links.filter((link) => !better.includes(link))];
};

const focusedMark = (
  mark: Mark,
  focus: Focus,
  dataset: Dataset,
  data: DatasetIndex,
): { readonly mark: Mark; readonly choice: Choice | null } => {
  const { meaning, text } = mark;
  if (meaning.kind === 'value') {
    const links = valuesOfFocus(meaning.links, focus, dataset, data);
    const own = links.filter((link) => link.dataset === dataset);
    const [first] = own;
    const same = own.filter(({ field, value }) => value === first?.value && isSameName(field.path, first.field.path));
    const choice = choiceOf(
      same.map(({ field }) => field),
      focus,
      data,
    );
    return { mark: { ...mark, meaning: { ...meaning, links } }, choice };
  }
  const held = meaning.kind === 'field' ? meaning.links : meaning.kind === 'concept' ? meaning.fields : [];
  const sorted = mostOfFocus(namedBy(text, held, dataset, data), focus, data);
  if (sorted.length === 0) return { mark, choice: null };
  const links = [...sorted, ...held.filter((link) => !sorted.includes(link))];
  const choice = choiceOf(
    sorted.map(({ field }) => field),
    focus,
    data,
  );
  if (meaning.kind === 'field') return { mark: { ...mark, meaning: { ...meaning, links } }, choice };
  return meaning.kind === 'concept'
    ? { mark: { ...mark, meaning: { ...meaning, fields: links } }, choice }
    : { mark, choice };
};

/** A role's field in the services: the best name of those that are frequent there. */
const focusedRole = (fields: readonly FieldRef[], focus: Focus, data: DatasetIndex): FieldRef | undefined => {
  const [first] = fields;
  // The words of messages are those of the first, unless the services have none of it.
  if (first?.role === 'message' && recordsWith(first, focus, data) > 0) return first;
  const most = Math.max(...fields.map((field) => recordsWith(field, focus, data)));
  return most === 0 ? fields[0] : fields.find((field) => recordsWith(field, focus, data) >= most * enoughShare);
};

/**
 * The same thing has different names in different services: the fields that the services of the question have, else those
 * that the most records have.
 */
export const fieldsOfService = (
  marks: readonly Mark[],
  dataset: Dataset,
  data: DatasetIndex,
  before?: QueryIR,
): Focused => {
  if (data.services.size === 0) return { marks, roles: data.roles, choices: [] };
  const focus = focusOf(marks, dataset, data, before);
  const ofOthers = (mark: Mark): Focus =>
    focusOf(
      marks.filter((other) => other !== mark),
      dataset,
      data,
      before,
    );
  const found = marks.map((mark) =>
    focusedMark(
      calledSo(mark, () => ofOthers(mark), dataset, data),
      focus,
      dataset,
      data,
    ),
  );
  const choices = found.flatMap(({ choice }) => choice ?? []);
  const roles = new Map(data.roles);
  for (const [role, fields] of data.rolesByService) {
    const taken = focusedRole(fields, focus, data);
    if (taken === undefined) continue;
    roles.set(role, taken);
    const choice = choiceOf([taken, ...fields.filter((field) => field !== taken)], focus, data);
    // Which field a message stands in is told by its words.
    if (choice !== null && role !== 'message') choices.push(choice);
  }
  return { marks: found.map(({ mark }) => mark), roles, choices };
};
