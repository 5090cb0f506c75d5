import type { FieldRef } from '../ir/field-ref.ts';
import { recordsWith } from '../link/records-with.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import { isOfEvent } from './of-event.ts';
import { assume, isNumeric, linksAt, markAt, type Scene, take } from './scene.ts';
import { homesOfAmounts } from './told-homes.ts';

/** How a unit is spoken of, how names of fields end that are in it, and how many of them it is. */
const SPOKEN: readonly (readonly [spoken: RegExp, endings: Readonly<Record<string, number>>])[] = [
  [/^(?:eur|eurs|euro|euros|€)$/i, { eur: 1, euro: 1, euros: 1, cents: 100, cent: 100 }],
  [/^(?:usd|dollar|dollars|bucks|\$)$/i, { usd: 1, dollars: 1, cents: 100, cent: 100 }],
  [/^(?:gbp|pound|pounds|£)$/i, { gbp: 1, pence: 100 }],
  [/^(?:cent|cents)$/i, { cents: 1, cent: 1, eur: 0.01, usd: 0.01 }],
  [/^(?:kg|kgs|kilo|kilos|kilogram|kilograms)$/i, { kg: 1, grams: 1_000, g: 1_000 }],
  [/^(?:km|kms|kilometer|kilometers|kilometre|kilometres)$/i, { km: 1, meters: 1_000, m: 1_000 }],
  [/^(?:meter|meters|metre|metres)$/i, { m: 1, meters: 1, km: 0.001 }],
];

const MONEY_UNIT = /^(?:eur|eurs|euro|euros|€|usd|dollar|dollars|bucks|\$|gbp|pound|pounds|£)$/i;

/** "an average top-up below 15 euros": of money. */
export const currencySaid = (scene: Scene): string | undefined =>
  scene.marks.find(
    ({ text, meaning }, at) =>
      meaning.kind === 'unknown' && MONEY_UNIT.test(text) && markAt(scene, at - 1)?.meaning.kind === 'amount',
  )?.text;

/** "over 50 euros" where nothing tells currencies: the number is taken as it stands. */
const currencyAside = (scene: Scene, at: number): void => {
  if (markAt(scene, at - 1)?.meaning.kind !== 'amount' || !scene.taken.has(at - 1) || scene.taken.has(at)) return;
  take(scene, at);
  assume(scene, 'the data tells no currency', 0.95);
};

/** "the total in euros" of `amount_eur`: the unit that the figures are in anyway. */
export const unitsSaid = (scene: Scene): void => {
  for (const [at, { text, meaning }] of scene.marks.entries()) {
    if (meaning.kind === 'unknown' && MONEY_UNIT.test(text)) currencyAside(scene, at);
    const endings = meaning.kind === 'unknown' ? SPOKEN.find(([spoken]) => spoken.test(text))?.[1] : undefined;
    if (endings === undefined || !/^(?:in|as)$/i.test(markAt(scene, at - 1)?.text ?? '')) continue;
    const isIn = (field: FieldRef): boolean => endings[nameWords(field.path.at(-1) ?? '').at(-1) ?? ''] === 1;
    if (scene.metrics.some((metric) => 'field' in metric && isIn(metric.field))) take(scene, at - 1, at);
  }
};

const CURRENCY = /^(?:eur|usd|gbp|chf|jpy|pln|sek|nok|dkk|czk|huf|cad|aud|inr|cny|krw)$/i;

/** "over 500 euros" of records that tell their currency: the one amount that they have. */
const inCurrency = (scene: Scene, at: number): FieldRef | null => {
  const isCode = linksAt(scene, at).some(({ value }) => CURRENCY.test(value));
  const [only, ...others] = isCode ? moneyFields(scene) : [];
  return only !== undefined && others.length === 0 ? only : null;
};

/** "over 500 euros": the number of the records that is in that unit, and by what the amount is to be multiplied. */
export const fieldInUnit = (scene: Scene, at: number): { readonly field: FieldRef; readonly times: number } | null => {
  const money = inCurrency(scene, at);
  if (money !== null) return { field: money, times: 1 };
  const said = SPOKEN.find(([spoken]) => spoken.test(markAt(scene, at)?.text ?? ''));
  if (said === undefined) return null;
  // Whose amount it is: what the services of the question do not have is none of theirs.
  const focus = homesOfAmounts(scene);
  const ofRecords = ({ records }: { readonly records: number }): number => Math.min(records, scene.data.records);
  const found = scene.data.fields.flatMap(({ ref, name, source }) => {
    const words = nameWords(name);
    const times = words.length > 1 ? said[1][words.at(-1) ?? ''] : undefined;
    const records = recordsWith(ref, focus, scene.data);
    return times !== undefined && isNumeric(ref) ? [{ field: ref, times, presence: source.presence, records }] : [];
  });
  const [first, ...others] = found.toSorted((a, b) => ofRecords(b) - ofRecords(a) || b.presence - a.presence);
  if (first === undefined) return null;
  if (others.some(({ records }) => records > 0))
    assume(scene, `the amount is ${first.field.path.join('.')}, which most records have`, 0.8);
  return first;
};

const MONEY = /^(?:eur|euros?|usd|dollars|gbp|chf|cents|amount|revenue|total)$/;
/** What one thing costs is an amount of money too, where nothing else is. */
const PRICE = /^(?:price|cost|fee|fare)$/;

/** Whether a number is one of money, by its name. */
export const isMoney = (field: FieldRef): boolean =>
  isNumeric(field) && MONEY.test(nameWords(field.path.at(-1) ?? '').at(-1) ?? '');

/** The words of a question that name things or what was done to them, as fields and messages have them. */
const wordsSaid = (scene: Scene): ReadonlySet<string> =>
  new Set(
    scene.marks.flatMap(({ meaning, text }) =>
      meaning.kind === 'message' || meaning.kind === 'value' || meaning.kind === 'field'
        ? [...nameWords(text), ...(meaning.kind === 'message' ? nameWords(meaning.phrase) : [])].map(wordForm)
        : [],
    ),
  );

/** "premium collected" is told with `premium.amount`: the money that is called after what the question speaks of. */
export const isOwnMoney = (scene: Scene): ((field: FieldRef) => boolean) => {
  const said = wordsSaid(scene);
  return (field) => {
    const words = nameWords(field.path.join('.').replace(/^tags\./, ''));
    return words.length > 1 && words.slice(0, -1).some((word) => said.has(wordForm(word)));
  };
};

/** "the sum of captured payments": the amount that most records of the services in question have; null where none is one. */
export const moneyField = (scene: Scene): FieldRef | null => {
  const focus = homesOfAmounts(scene);
  const isOwn = isOwnMoney(scene);
  const found = scene.data.fields.flatMap(({ ref, source }) => {
    const isPrice = isNumeric(ref) && PRICE.test(nameWords(ref.path.at(-1) ?? '').at(-1) ?? '');
    const records = isPrice || isMoney(ref) ? Math.min(recordsWith(ref, focus, scene.data), scene.data.records) : 0;
    const rank = (isPrice ? 1 : 0) - (isOfEvent(scene.preds, ref) ? 2 : 0) - (isOwn(ref) ? 2 : 0);
    return records > 0 ? [{ ref, records, presence: source.presence, rank }] : [];
  });
  const [best] = found.toSorted((a, b) => a.rank - b.rank || b.records - a.records || b.presence - a.presence);
  return best?.ref ?? null;
};

/** The numbers that are money, whichever records have them. */
export const moneyFields = (scene: Scene): readonly FieldRef[] =>
  scene.data.fields.flatMap(({ ref }) => (isMoney(ref) ? [ref] : []));
