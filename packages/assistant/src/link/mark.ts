import type { Dataset, FieldRef } from '../ir/field-ref.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { TimeMark } from '../time/find-time.ts';
import type { Token } from '../tokens/token.ts';

/** A word read as a value of a field. `score` 0 to 1: exactness and how often the value occurs. */
export interface ValueLink {
  readonly dataset: Dataset;
  readonly field: FieldRef;
  readonly value: string;
  readonly score: number;
  /** The value is spelt otherwise in the data than in the question. */
  readonly guessed: boolean;
}

export interface FieldLink {
  readonly dataset: Dataset;
  readonly field: FieldRef;
}

type TimeMeaning = TimeMark extends infer T ? (T extends TimeMark ? Omit<T, 'from' | 'to'> : never) : never;

/** What a run of tokens means once the data is known; several readings stay side by side. */
export type Meaning =
  | { readonly kind: 'concept'; readonly concept: Concept; readonly fields: readonly FieldLink[] }
  | { readonly kind: 'value'; readonly links: readonly ValueLink[] }
  | { readonly kind: 'field'; readonly links: readonly FieldLink[] }
  /** Words that stand in messages. */
  | { readonly kind: 'message'; readonly phrase: string }
  | { readonly kind: 'time'; readonly time: TimeMeaning }
  | { readonly kind: 'amount'; readonly value: number; readonly unit: (Token & { kind: 'quantity' })['unit'] | null }
  | { readonly kind: 'literal'; readonly token: Token }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'punctuation' };

/** Of words that carry nothing, or whose meaning another word has taken. */
export const FILLER: Meaning = { kind: 'concept', concept: { kind: 'filler' }, fields: [] };

export interface Mark {
  /** Token indexes, end excluded. */
  readonly from: number;
  readonly to: number;
  /** As written in the question. */
  readonly text: string;
  readonly meaning: Meaning;
  readonly plural: boolean;
  /** Why it is read so, where that was learned and not known; told with the answer. */
  readonly note?: string;
}

export interface Typo {
  readonly written: string;
  readonly read: string;
  /** A slip of the keys, or too long a word to be another by chance. */
  readonly sure: boolean;
}
