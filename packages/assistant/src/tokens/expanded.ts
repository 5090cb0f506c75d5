import type { Token } from './token.ts';

/** Tokens that stand for `used` of those written. */
export interface Expanded {
  readonly tokens: readonly Token[];
  readonly used: number;
}

export const word = (text: string, from: Token, to: Token = from): Token =>
  ({ kind: 'word', text, norm: text, start: from.start, end: to.end }) as Token;

export const lower = (tokens: readonly Token[], at: number): string => tokens[at]?.text.toLowerCase() ?? '';

/** A word that stands for none that is written: from so many letters into a place, so that words stay in their order. */
export const within = (text: string, start: number, end: number = start + 1): Token =>
  ({ kind: 'word', text, norm: text, start, end }) as Token;
