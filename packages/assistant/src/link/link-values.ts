import type { CatalogIndex, ValueEntry } from '../catalog/catalog-index.ts';
import { valuePattern } from '../catalog/value-pattern.ts';
import { joinedForm, nameWords, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { deedForms } from './deed-forms.ts';
import type { ValueLink } from './mark.ts';

const ROLE_PRIOR: Readonly<Record<string, number>> = {
  service: 0.12,
  app: 0.06,
  region: 0.05,
  user: 0.05,
  method: 0.04,
  path: 0.02,
};

const toLink = (entry: ValueEntry, base: number, guessed: boolean): ValueLink => ({
  dataset: entry.dataset,
  field: entry.field,
  value: entry.value,
  score: Math.min(
    1,
    base + (ROLE_PRIOR[entry.field.role ?? ''] ?? 0) + Math.min(0.06, Math.log10(entry.count + 1) / 100),
  ),
  guessed,
});

/** Best first; of one field only its best value, for a word stands for one value of a field. */
const ranked = (links: readonly ValueLink[]): readonly ValueLink[] => {
  const sorted = [...links].sort((a, b) => b.score - a.score || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  const seen = new Set<string>();
  return sorted.filter((link) => {
    const key = `${link.dataset} ${link.field.root} ${link.field.path.join('\0')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** Values that something else than their spelling is known to mean. */
export const linksTo = (entries: readonly ValueEntry[]): readonly ValueLink[] =>
  ranked(entries.map((entry) => toLink(entry, 0.8, false)));

/** "smart TVs", "CDNs": the plural of letters that are short for something. */
const withoutPlural = (tokens: readonly Token[]): string | null => {
  const last = tokens.at(-1)?.text ?? '';
  const isShort = /^[A-Z0-9]{2,}s$/.test(last) || (tokens.length > 1 && /^[a-z]{2}s$/.test(last));
  return isShort ? [...tokens.slice(0, -1).map(({ text }) => text), last.slice(0, -1)].join(' ') : null;
};

/** Values that the tokens spell, whatever separators and case the data uses. */
export const exactValues = (tokens: readonly Token[], index: CatalogIndex): readonly ValueLink[] => {
  const written = tokens.map((token) => token.text).join(' ');
  const folded = tokens.map((token) => token.norm).join(' ');
  const entries = index.values.get(joinedForm(written) || written) ?? index.values.get(joinedForm(folded)) ?? [];
  const single = entries.length === 0 ? withoutPlural(tokens) : null;
  return linksTo(single === null ? entries : (index.values.get(joinedForm(single)) ?? []));
};

/** Paths that the words are: the whole of one, or where `place` is so, its last fixed part. A guess that is shown. */
export const pathValues = (tokens: readonly Token[], index: CatalogIndex, place: boolean): readonly ValueLink[] => {
  const forms = [tokens.map((token) => token.text).join(' '), tokens.map((token) => token.norm).join(' ')].map(
    joinedForm,
  );
  const whole = forms.flatMap((form) => (index.values.get(form) ?? []).filter((entry) => entry.value.startsWith('/')));
  const ends = tokens.length === 1 ? [...forms, ...deedForms(tokens[0]?.norm ?? '')] : forms;
  const parts = place ? ends.flatMap((form) => index.pathsByEnd.get(form) ?? []) : [];
  const links = [
    ...whole.map((entry) => toLink(entry, 0.66, true)),
    // Of several paths with the same end the shortest is the thing itself: `/orders`, not `/orders/{id}`.
    ...parts.map((entry) => toLink(entry, 0.5 - entry.value.length / 1000, true)),
  ];
  return ranked(links);
};

const prefixMin = 4;
const isPrefixOf = (word: string, part: string): boolean => word.length >= prefixMin && part.startsWith(word);

const rootMin = 5;
const rootOf = (word: string): string => word.replace(/(?:ing|er|or|ed)$/, '');
/** "matchmaking" is what the `matchmaker` does, "encoding" the `encoder-worker`. */
const hasSameRoot = (word: string, part: string): boolean =>
  word !== part && rootOf(word).length >= rootMin && rootOf(word) === rootOf(part);

/**
 * Values that the words hint at: `payments` → `payment-gateway`, `notif worker` → `notification-worker`,
 * `authentication` → `auth`. Only for fields that hold names.
 */
export const hintedValues = (tokens: readonly Token[], index: CatalogIndex, isDone: boolean): readonly ValueLink[] => {
  const words = tokens.map((token) => token.norm);
  const first = words[0] ?? '';
  // "could not pay" is what `payments` does, where "pay svc" is a name.
  const deeds = isDone && words.length === 1 ? deedForms(first) : [];
  const isHint = (word: string, part: string): boolean =>
    isPrefixOf(word, part) || deeds.includes(wordForm(part)) || hasSameRoot(word, part);
  const links: ValueLink[] = [];
  for (const [part, entries] of index.valuesByPart) {
    const sameWord = part === first;
    if (!sameWord && !isHint(first, part) && !(part.length >= prefixMin && first.startsWith(part))) continue;
    for (const entry of entries) {
      const parts = nameWords(entry.value);
      const from = parts.indexOf(part);
      const follows = words.every((word, i) => {
        const at = parts[from + i] ?? '';
        return at === word || isHint(word, at) || (at.length >= prefixMin && word.startsWith(at) && parts.length === 1);
      });
      // A word longer than the value hints at it only where the value is one word: authentication → auth.
      if (!follows) continue;
      const share = words.length / Math.max(parts.length, words.length);
      links.push(toLink(entry, (sameWord ? 0.45 : 0.35) + 0.2 * share - (from > 0 ? 0.05 : 0), true));
    }
  }
  return ranked(links);
};

/** Values that look like those of a field with too many to list: `u-98765`. */
export const patternValues = (token: Token, index: CatalogIndex): readonly ValueLink[] => {
  const pattern = valuePattern(token.text);
  if (pattern === null) return [];
  return (index.patterns.get(pattern) ?? []).map((entry) => ({
    dataset: entry.dataset,
    field: entry.field,
    value: token.text,
    score: 0.7 + (ROLE_PRIOR[entry.field.role ?? ''] ?? 0),
    guessed: false,
  }));
};
