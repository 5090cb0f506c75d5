import { conceptOf } from '../lexicon/lexicon.ts';
import { wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { deedPhrase } from './same-deeds.ts';

/** What was done, where it is not the verb with an ending. */
const IRREGULAR: Readonly<Record<string, string>> = {
  bind: 'bound',
  build: 'built',
  find: 'found',
  leave: 'left',
  lose: 'lost',
  make: 'made',
  pay: 'paid',
  sell: 'sold',
  send: 'sent',
  take: 'taken',
  write: 'written',
};

/** "drop" was dropped, "retry" retried, "capture" captured; a slip is read as what was done already. */
export const doneForms = (verb: string): readonly string[] => [
  verb,
  ...(IRREGULAR[verb] === undefined ? [] : [IRREGULAR[verb]]),
  ...(verb.endsWith('e') ? [`${verb}d`] : [`${verb}ed`, `${verb}${verb.at(-1)}ed`]),
  ...(verb.endsWith('y') ? [`${verb.slice(0, -1)}ied`] : []),
];

/** No noun: "patients by …" is no "by patient". */
const LINKS =
  /^(?:by|per|of|in|on|at|for|from|to|with|and|or|the|a|an|each|every|over|under|than|more|out|up|did|do|does)$/;

/** "capture a payment" is done where messages say "payment captured"; null where none says so. */
export const turnedPhrase = (run: readonly Token[], phrases: ReadonlyMap<string, string>): string | null => {
  const [verb, noun] = run;
  if (run.length !== 2 || verb === undefined || noun === undefined) return null;
  // "this user for me": nothing is done to a preposition.
  if (verb.text.includes(' ') || LINKS.test(noun.norm) || LINKS.test(verb.norm)) return null;
  if (/^(?:filler|preposition)$/.test(conceptOf(noun.norm)?.kind ?? '')) return null;
  const said = doneForms(verb.text.toLowerCase()).map((done) => deedPhrase(noun.norm, wordForm(done), phrases));
  return said.find((phrase) => phrase !== null) ?? null;
};
