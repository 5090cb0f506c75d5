import type { CatalogIndex, ValueEntry } from '../catalog/catalog-index.ts';
import { isDeed } from '../catalog/vocabulary.ts';
import { joinedForm, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { linksTo } from './link-values.ts';
import type { Piece } from './piece.ts';

const BETWEEN = /^(?:that|which|who|is|are|was|were|be|been|has|have|had|got|get)$/;
const betweenMax = 2;
const NOUN_OF: Readonly<Record<string, string>> = { failure: 'failed', rejection: 'rejected', refusal: 'refused' };

/** Values that are the thing and what became of it, as `payment_failed`; not where messages say both. */
const valuesOf = (
  thing: Token | undefined,
  done: string,
  index: CatalogIndex,
  inOrder: boolean,
): readonly ValueEntry[] => {
  if (thing?.kind !== 'word' || !isDeed(done) || thing.norm.length < 3) return [];
  const { phrases } = index.logs.vocabulary;
  if ([`${thing.norm} ${wordForm(done)}`, `${wordForm(done)} ${thing.norm}`].some((said) => phrases.has(said)))
    return [];
  const forms = inOrder ? [`${thing.norm}${done}`] : [`${thing.norm}${done}`, `${done}${thing.norm}`];
  return forms.flatMap((form) => index.values.get(joinedForm(form)) ?? []);
};

const piece = (to: number, at: number, entries: readonly ValueEntry[]): Piece | null =>
  entries.length === 0 ? null : { to, weight: 1.6 * (to - at), meaning: { kind: 'value', links: linksTo(entries) } };

/** "failed payments", "payments that failed", "payment failures": all of them are `payment_failed`. */
export const turnedValue = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.kind !== 'word' || second?.kind !== 'word') return null;
  const done = first.text.toLowerCase();
  const turned = piece(at + 2, at, valuesOf(second, done, index, true));
  if (turned !== null) return turned;
  const noun = NOUN_OF[second.norm];
  const named = noun === undefined ? null : piece(at + 2, at, valuesOf(first, noun, index, true));
  if (named !== null) return named;
  let place = at + 1;
  while (BETWEEN.test(tokens[place]?.norm ?? '') && place <= at + betweenMax) place += 1;
  return place === at + 1
    ? null
    : piece(place + 1, at, valuesOf(first, tokens[place]?.text.toLowerCase() ?? '', index, false));
};
