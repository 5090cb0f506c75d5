import { LOG_PAIRS } from './log-pairs.ts';
import type { SeedPair } from './seed-pair.ts';
import { SPAN_PAIRS } from './span-pairs.ts';

/** The store of verified pairs: a test holds each against the parser and the checker. */
export const SEED_PAIRS: readonly SeedPair[] = [...LOG_PAIRS, ...SPAN_PAIRS];
