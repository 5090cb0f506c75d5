import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { deedStem } from '../catalog/event-codes.ts';
import { perIndex } from '../catalog/per-index.ts';
import type { Dataset, FieldRef } from '../ir/field-ref.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { ValueLink } from './mark.ts';
import { doneForms } from './turned-phrase.ts';

/** What a field that tells how it went with a thing is called: `inspection.result`, `order.state`. */
export const TELLS_OUTCOME: RegExp =
  /^(?:result|outcome|status|state|verdict|decision|disposition|grade|finding|conclusion|judge?ment|rating)$/;
/** A field with more values than this tells more of a thing than how it ended. */
const outcomesMax = 12;
const exactScore = 0.95;
const formScore = 0.9;

/** "failed", "failing" and "failure" are what `fail` says. */
const says = (value: string, word: string): boolean =>
  value === word || doneForms(value).includes(word) || (value.length > 3 && deedStem(value) === deedStem(word));

/** A field that tells how it went with a thing, and what it says. */
interface OutcomeField {
  readonly dataset: Dataset;
  readonly field: FieldRef;
  readonly thing: string;
  readonly values: readonly string[];
}

const outcomeFields = perIndex((index): readonly OutcomeField[] =>
  (['logs', 'spans'] as const).flatMap((dataset) =>
    index[dataset].fields.flatMap(({ ref, name, source }): readonly OutcomeField[] => {
      const few = source.values.length > 1 && source.values.length <= outcomesMax;
      const [last = '', thing] = nameWords(name).map(wordForm).toReversed();
      if (!few || ref.type !== 'string' || ref.role !== null || !TELLS_OUTCOME.test(last) || thing === undefined)
        return [];
      const values = source.values.map(({ value }) => value).filter((value) => /^\p{L}+$/u.test(value));
      return [{ dataset, field: ref, thing, values }];
    }),
  ),
);

/**
 * The values that say of a thing what a word says: of inspections that "failed" the `fail` of `inspection.result`. `thing`
 * null: of anything.
 */
export const outcomesOf = (thing: string | null, word: string, index: CatalogIndex): readonly ValueLink[] =>
  outcomeFields(index).flatMap(({ dataset, field, thing: of, values }): readonly ValueLink[] => {
    const value = thing === null || thing === of ? values.find((one) => says(one.toLowerCase(), word)) : undefined;
    if (value === undefined) return [];
    const score = value.toLowerCase() === word ? exactScore : formScore;
    return [{ dataset, field, value, score, guessed: false }];
  });
