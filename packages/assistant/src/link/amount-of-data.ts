import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { FieldEntry } from '../catalog/field-entry.ts';
import { isSized } from '../ir/field-ref.ts';
import { lower, word } from '../tokens/expanded.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { doneForms } from './turned-phrase.ts';

/** Written out: "GB" may be a country too. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:gb|gigabytes?)$/, 'gigabytes'],
  [/^(?:mb|megabytes?)$/, 'megabytes'],
  [/^(?:kb|kilobytes?)$/, 'kilobytes'],
];
/** Amounts of data whose unit is left to the data. */
const NO_UNIT = /^(?:data|bytes|traffic)$/i;
const DID = /^(?:did|do|does|was|were|is|are|has|have|we|they|been|it|got)$/i;

/** What asks for an amount of data: how many tokens it takes, and the unit it is to be in. */
interface Cue {
  readonly used: number;
  readonly unit: string | null;
}

/** "how many GB", "how much data", "total MB"; "GB sent per region" begins with it. */
const cueAt = (tokens: readonly Token[], at: number): Cue | null => {
  const asks = /^how (?:much|many)$/.test(`${lower(tokens, at)} ${lower(tokens, at + 1)}`) ? 2 : 0;
  const used = asks > 0 ? asks : lower(tokens, at) === 'total' ? 1 : 0;
  if (used === 0 && at > 0) return null;
  const said = lower(tokens, at + used);
  const unit = UNITS.find(([form]) => form.test(said))?.[1];
  if (unit !== undefined) return { used: used + 1, unit };
  const isData = asks > 0 ? NO_UNIT.test(said) : used > 0 && /^(?:bytes|data)$/.test(said);
  return isData ? { used: used + 1, unit: null } : null;
};

/** The thing behind "of", in the form of names; empty where none is said. */
const thingAfter = (tokens: readonly Token[], at: number): string =>
  lower(tokens, at) === 'of' ? wordForm(lower(tokens, at + 1)) : '';

/** The one size that is called after the thing, else after what was done with it, else the only one there is. */
const sizeOf = (entries: readonly FieldEntry[], thing: string, rest: readonly Token[]): FieldEntry | null => {
  const sized = entries.filter(({ ref }) => isSized(ref) && ref.role === null);
  const wordsOf = ({ name }: FieldEntry): readonly string[] => nameWords(name).map((part) => part.toLowerCase());
  const called = sized.filter((entry) => wordForm(wordsOf(entry)[0] ?? '') === thing);
  const done = sized.filter((entry) =>
    rest.some(({ text }) => doneForms(text.toLowerCase()).some((form) => wordsOf(entry).includes(form))),
  );
  const [only, ...others] = [called, done, sized].find((found) => found.length > 0) ?? [];
  return only !== undefined && others.length === 0 ? only : null;
};

/** Without what the name of the field says already: "of studies" of `study_bytes`, "did we send" of `bytesSent`. */
const unsaid = (rest: readonly Token[], entry: FieldEntry, thing: string): readonly Token[] => {
  const words = nameWords(entry.name).map((part) => part.toLowerCase());
  const isThing = thing !== '' && wordForm(words[0] ?? '') === thing;
  const behind = isThing ? rest.slice(2) : rest;
  const verb = behind.findIndex(({ text }) => doneForms(text.toLowerCase()).some((form) => words.includes(form)));
  if (verb < 0) return behind;
  const led = behind.slice(0, verb).every(({ text }) => DID.test(text)) ? 0 : verb;
  return [...behind.slice(0, led), ...behind.slice(verb + 1)];
};

/** "how many GB did we send per region": the sum of `bytesSent`, in that unit, where the data tells which size is meant. */
export const amountOfData = (tokens: readonly Token[], index: CatalogIndex): readonly Token[] => {
  for (const [at, first] of tokens.entries()) {
    const cue = cueAt(tokens, at);
    if (cue === null) continue;
    const rest = tokens.slice(at + cue.used);
    const thing = thingAfter(rest, 0);
    const entry = sizeOf(index.logs.fields, thing, rest) ?? sizeOf(index.spans.fields, thing, rest);
    if (entry === null) return tokens;
    const unit = cue.unit === null ? [] : [word('in', first), word(cue.unit, first)];
    const name = word(entry.ref.path.at(-1) ?? '', first);
    return [...tokens.slice(0, at), word('total', first), name, ...unit, ...unsaid(rest, entry, thing)];
  }
  return tokens;
};
