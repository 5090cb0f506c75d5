import type { CompletionItem, CompletionKind } from './completion.ts';

/** Shorter texts inside a word say nothing about it. */
const insideLengthMin = 4;

/** How well a label fits what was typed: 0 begins with it, 1 a part of it begins so, 2 holds it; null: not at all. */
export const fit = (typed: string, label: string): 0 | 1 | 2 | null => {
  if (typed === '') return 0;
  const at = label.toLowerCase().indexOf(typed.toLowerCase());
  if (at <= 0) return at < 0 ? null : 0;
  const [before = '', first = ''] = [label[at - 1], label[at]];
  const startsPart = !/[\p{L}\p{N}]/u.test(before) || (/\p{Lu}/u.test(first) && !/\p{Lu}/u.test(before));
  if (startsPart) return 1;
  return typed.length >= insideLengthMin ? 2 : null;
};

interface Offer {
  readonly kind: CompletionKind;
  readonly label: string;
  readonly detail: string;
  readonly insert?: string;
  readonly documentation?: string;
  /** What is compared with the typed text; the label when not given. */
  readonly match?: string;
}

/** An item, ranked below 100 by its group (smaller is earlier) and how well it fits; null when it does not. */
export const offer = (typed: string, rank: number, { match, ...item }: Offer): CompletionItem | null => {
  const fitting = fit(typed, match ?? item.label);
  if (fitting === null) return null;
  const group = String(rank).padStart(2, '0');
  return { ...item, insert: item.insert ?? item.label, sortText: `${fitting}${group}${item.label}` };
};

const itemsMax = 200;

/** The items that are there, in order and not too many. */
export const ranked = (items: readonly (CompletionItem | null)[]): readonly CompletionItem[] =>
  items
    .filter((item) => item !== null)
    .sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0))
    .slice(0, itemsMax);
