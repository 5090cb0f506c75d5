import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { FieldEntry } from '../catalog/field-entry.ts';
import { perIndex } from '../catalog/per-index.ts';
import { GAP } from '../catalog/vocabulary.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { FieldLink, Mark, ValueLink } from './mark.ts';
import { TELLS_OUTCOME } from './outcomes.ts';

/** What a field is called that says what was done with a thing: `subscription.action`. */
const TELLS_DEED = /^(?:action|activity|deed|change|event)$/;
const valuesMax = 12;
/** Of the records with a value so many must say it in their messages, for the two to tell of the same. */
const sharedMin = 0.7;
const SAYS_TEXT =
  /\b(?:says?|saying|said|text|texts|containing|contains?|mention|mentions|mentioning|messages?|lines?)\b/i;

interface Told {
  readonly entry: FieldEntry;
  readonly value: string;
  /** How messages say it: `filled` that is `false` as "unfilled". */
  readonly word: string;
  readonly count: number;
}

/** "slot left unfilled" where `ad.filled` is `false`. */
const flagsTold = ({ logs }: CatalogIndex): readonly Told[] =>
  logs.fields.flatMap((entry): readonly Told[] => {
    const word = `un${nameWords(entry.name).at(-1) ?? ''}`;
    const none = entry.ref.type === 'bool' ? entry.source.values.find(({ value }) => value === 'false') : undefined;
    return none === undefined ? [] : [{ entry, word, ...none }];
  });

const deedsTold = perIndex((index): readonly Told[] => [
  ...flagsTold(index),
  ...index.logs.fields.flatMap((entry): readonly Told[] => {
    const { ref, name, source } = entry;
    const last = nameWords(name).map(wordForm).at(-1) ?? '';
    const few = source.values.length > 1 && source.values.length <= valuesMax;
    const isPlain = ref.role === null || ref.role === 'operation';
    if (!few || ref.type !== 'string' || !isPlain || ref.root !== 'd') return [];
    if (!TELLS_OUTCOME.test(last) && !TELLS_DEED.test(last)) return [];
    return source.values
      .filter(({ value }) => /^\p{Ll}{4,}$/u.test(value))
      .map(({ value, count }) => ({ entry, value, count, word: wordForm(value) }));
  }),
]);

const formsOf = (text: string): string => ` ${nameWords(text).map(wordForm).join(' ')} `;

/** How many records have a message with the phrase, as far as the catalog knows. */
const recordsSaying = (phrase: string, { logs }: CatalogIndex): number => {
  const looked = phrase.split(GAP).map(formsOf);
  return logs.fields
    .filter(({ ref }) => ref.role === 'message')
    .flatMap(({ source }) => source.values)
    .filter(({ value }) => looked.every((part) => formsOf(value).includes(part)))
    .reduce((sum, { count }) => sum + count, 0);
};

/** The value that says of all records what a phrase says of most of them; null where none or several do. */
const valueSaid = (phrase: string, index: CatalogIndex): ValueLink | null => {
  const last = wordForm(nameWords(phrase).at(-1) ?? '');
  const told = deedsTold(index).filter(({ word }) => word === last);
  const said = told.length === 0 ? 0 : recordsSaying(phrase, index);
  const [only, ...others] = told.filter(({ count }) => said <= count && said >= count * sharedMin);
  if (only === undefined || others.length > 0) return null;
  return { dataset: 'logs', field: only.entry.ref, value: only.value, score: 0.95, guessed: false };
};

const isCommon = (mark: Mark | undefined): boolean =>
  mark?.meaning.kind === 'concept' && mark.meaning.concept.kind === 'common';

/** The field that tells apart what a phrase is said of: `story.slug` of "story corrected". */
const thingsOf = (phrase: string, index: CatalogIndex): readonly FieldLink[] => {
  const [thing = '', ...more] = nameWords(phrase).map(wordForm);
  const named = more.length === 1 ? (index.nameEnds.get(thing) ?? index.fieldNames.get(thing) ?? []) : [];
  return named.filter(({ dataset, field }) => dataset === 'logs' && field.type === 'string');
};

/** "stories that were corrected most often": the stories are ranked, and that they were is said of them. */
const besideThing = (mark: Mark, told: Mark, next: Mark | undefined, index: CatalogIndex): readonly Mark[] => {
  const [noun = ''] = mark.text.split(' ');
  const links = mark.meaning.kind === 'message' && isCommon(next) ? thingsOf(mark.meaning.phrase, index) : [];
  if (links.length === 0 || mark.to - mark.from < 2 || !/s$/i.test(noun)) return [told];
  const thing: Mark = {
    from: mark.from,
    to: mark.from + 1,
    text: noun,
    meaning: { kind: 'field', links },
    plural: true,
  };
  return [thing, { ...told, from: mark.from + 1, text: mark.text.slice(noun.length + 1), plural: false }];
};

/**
 * "blocked readers" where messages say "reader blocked" and `gate.decision` is `blocked` for these and for some more: the
 * value tells of all of them, where others had another message.
 */
export const toldByValues = (marks: readonly Mark[], index: CatalogIndex): readonly Mark[] => {
  if (marks.some(({ text }) => SAYS_TEXT.test(text))) return marks;
  return marks.flatMap((mark, at) => {
    const link = mark.meaning.kind === 'message' ? valueSaid(mark.meaning.phrase, index) : null;
    if (link === null) return [mark];
    return besideThing(mark, { ...mark, meaning: { kind: 'value', links: [link] } }, marks[at + 1], index);
  });
};
