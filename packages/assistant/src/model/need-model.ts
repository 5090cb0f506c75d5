import type { Interpretation } from '../interpretation.ts';
import type { Linked } from '../link/link-question.ts';
import { looksSecret } from './looks-secret.ts';

/** From here on the built-in reading is left alone. */
const sureFrom = 0.8;

export type ModelNeed =
  | { readonly kind: 'none' }
  /** A model could help, but must not be asked; why, as a sentence. */
  | { readonly kind: 'barred'; readonly reason: string }
  | { readonly kind: 'wanted' };

const NONE: ModelNeed = { kind: 'none' };

/**
 * Whether a model is worth asking: the built-in reading is unsure, leaves words out or asks back. What was declined is
 * declined, and what is DataPrime already needs nobody.
 */
export const modelNeed = ({ routed }: Linked, reading: Interpretation): ModelNeed => {
  if (routed.kind !== 'language') return NONE;
  if (reading.kind === 'refuse') return NONE;
  if (reading.kind === 'answer' && reading.confidence >= sureFrom && reading.ignored.length === 0) return NONE;
  if (looksSecret(routed.question)) {
    return { kind: 'barred', reason: 'The question holds what looks like a secret or an address, so it was not sent.' };
  }
  return { kind: 'wanted' };
};
