import type { Insight } from '@clearspan/contracts';
import type { Facts } from '../facts.ts';

/** Looks at one thing; null when there is nothing to say of it. Every figure it names was measured. */
export type InsightRule = (facts: Facts) => Insight | null;
