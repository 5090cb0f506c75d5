import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { fieldText } from '../ir/field-ref.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { FieldLink } from './mark.ts';
import type { Piece } from './piece.ts';
import { doneForms } from './turned-phrase.ts';

/** Enough of a word to know "scores" and "scoring" as of one family. */
const rootChars = 4;
const root = (word: string): string => word.toLowerCase().slice(0, rootChars);

/** Whether another word of the question is of a service that has the field. */
const isOfItsService = (tokens: readonly Token[], at: number, link: FieldLink, index: CatalogIndex): boolean => {
  const services = index[link.dataset].services.get(fieldText(link.field));
  const parts = [...(services?.keys() ?? [])].flatMap((service) => service.toLowerCase().split(/[-_.]/)).map(root);
  return tokens.some(
    ({ kind, text }, place) => kind === 'word' && place !== at && text.length > 3 && parts.includes(root(text)),
  );
};

/** What a deed is called where it is a verdict: "blocked" is `block`. */
const verdictsOf = (done: string): readonly string[] =>
  [done.slice(0, -2), done.slice(0, -1), `${done.slice(0, -3)}y`].filter((verb) => doneForms(verb).includes(done));

/** "blocked by fraud scoring": what a service decided, where a field of it says so, before messages of others that say it too. */
export const decidedPiece = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const token = tokens[at];
  const done = token?.text.toLowerCase() ?? '';
  if (token?.kind !== 'word' || !/[a-z]{3}ed$/.test(done) || conceptOf(token.norm) !== null) return null;
  const links = verdictsOf(done)
    .flatMap((verdict) => index.values.get(joinedForm(verdict)) ?? [])
    .filter((link) => link.field.role === null && isOfItsService(tokens, at, link, index));
  const meaning = { kind: 'value', links: links.map((link) => ({ ...link, score: 0.9, guessed: true })) } as const;
  return links.length === 0 ? null : { to: at + 1, weight: 1.36, meaning };
};
