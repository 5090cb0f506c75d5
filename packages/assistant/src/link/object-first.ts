import { messageTokens } from '../catalog/vocabulary.ts';
import type { Token } from '../tokens/token.ts';
import { turnedPhrase } from './turned-phrase.ts';

const AUX = /^(?:do|does|did|have|has)$/i;
const subjectWordsMax = 4;

/**
 * "how many emails did the mailer send" counts what messages call "email sent": the verb goes to what it is done to, where
 * messages say both so. Without it the verb would be a word to look for on its own.
 */
export const objectFirst = (tokens: readonly Token[], phrases: ReadonlyMap<string, string>): readonly Token[] => {
  const aux = tokens.findIndex((token, at) => at > 0 && AUX.test(token.text));
  const object = tokens[aux - 1];
  if (aux < 1 || object?.kind !== 'word') return tokens;
  for (let at = aux + 2; at < tokens.length && at <= aux + 1 + subjectWordsMax; at++) {
    const verb = tokens[at];
    const phrase = verb?.kind === 'word' ? turnedPhrase([verb, object], phrases) : null;
    const done = phrase === null ? undefined : messageTokens(phrase)[1];
    if (verb === undefined || done === undefined) continue;
    const moved: Token = { ...verb, text: done, norm: done } as Token;
    return [...tokens.slice(0, aux), moved, ...tokens.slice(aux, at), ...tokens.slice(at + 1)];
  }
  return tokens;
};
