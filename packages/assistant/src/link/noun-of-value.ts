import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { perIndex } from '../catalog/per-index.ts';
import { isDeed } from '../catalog/vocabulary.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { joinedForm, nameWords, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';

const valuesMax = 12;
const stemCharsMin = 4;
const NOUN_ENDS = ['ations', 'ation', 'ions', 'ion', 'als', 'al', 'ments', 'ment', 'ies', 'y', 'es', 'e', 's'] as const;

interface Deed {
  readonly deed: string;
  /** What the field is called that tells it: "outcome". */
  readonly told: string;
}

/** What is done, by its stem: `delivered` by "deliver", of fields that tell a few such things. */
const deedsByStem = perIndex((index): ReadonlyMap<string, Deed> => {
  const deeds = (['logs', 'spans'] as const).flatMap((dataset) =>
    index[dataset].fields
      .filter(({ ref, source }) => ref.root === 'd' && ref.type === 'string' && source.values.length <= valuesMax)
      .flatMap(({ name, source }) =>
        source.values.map(({ value }) => ({
          deed: value.toLowerCase(),
          told: wordForm((nameWords(name).at(-1) ?? '').toLowerCase()),
        })),
      )
      .filter(({ deed }) => /^\p{L}+ed$/u.test(deed) && isDeed(deed)),
  );
  return new Map(deeds.map((each) => [each.deed.slice(0, -2), each]));
});

const isKnown = (token: Token, index: CatalogIndex): boolean =>
  [token.norm, token.text.toLowerCase()].some(
    (word) =>
      conceptOf(word) !== null ||
      index.values.has(joinedForm(word)) ||
      index.fieldNames.has(joinedForm(word)) ||
      index.nameEnds.has(word) ||
      index.words.has(word) ||
      index.logs.vocabulary.words.has(word) ||
      index.spans.vocabulary.words.has(word),
  );

const deedOf = (noun: string, deeds: ReadonlyMap<string, Deed>): Deed | undefined => {
  for (const end of NOUN_ENDS) {
    const stem = noun.endsWith(end) ? noun.slice(0, -end.length) : '';
    const deed = stem.length < stemCharsMin ? undefined : deeds.get(stem);
    if (deed !== undefined) return deed;
  }
  return undefined;
};

/** "complaints versus deliveries", "renewals per plan": the deed that a value tells, where nothing is called by its noun. */
export const nounsOfValues = (tokens: readonly Token[], index: CatalogIndex): readonly Token[] => {
  const deeds = deedsByStem(index);
  if (deeds.size === 0) return tokens;
  return tokens.map((token, at): Token => {
    const noun = token.kind === 'word' && /^\p{L}{5,}$/u.test(token.text) ? token.text.toLowerCase() : '';
    const found = noun === '' || isKnown(token, index) ? undefined : deedOf(noun, deeds);
    // "delivery outcomes": all of them, whatever became of each.
    if (found === undefined || found.told === tokens[at + 1]?.norm) return token;
    return { ...token, text: found.deed, norm: wordForm(found.deed) } as Token;
  });
};
