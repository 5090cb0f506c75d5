import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { FieldLink, Mark } from './mark.ts';

const isFiller = ({ meaning }: Mark): boolean => meaning.kind === 'concept' && meaning.concept.kind === 'filler';

const isComparator = (mark: Mark | undefined): boolean =>
  mark?.meaning.kind === 'concept'
    ? mark.meaning.concept.kind === 'comparator'
    : mark?.meaning.kind === 'literal' && mark.meaning.token.kind === 'operator';

/** The numbers that are called as the last word of a phrase is: `video.queue` of "encode queue". */
const numbersCalled = (phrase: string, index: CatalogIndex): readonly FieldLink[] => {
  const last = wordForm(nameWords(phrase).at(-1) ?? '');
  return index.logs.fields.flatMap(({ ref, name }): readonly FieldLink[] => {
    const isIt = ref.type === 'number' && ref.role === null && wordForm(nameWords(name).at(-1) ?? '') === last;
    return isIt ? [{ dataset: 'logs', field: ref }] : [];
  });
};

/** "the average encode queue", "max encode queue" */
const isFigured = (marks: readonly Mark[], at: number): boolean => {
  const before = marks.slice(0, at).findLast((mark) => !isFiller(mark));
  const isOf = before?.meaning.kind === 'concept' && /^(?:stat|percentile)$/.test(before.meaning.concept.kind);
  return isOf && !/^(?:total|sum|number)/i.test(before?.text ?? '');
};

/** "encode queue above 40": messages say "encode queue" too, and what can be above 40 is the one number called so. */
export const numbersOfPhrases = (marks: readonly Mark[], index: CatalogIndex): readonly Mark[] =>
  marks.map((mark, at) => {
    const next = marks.findIndex((other, place) => place > at && !isFiller(other));
    const bounded = isComparator(marks[next]) && marks[next + 1]?.meaning.kind === 'amount';
    if (mark.meaning.kind !== 'message' || !(bounded || isFigured(marks, at))) return mark;
    const [only, ...others] = numbersCalled(mark.meaning.phrase, index);
    return only === undefined || others.length > 0 ? mark : { ...mark, meaning: { kind: 'field', links: [only] } };
  });
