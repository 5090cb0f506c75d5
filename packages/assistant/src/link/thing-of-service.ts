import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { FieldEntry } from '../catalog/field-entry.ts';
import type { Dataset } from '../ir/field-ref.ts';
import { joinedForm, nameWords, wordForm } from '../tokens/normal-form.ts';
import type { FieldLink, Mark, ValueLink } from './mark.ts';

/** What tells which one of its things a record is of. */
const TELLS_WHICH = /^(?:name|title|label|slug|id|code)$/;
const ASKS_EACH = /^(?:which|what|each|every|per|by|for each|for every|of each|of every)$/i;
const partCharsMin = 4;

/** Whether a service is called by a part of its name alone: "newsletters" of `newsletter-mailer`. */
const isPartOf = ({ field, value }: ValueLink, word: string): boolean =>
  field.role === 'service' && wordForm(joinedForm(value)) !== word && nameWords(value).map(wordForm).includes(word);

/** The thing of `letter.name`; null of a field that tells no thing apart from others. */
const thingOf = ({ name, ref }: FieldEntry): string | null => {
  const words = nameWords(name).map(wordForm);
  return words.length > 1 && ref.type === 'string' && TELLS_WHICH.test(words.at(-1) ?? '')
    ? words.slice(0, -1).join('')
    : null;
};

/** "newsletter" and `letter` are one thing by two names. */
const isSameThing = (word: string, thing: string): boolean => {
  const [short, long] = word.length < thing.length ? [word, thing] : [thing, word];
  return short.length >= partCharsMin && (long.endsWith(short) || long.startsWith(short));
};

const ownFields = (service: string, dataset: Dataset, index: CatalogIndex): readonly FieldEntry[] =>
  index[dataset].fields.filter(({ services }) => services?.size === 1 && services.has(service));

/** The one field that tells the things of a service apart. */
const nameIn = (word: string, { value, dataset }: ValueLink, index: CatalogIndex): readonly FieldLink[] => {
  const found = ownFields(value, dataset, index).filter((entry) => {
    const thing = thingOf(entry);
    return thing !== null && isSameThing(word, thing);
  });
  const [only] = found;
  return only !== undefined && found.length === 1 ? [{ dataset, field: only.ref }] : [];
};

/** "newsletters by bounce rate": what leads is what is ranked. */
const isRanked = (marks: readonly Mark[], at: number): boolean =>
  marks[at]?.plural === true &&
  /^by$/i.test(marks[at + 1]?.text ?? '') &&
  marks.slice(0, at).every((mark) => mark.meaning.kind === 'concept' || mark.meaning.kind === 'amount');

const isFiller = ({ meaning }: Mark): boolean => meaning.kind === 'concept' && meaning.concept.kind === 'filler';

/**
 * "bounce rate of each newsletter": a service alone is called so, `newsletter-mailer`, and what tells its letters apart
 * is `letter.name`.
 */
export const thingsOfServices = (marks: readonly Mark[], index: CatalogIndex): readonly Mark[] =>
  marks.map((mark, at) => {
    const { meaning, text } = mark;
    const asks = marks.slice(0, at).findLast((other) => !isFiller(other));
    const isEach = isRanked(marks, at) || (asks !== undefined && ASKS_EACH.test(asks.text));
    if (meaning.kind !== 'value' || !isEach) return mark;
    const word = wordForm(text.toLowerCase());
    if (!meaning.links.every((link) => isPartOf(link, word))) return mark;
    const links = meaning.links.flatMap((link) => nameIn(word, link, index));
    return links.length === 0 ? mark : { ...mark, meaning: { kind: 'field', links } };
  });
