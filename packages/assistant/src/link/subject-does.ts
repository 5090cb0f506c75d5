import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { isDeed } from '../catalog/vocabulary.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { linksTo, pathValues } from './link-values.ts';
import type { ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';
import { doneForms } from './turned-phrase.ts';

const AUX = /^(?:do|does|did)$/i;
const subjectWordsMax = 4;
const NO_SUBJECT = /^(?:the|a|an|most|more|any|all|it|not|and|or|how|much|many)$/i;
/** What may follow a verb that has no object. */
const ENDS =
  /^(?:the|most|more|least|often|today|yesterday|tonight|this|last|since|in|on|at|per|by|because|due|and|or|each|every|from|with|within|over|during|after|before)$/;

/** "do most people cancel?": somebody does it, and to nothing that follows. */
const isDone = (tokens: readonly Token[], at: number): boolean => {
  const aux = tokens.findLastIndex(({ text }, place) => place < at && place >= at - subjectWordsMax && AUX.test(text));
  const subject = tokens[at - 1];
  const after = tokens[at + 1];
  const ends = after === undefined || after.kind === 'punctuation' || ENDS.test(after.norm);
  return aux >= 0 && aux < at - 1 && subject?.kind === 'word' && !NO_SUBJECT.test(subject.text) && ends;
};

/** What records call the deed: "cancel" is `cancelled`. */
const deedsOf = (verb: string, index: CatalogIndex): readonly ValueLink[] => {
  const done = doneForms(verb).slice(1).filter(isDeed);
  return linksTo(
    done.flatMap((form) =>
      (index.values.get(joinedForm(form)) ?? []).filter(({ value }) => value.toLowerCase() === form),
    ),
  );
};

/**
 * "on which weekday do most people cancel", "when do visitors search": what is done is told by a value that says it was done,
 * before a path that ends so; and to search is no order to look for what follows.
 */
export const subjectDoes = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const verb = tokens[at];
  if (verb?.kind !== 'word' || !isDone(tokens, at)) return null;
  const word = verb.text.toLowerCase();
  const concept = conceptOf(verb.norm);
  const deeds = concept === null ? deedsOf(word, index) : [];
  const links = deeds.length === 0 && concept?.kind === 'text' ? pathValues([verb], index, true) : deeds;
  return links.length === 0 ? null : { to: at + 1, weight: 1.6, meaning: { kind: 'value', links } };
};
