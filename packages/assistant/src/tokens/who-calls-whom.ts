import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

/** "who calls whom" is asked of services: people have called, or made calls. */
export const whoCallsWhom = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const to = lower(tokens, at + 2) === 'to' ? 1 : 0;
  const calls = to === 1 ? /^talks?$/ : /^(?:calls|invokes)$/;
  const isAsked = lower(tokens, at) === 'who' && calls.test(tokens[at + 1]?.text.toLowerCase() ?? '');
  if (first === undefined || !isAsked || !/^whom?$/.test(lower(tokens, at + 2 + to))) return null;
  return { tokens: ['which', 'service', 'calls', 'which'].map((text) => word(text, first)), used: 3 + to };
};
