import { alike, DEEDS, THINGS } from '../lexicon/synonyms.ts';

/** The run that messages have for a thing and what was done to it: "order created" where "orders placed" is asked for. */
export const deedPhrase = (thing: string, done: string, phrases: ReadonlyMap<string, string>): string | null => {
  for (const noun of alike(THINGS, thing))
    for (const verb of alike(DEEDS, done)) {
      const found = phrases.get(`${noun} ${verb}`);
      if (found !== undefined) return found;
    }
  return null;
};

/** "orders placed" as messages say it; null where the second word is no deed that has another name. */
export const doneTo = (
  run: readonly { readonly norm: string; readonly text: string }[],
  phrases: ReadonlyMap<string, string>,
): string | null => {
  const [thing, done] = run;
  if (run.length !== 2 || thing === undefined || done === undefined) return null;
  const verb = done.text.toLowerCase();
  return DEEDS.some((group) => group.includes(verb)) ? deedPhrase(thing.norm, verb, phrases) : null;
};
