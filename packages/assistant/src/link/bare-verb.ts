import type { Token } from '../tokens/token.ts';

const VERBS = /^(?:get|list|check|put|post|set|run|open|close|send|search|update|delete|create|find|add|scan|process)$/;
const OBJECT = /^(?:the|a|an|any|most|more|fewest)$/;

/** "get the logs", "which tour gets the most cancellations": what someone does, though a method is called so. */
export const isBareVerb = (tokens: readonly Token[], at: number): boolean => {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (VERBS.test(token?.text ?? '')) return true;
  const lower = token?.text === token?.text.toLowerCase();
  return lower && VERBS.test(token?.norm ?? '') && OBJECT.test(next?.norm ?? '');
};
