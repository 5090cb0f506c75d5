import type { Token } from '../tokens/token.ts';
import { unitNanos, unitOf } from './time-words.ts';

const COUNTS = /^(many|number|often|count|much|average|avg)$/;
const DOES = /^(get|see|have|do|serve|handle|receive|make|send|process|take|come|happen|fail|occur|we|they|you|it|us)$/;
/** What makes of "an hour" a length or a moment. */
const NO_RATE = /^(ago|before|after|earlier|later|and|or|back|long|until|till|since)$/;

/** "how many requests a day", "errors an hour": of each; a length where a number or a comparison would stand before it. */
export const readPerOne = (
  tokens: readonly Token[],
  at: number,
): { readonly nanos: bigint; readonly next: number } | null => {
  const unit = /^an?$/.test(tokens[at]?.norm ?? '') ? unitOf(tokens[at + 1]) : null;
  const before = tokens[at - 1];
  if (unit === null || before === undefined || !/^(second|minute|hour|day|week)$/.test(unit)) return null;
  if (NO_RATE.test(tokens[at + 2]?.norm ?? '')) return null;
  const counted = tokens.slice(0, at).some(({ norm }) => COUNTS.test(norm));
  const thing =
    before.kind === 'plural-number' ||
    before.kind === 'status-class' ||
    (before.kind === 'word' && before.text.toLowerCase() !== before.norm && /s$/i.test(before.text));
  return counted && (thing || DOES.test(before.norm)) ? { nanos: unitNanos(unit), next: at + 2 } : null;
};
