import type { Token } from './token.ts';

const ENDS = /^[.!?]$/;

/** Where each sentence begins and ends, in tokens. */
const sentences = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const found: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    found.at(-1)?.push(token);
    const next = tokens[at + 1];
    const closes = token.kind === 'punctuation' && ENDS.test(token.text);
    if (closes && next !== undefined && next.start > token.end && /^\p{Lu}/u.test(next.text)) found.push([]);
  }
  return found.filter((sentence) => sentence.length > 0);
};

/**
 * "The ticket quotes trace 7d3f…. Which services failed in it?": from the sentence that asks on, and the ids of those
 * before it, for what leads to a question is no part of it.
 */
export const askingSentence = (tokens: readonly Token[]): readonly Token[] => {
  const all = sentences(tokens);
  if (all.length < 2) return tokens;
  const asked = all.findLast((sentence) => sentence.at(-1)?.text === '?') ?? all.at(-1);
  if (asked === undefined) return tokens;
  const at = all.indexOf(asked);
  const ids = all.slice(0, at).flatMap((sentence) => sentence.filter(({ kind }) => kind === 'id'));
  return [...ids, ...all.slice(at).flat()];
};
