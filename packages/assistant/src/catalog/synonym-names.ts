import { THINGS } from '../lexicon/synonyms.ts';
import { joinedForm, nameWords } from '../tokens/normal-form.ts';
import type { FieldEntry } from './field-entry.ts';
import { withoutSuffix } from './name-suffix.ts';

/** `promoCode` and `promo` are called so, `wait_minutes` tells of a wait. */
const calledSo = ({ name }: FieldEntry, word: string): boolean => {
  const ends = [joinedForm(name), ...withoutSuffix(name), nameWords(name).at(-1)];
  return ends.includes(word);
};

/** Other words for what fields are called: the vouchers of `coupon`. None where several fields are called by one of them. */
export const synonymNames = (fields: readonly FieldEntry[]): readonly (readonly [word: string, entry: FieldEntry])[] =>
  THINGS.flatMap((group) => {
    const called = group.flatMap((word) => fields.filter((entry) => calledSo(entry, word)));
    const [only] = called;
    const isOne = only !== undefined && called.every(({ name }) => joinedForm(name) === joinedForm(only.name));
    return isOne ? group.map((word) => [joinedForm(word), only] as const) : [];
  });
