import type { Token } from '../tokens/token.ts';

const LOGIN_NOUN = /^(?:attempt|page|failure|request|form|endpoint|screen|button|flow|error|event|call|path|route)$/;

const VERB_BEFORE = /^(?:to|can|could|cannot|did|not|will|never|they|i|we|you|he|she)$/;

/** Whether two words are no place to log in: "all logs in checkout", "no log in its trace": records in a place, and no login, though a path is called so. */
export const isLogIn = (tokens: readonly Token[], at: number, length: number): boolean =>
  length === 2 &&
  /^logs?$/i.test(tokens[at]?.text ?? '') &&
  /^(?:in|on)$/i.test(tokens[at + 1]?.text ?? '') &&
  !(
    /^log$/i.test(tokens[at]?.text ?? '') &&
    (LOGIN_NOUN.test(tokens[at + 2]?.norm ?? '') || VERB_BEFORE.test(tokens[at - 1]?.norm ?? ''))
  );
