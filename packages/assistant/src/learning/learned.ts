import type { AliasContent, AvoidContent, MemoryContent } from '@clearspan/contracts';

/** For whom something was learned. */
export type LearnedScope = 'user' | 'team' | 'global';

/** Where something learned comes from; told with every answer that it changed. */
export interface LearnedFrom {
  readonly scope: LearnedScope;
  /** `hand`: somebody has written it down, and nothing was concluded. */
  readonly origin: 'correction' | 'hand';
  /** ISO 8601. */
  readonly at: string;
}

/**
 * What is known of one caller's words beside the lexicon: for linking and ranking only. Where two aliases have the
 * same words, the first one counts.
 */
export interface Learned {
  readonly aliases: readonly (AliasContent & LearnedFrom)[];
  readonly avoided: readonly AvoidContent[];
  readonly remembered: readonly (MemoryContent & LearnedFrom)[];
}
