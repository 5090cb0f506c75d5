import { ANY, maskText } from '@clearspan/telemetry-store';

/** Records of one template, of one subsystem and severity. */
export interface TemplateRow {
  readonly templateId: string;
  readonly subsystem: string | null;
  readonly severity: string | null;
  readonly count: number;
  readonly example: string;
  /** ISO 8601; their order is that of the texts. */
  readonly first: string;
  readonly last: string;
}

export interface MergedPattern {
  readonly words: readonly string[];
  readonly rows: readonly TemplateRow[];
}

/** Texts of fewer words are too short to be alike by most of them. */
const wordsMin = 4;
/** Words that are the same at the same place. */
const alikeMin = 0.7;

const wordsOf = (text: string): readonly string[] => maskText(text).trim().split(/\s+/);

const isAlike = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.every((word, at) => word === b[at])) return true;
  if (a.length < wordsMin) return false;
  const same = a.filter((word, at) => word === b[at] && word !== ANY).length;
  return same / a.length >= alikeMin;
};

const merged = (a: readonly string[], b: readonly string[]): readonly string[] =>
  a.map((word, at) => (word === b[at] ? word : ANY));

/**
 * Patterns of templates: those with as many words, most of which are the same at the same place, are one pattern. Frequent
 * ones come first and give the pattern its shape.
 */
export const mergeTemplates = (rows: readonly TemplateRow[]): readonly MergedPattern[] => {
  const byLength = new Map<number, { words: readonly string[]; rows: TemplateRow[] }[]>();
  for (const row of rows.toSorted((a, b) => b.count - a.count)) {
    const words = wordsOf(row.example);
    const candidates = byLength.get(words.length) ?? [];
    byLength.set(words.length, candidates);
    const found = candidates.find((pattern) => isAlike(pattern.words, words));
    if (found === undefined) candidates.push({ words, rows: [row] });
    else {
      found.words = merged(found.words, words);
      found.rows.push(row);
    }
  }
  return [...byLength.values()].flat();
};
