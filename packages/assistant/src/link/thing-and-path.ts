import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { fieldText } from '../ir/field-ref.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import { FILLER, type FieldLink, type Mark } from './mark.ts';

/** What stands in the data just so; a path is linked with less by a word that it ends in. */
const namedMin = 0.8;

const isPathOnly = ({ meaning, plural, text }: Mark): boolean =>
  (plural || /^[a-z]{2}s$/i.test(text)) &&
  meaning.kind === 'value' &&
  meaning.links.every(({ field, score }) => field.role === 'path' && score < namedMin);

const linksOf = ({ meaning }: Mark): readonly FieldLink[] =>
  meaning.kind === 'value' || meaning.kind === 'field' ? meaning.links : [];

/** The one service whose records have the fields of a mark, by the words of its name. */
const homeOf = (mark: Mark, index: CatalogIndex): readonly string[] =>
  linksOf(mark).flatMap(({ dataset, field }) => {
    const services = field.role === null ? index[dataset].services.get(fieldText(field)) : undefined;
    return services?.size === 1 ? [...services.keys()].flatMap(nameWords).map(wordForm) : [];
  });

/**
 * "searches without hits": hits are told by the service `site-search` alone, so searches are what its records are of, and not
 * only those of the path that ends so.
 */
export const withoutPathOfThing = (marks: readonly Mark[], index: CatalogIndex): readonly Mark[] =>
  marks.map((mark) => {
    // "ads" are too short to lose their ending elsewhere.
    const word = isPathOnly(mark) ? wordForm(mark.text.toLowerCase()).replace(/^([a-z]{2})s$/, '$1') : null;
    const isThing = word !== null && marks.some((other) => other !== mark && homeOf(other, index).includes(word));
    return isThing ? { ...mark, meaning: FILLER } : mark;
  });
