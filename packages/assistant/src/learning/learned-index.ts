import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { type FieldRef, fieldText } from '../ir/field-ref.ts';
import type { Meaning } from '../link/mark.ts';
import type { Token } from '../tokens/token.ts';
import { aliasWordsMax, keyOfPhrase, keyOfTokens, phraseProblem } from './alias-phrase.ts';
import { fieldLinks, valueLinks } from './alias-target.ts';
import type { Learned } from './learned.ts';
import { learnedNote } from './learned-text.ts';

/** What an alias means in the data at hand. */
export interface AliasEntry {
  readonly meaning: Extract<Meaning, { kind: 'value' | 'field' }>;
  /** What is told with the answer. */
  readonly note: string;
}

/** What was learned, turned round for looking words up in the data at hand. */
export interface LearnedIndex {
  readonly learned: Learned;
  readonly aliases: ReadonlyMap<string, AliasEntry>;
  /** Words, field and value that were wrong together. */
  readonly avoided: ReadonlySet<string>;
}

export interface AliasMatch {
  readonly from: number;
  readonly to: number;
  readonly entry: AliasEntry;
}

const avoidedKey = (phraseKey: string, field: string, value: string): string => [phraseKey, field, value].join('\0');

export const isAvoided = ({ avoided }: LearnedIndex, phraseKey: string, field: FieldRef, value: string): boolean =>
  avoided.has(avoidedKey(phraseKey, fieldText(field), value));

/** An alias counts only as long as its words mean nothing else and its target is there: the data may have changed. */
const build = (learned: Learned, index: CatalogIndex): LearnedIndex => {
  const aliases = new Map<string, AliasEntry>();
  for (const alias of learned.aliases) {
    const key = keyOfPhrase(alias.phrase);
    if (aliases.has(key) || phraseProblem(alias.phrase, index) !== null) continue;
    const { target } = alias;
    const meaning =
      target.kind === 'value'
        ? { kind: 'value' as const, links: valueLinks(target, index) }
        : { kind: 'field' as const, links: fieldLinks(target, index) };
    if (meaning.links.length > 0) aliases.set(key, { meaning, note: learnedNote(alias) });
  }
  const avoided = learned.avoided.map(({ phrase, field, value }) => avoidedKey(keyOfPhrase(phrase), field, value));
  return { learned, aliases, avoided: new Set(avoided) };
};

const cache = new WeakMap<Learned, WeakMap<CatalogIndex, LearnedIndex>>();

export const learnedIndex = (learned: Learned, index: CatalogIndex): LearnedIndex => {
  const byCatalog = cache.get(learned) ?? new WeakMap<CatalogIndex, LearnedIndex>();
  cache.set(learned, byCatalog);
  const known = byCatalog.get(index) ?? build(learned, index);
  byCatalog.set(index, known);
  return known;
};

/** Where the words of aliases stand, the longest first, from left to right. */
export const findAliases = (tokens: readonly Token[], { aliases }: LearnedIndex): readonly AliasMatch[] => {
  if (aliases.size === 0) return [];
  const found: AliasMatch[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = Math.min(tokens.length, from + aliasWordsMax);
    let entry: AliasEntry | undefined;
    for (; to > from; to--) {
      const run = tokens.slice(from, to);
      entry = run.every(({ kind }) => kind === 'word') ? aliases.get(keyOfTokens(run)) : undefined;
      if (entry !== undefined) break;
    }
    if (entry !== undefined) found.push({ from, to, entry });
    from = entry === undefined ? from + 1 : to;
  }
  return found;
};
