import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { deedStem } from '../catalog/event-codes.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { ValueLink } from './mark.ts';
import { doneForms } from './turned-phrase.ts';

/** What a field that tells how it went with a thing is called: `inspection.result`, `order.state`. */
const TELLS_OUTCOME =
  /^(?:result|outcome|status|state|verdict|decision|disposition|grade|finding|conclusion|judge?ment|rating)$/;
/** A field with more values than this tells more of a thing than how it ended. */
const outcomesMax = 12;
const exactScore = 0.95;
const formScore = 0.9;

/** "failed", "failing" and "failure" are what `fail` says. */
const says = (value: string, word: string): boolean =>
  value === word || doneForms(value).includes(word) || (value.length > 3 && deedStem(value) === deedStem(word));

/**
 * The values that say of a thing what a word says: of inspections that "failed" the `fail` of `inspection.result`. `thing`
 * null: of anything.
 */
export const outcomesOf = (thing: string | null, word: string, index: CatalogIndex): readonly ValueLink[] =>
  (['logs', 'spans'] as const).flatMap((dataset) =>
    index[dataset].fields.flatMap(({ ref, name, source }): readonly ValueLink[] => {
      const few = source.values.length > 1 && source.values.length <= outcomesMax;
      const [last = '', ...others] = nameWords(name).map(wordForm).toReversed();
      if (!few || ref.type !== 'string' || ref.role !== null || !TELLS_OUTCOME.test(last)) return [];
      if (others.length === 0 || (thing !== null && others[0] !== thing)) return [];
      const found = source.values.find(({ value }) => /^\p{L}+$/u.test(value) && says(value.toLowerCase(), word));
      if (found === undefined) return [];
      const guessed = found.value.toLowerCase() !== word;
      return [{ dataset, field: ref, value: found.value, score: guessed ? formScore : exactScore, guessed: false }];
    }),
  );
