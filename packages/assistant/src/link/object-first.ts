import { isDeed, messageTokens } from '../catalog/vocabulary.ts';
import { wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { doneForms, turnedPhrase } from './turned-phrase.ts';

const AUX = /^(?:do|does|did|have|has)$/i;
const subjectWordsMax = 4;

const WHEN = /^(?:last|first|ever|also|just|actually)$/i;
/** Words that are no doers of anything. */
const NO_NOUN = /^(?:it|this|that|they|we|i|you|there|any|the|a|an|many|much|do|not)$/i;

/** "did any circuit open", "when did a breaker last close": what was done stands beside its noun, as messages have it. */
const subjectDid = (tokens: readonly Token[], phrases: ReadonlyMap<string, string>): readonly Token[] => {
  const aux = tokens.findIndex((token) => /^(?:do|does|did)$/i.test(token.text));
  for (let at = aux + 1; aux >= 0 && at + 1 < tokens.length && at <= aux + subjectWordsMax; at++) {
    const noun = tokens[at];
    const place = WHEN.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
    const verb = tokens[place];
    if (noun?.kind !== 'word' || verb?.kind !== 'word' || NO_NOUN.test(noun.text)) continue;
    const forms = doneForms(verb.text.toLowerCase()).filter((form) => form !== verb.text.toLowerCase());
    const done = forms.find((form) => phrases.has(`${noun.norm} ${wordForm(form)}`));
    if (done === undefined) continue;
    const moved: Token = { ...verb, text: done, norm: wordForm(done) } as Token;
    return [...tokens.slice(0, at + 1), moved, ...tokens.slice(at + 1, place), ...tokens.slice(place + 1)];
  }
  return tokens;
};

/**
 * "how many emails did the mailer send" counts what messages call "email sent": the verb goes to what it is done to, where
 * messages say both so. Without it the verb would be a word to look for on its own.
 */
export const objectFirst = (tokens: readonly Token[], phrases: ReadonlyMap<string, string>): readonly Token[] => {
  const aux = tokens.findIndex((token, at) => at > 0 && AUX.test(token.text));
  const object = tokens[aux - 1];
  if (aux < 1 || object?.kind !== 'word') return subjectDid(tokens, phrases);
  for (let at = aux + 2; at < tokens.length && at <= aux + 1 + subjectWordsMax; at++) {
    const verb = tokens[at];
    const phrase = verb?.kind === 'word' ? turnedPhrase([verb, object], phrases) : null;
    const said = phrase === null ? [] : messageTokens(phrase);
    // "accepted message 7" has the deed first.
    const done = said.find(isDeed) ?? said[1];
    if (verb === undefined || done === undefined) continue;
    const moved: Token = { ...verb, text: done, norm: done } as Token;
    return [...tokens.slice(0, aux), moved, ...tokens.slice(aux, at), ...tokens.slice(at + 1)];
  }
  return subjectDid(tokens, phrases);
};
