import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { fieldText } from '../ir/field-ref.ts';
import { FILLER, type Mark, type ValueLink } from './mark.ts';

/** Whether some records of the service have the field; where nothing is known of it, they may. */
const mayHave = (service: ValueLink, { dataset, field }: ValueLink, index: CatalogIndex): boolean =>
  index[dataset].services.get(fieldText(field))?.has(service.value) ?? true;

/** A service that a word is taken for by a part of its name alone. */
const guessedServices = ({ meaning, plural }: Mark): readonly ValueLink[] =>
  plural && meaning.kind === 'value' && meaning.links.every(({ field, guessed }) => guessed && field.role === 'service')
    ? meaning.links
    : [];

/** What is said right before a thing of how it went with it: "blocked articles". */
const saidOf = (mark: Mark | undefined): readonly ValueLink[] =>
  mark?.meaning.kind === 'value' ? mark.meaning.links.filter(({ field }) => field.role === null) : [];

/**
 * "more than 3 blocked articles": what is blocked is told by another service than `article-api`, whose records never have it,
 * so articles are only the things that it is said of.
 */
export const withoutOtherServices = (marks: readonly Mark[], index: CatalogIndex): readonly Mark[] =>
  marks.map((mark, at) => {
    const services = guessedServices(mark);
    const said = saidOf(marks[at - 1]);
    const isElsewhere =
      services.length > 0 &&
      said.length > 0 &&
      said.every((link) => services.every((service) => !mayHave(service, link, index)));
    return isElsewhere ? { ...mark, meaning: FILLER } : mark;
  });
