import type { Bundle } from '@clearspan/contracts';
import type { Query } from '@clearspan/dataprime';

/** What kind of query a question asks for; the `intent.type` of an answer and of its telemetry. */
export type IntentType =
  | 'list'
  | 'search'
  | 'count'
  | 'exists'
  | 'count_by'
  | 'top'
  | 'statistic'
  | 'percentile'
  | 'time_series'
  | 'ratio'
  | 'distinct'
  | 'having'
  | 'threshold'
  | 'compare'
  | 'when'
  | 'trace'
  | 'dataprime'
  | 'catalog'
  | 'why'
  | 'unsafe'
  | 'off_topic';

export interface Intent {
  readonly type: IntentType;
  /** 0 to 1, computed from the cues found. */
  readonly confidence: number;
}

/** What some words of a question became in its query. */
export interface Chip {
  /** UTF-16 units of the question. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'source' | 'filter' | 'time' | 'group' | 'figure' | 'order' | 'unused';
  /** In words, with the field behind them: `severity ($m.severity) is at least ERROR`. */
  readonly means: string;
}

/** Another reading of the same question, complete and checked. */
export interface Alternative {
  readonly query: string;
  readonly interpretation: string;
  readonly confidence: number;
}

export interface Answer {
  readonly kind: 'answer';
  /** Canonical DataPrime text; it parses and checks without error. */
  readonly query: string;
  readonly ast: Query;
  readonly intent: Intent;
  /** 0 to 1: coverage of the words, margin to the next reading, typos, assumptions. */
  readonly confidence: number;
  /** One sentence: what is computed, over which time, by which fields, what was assumed and left out. */
  readonly interpretation: string;
  /** The words of the question that led to something in the query, in order. */
  readonly keywords: readonly string[];
  /** The same words with what they became; empty where the query is not made of the words. */
  readonly chips: readonly Chip[];
  /** What the numbers of a column are in, by its name, as code of UCUM: `us`, `By`, `1` for a fraction. */
  readonly units: Readonly<Record<string, string>>;
  readonly alternatives: readonly Alternative[];
  readonly assumptions: readonly string[];
  /** Words with a meaning of their own that did not enter the query. */
  readonly ignored: readonly string[];
}

/** One question back, with concrete options taken from the data. */
export interface Clarification {
  readonly kind: 'clarify';
  readonly message: string;
  readonly options: readonly string[];
  /** Where no one query answers: the looks at the data that lead there, not run yet. */
  readonly bundle?: Bundle;
  readonly intent: Intent;
}

/** The question is not one that a read-only query answers. */
export interface Refusal {
  readonly kind: 'refuse';
  readonly message: string;
  /** Questions that do have an answer, built from the data at hand. */
  readonly examples: readonly string[];
  readonly intent: Intent;
}

export type Interpretation = Answer | Clarification | Refusal;

/** An earlier question of the same dialogue and the query that answered it. */
export interface Turn {
  readonly question: string;
  readonly query: string;
}

/** The caller's window: used where the question names no time. ISO 8601. */
export interface CallerWindow {
  readonly from: string;
  readonly to: string;
}
