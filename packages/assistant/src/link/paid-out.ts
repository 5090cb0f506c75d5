import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';

const PAYS: Readonly<Record<string, string>> = {
  pay: 'pay',
  paid: 'pay',
  paying: 'pay',
  cash: 'cash',
  cashed: 'cash',
  buy: 'buy',
  bought: 'buy',
};
const PARTICLE = /^(?:out|in|back|off)$/;

/** Whether the data knows the thing: a value, a message or the name of a field. */
const isKnown = (noun: string, { logs, values, fieldNames, words }: CatalogIndex): boolean =>
  logs.vocabulary.words.has(noun) ||
  values.has(noun) ||
  values.has(`${noun}s`) ||
  fieldNames.has(joinedForm(noun)) ||
  words.has(noun);

/** "the total paid out", "how much did we pay out": of payouts, where the data knows any and no message says the verb itself. */
export const paidOut = (tokens: readonly Token[], index: CatalogIndex): readonly Token[] =>
  tokens.flatMap((token, at): readonly Token[] => {
    const nounAt = (place: number): string | null => {
      const [verb, particle] = [tokens[place], tokens[place + 1]];
      const base = verb?.kind === 'word' ? PAYS[verb.text.toLowerCase()] : undefined;
      const said = particle?.text.toLowerCase() ?? '';
      if (base === undefined || !PARTICLE.test(said)) return null;
      const noun = `${base}${said}`;
      const own = index.logs.vocabulary.tokens.has(verb?.text.toLowerCase() ?? '');
      return !own && isKnown(noun, index) ? noun : null;
    };
    if (nounAt(at - 1) !== null) return [];
    const noun = nounAt(at);
    const end = tokens[at + 1]?.end ?? token.end;
    return noun === null ? [token] : [{ ...token, kind: 'word', text: `${noun}s`, norm: noun, end } as Token];
  });
