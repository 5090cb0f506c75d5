import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { nameWords } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';
import { termWord } from './terms-field.ts';

const RESULTS = 'results?|hits?|matches|match';
/** That nothing came of it, in the words people use, from the longest on. */
const NOTHING = new RegExp(
  `^(?:(?:searches|lookups) )?(?:(?:(?:that|which) )?(?:found|find|finds|returned|return|returns|gave|got|yielded|brought|had|have|has|with|showed) (?:nothing|(?:no|zero|0|not any) (?:[a-z]+ )?(?:${RESULTS}))(?: at all)?|(?:came|come|comes|coming|went|turned) (?:up|back|out) (?:empty|with nothing)(?: handed)?|(?:without(?: any)?|no|zero|0) (?:${RESULTS})|without (?:finding|getting|seeing) (?:anything|something|any(?:thing)? at all|(?:a|any) (?:${RESULTS})))$`,
);
const wordsMax = 7;

/** How many there were, by the last word of its name or the one before "count": `results`, `hitCount`, `num_matches`. */
const countsResults = (name: string): boolean => {
  const words = nameWords(name).map((word) => word.toLowerCase());
  const [last, before] = [words.at(-1) ?? '', words.at(-2) ?? ''];
  const told = /^(?:results?|hits|matches)$/;
  return (
    told.test(last) ||
    (/^(?:count|total|found|number|size)$/.test(last) && /^(?:results?|hits?|match|matches)$/.test(before))
  );
};

const linksOf = (index: CatalogIndex): readonly ValueLink[] =>
  (['logs', 'spans'] as const).flatMap((dataset) =>
    index[dataset].fields
      .filter(
        ({ ref, name, source }) => ref.type === 'number' && countsResults(name) && (source.numbers?.min ?? 0) <= 0,
      )
      .map(({ ref }) => ({ dataset, field: ref, value: '0', score: 0.95, guessed: true })),
  );

const SEARCHES = /^(?:searches|lookups) /;
const tellsSearches = (index: CatalogIndex): boolean =>
  termWord(index) !== null && (index.values.get('search') ?? []).every(({ field }) => field.role !== 'service');

/** "searches that found nothing", "which terms came up empty": where a number tells how many were found, it is none. */
export const foundNothing = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  for (let length = wordsMax; length >= 2; length--) {
    const run = tokens.slice(at, at + length);
    const said = run.map(({ text }) => text.toLowerCase()).join(' ');
    // "searches without hits": those that found none, where nothing of the name is asked of besides.
    if (run.length < length || !NOTHING.test(said) || (SEARCHES.test(said) && !tellsSearches(index))) continue;
    // What messages say in so many words is looked for there.
    if (index.logs.vocabulary.phrases.has(run.map(({ norm }) => norm).join(' '))) return null;
    const links = linksOf(index);
    return links.length === 0 ? null : { to: at + length, weight: 1.6 * length, meaning: { kind: 'value', links } };
  }
  return null;
};
