import type { Role } from '../ir/field-ref.ts';
import type { CompareOp, Severity, StatFn, TextMode } from '../ir/query-ir.ts';

/** What a word or phrase of the question can mean, before any data is looked at. */
export type Concept =
  | { readonly kind: 'severity'; readonly value: Severity }
  /** "or worse", "and above": the severity before it is a lower bound. `down`: an upper one. */
  | { readonly kind: 'severity-bound'; readonly down: boolean }
  | { readonly kind: 'outcome'; readonly failed: boolean }
  | { readonly kind: 'entity'; readonly entity: 'log' | 'span' | 'request' | 'trace' | 'event' }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'volume' }
  | { readonly kind: 'stat'; readonly fn: StatFn }
  | { readonly kind: 'percentile'; readonly p: number }
  | { readonly kind: 'percentiles' }
  | { readonly kind: 'distinct' }
  | { readonly kind: 'count' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'group' }
  /** "each", "every": groups by the role that follows. */
  | { readonly kind: 'each' }
  | { readonly kind: 'wise' }
  /** `by` says what is ordered: the count or rate ("most"), the duration ("slowest") or the time ("latest"). */
  | { readonly kind: 'superlative'; readonly by: 'metric' | 'duration' | 'time'; readonly descending: boolean }
  | { readonly kind: 'cut'; readonly descending: boolean }
  | { readonly kind: 'common' }
  | { readonly kind: 'ratio'; readonly of: 'error' | 'success' | 'failure' | 'any' }
  | { readonly kind: 'versus' }
  | { readonly kind: 'compare' }
  | { readonly kind: 'comparator'; readonly op: CompareOp; readonly of: 'duration' | null }
  | { readonly kind: 'between' }
  | { readonly kind: 'negation' }
  | { readonly kind: 'conjunction'; readonly op: 'and' | 'or' | 'then' }
  | { readonly kind: 'preposition' }
  | { readonly kind: 'with' }
  | { readonly kind: 'text'; readonly mode: TextMode }
  | { readonly kind: 'presence'; readonly present: boolean }
  | { readonly kind: 'when' }
  | { readonly kind: 'choose' }
  | { readonly kind: 'list' }
  | { readonly kind: 'which' }
  | { readonly kind: 'who' }
  | { readonly kind: 'root-span' }
  | { readonly kind: 'database' }
  | { readonly kind: 'status'; readonly from: number; readonly to: number }
  | { readonly kind: 'region'; readonly codes: readonly string[] }
  /** Failures that services write into messages: searched as text even where no vocabulary is known. */
  | { readonly kind: 'symptom'; readonly phrase: string }
  | { readonly kind: 'edit'; readonly edit: 'replace' | 'add' | 'only' | 'about' }
  /** Asks for a picture: over time, where nothing else says how to divide. */
  | { readonly kind: 'plot' }
  /** "still logging", "gone quiet": when something was seen last. */
  | { readonly kind: 'seen' }
  /** One record of each: "an example of each error". */
  | { readonly kind: 'sample' }
  /** "newest first", "in descending order": an order without a number of rows. */
  | { readonly kind: 'ordered'; readonly by: 'metric' | 'duration' | 'time'; readonly descending: boolean }
  | { readonly kind: 'sort' }
  | { readonly kind: 'everything' }
  | { readonly kind: 'filler' };

/** Phrases in normal form (lower case, singular, words joined by one blank) and what they mean. */
export type LexiconEntry = readonly [forms: string, concept: Concept];
