import type { Token } from './token.ts';

/** What every service does with what it gets: said of calls it tells nothing of them. */
const DOES =
  /^(?:handle|serve|process|receive|get|see|answer|accept|take|field|have|face|cope|deal|absorb|respond|do|perform|execute|run|make|issue|produce|emit|write)$/i;
const CALLS =
  /^(?:requests?|calls?|hits?|queries|query|responses?|reqs?|errors?|warnings?|logs?|spans?|lines?|traffic)$/i;
const AUX = /^(?:do|does|did)$/i;
const subjectWordsMax = 4;

/** "how many requests did each application handle": the verb of a count of calls; null where there is none. */
export const idleVerb = (
  tokens: readonly Token[],
  at: number,
): { readonly tokens: readonly Token[]; readonly used: number } | null => {
  const token = tokens[at];
  if (token?.kind !== 'word' || !DOES.test(token.text) || AUX.test(token.text)) return null;
  const aux = tokens.findLastIndex((other, place) => place < at && AUX.test(other.text));
  if (aux < 1 || at - aux < 2 || at - aux > subjectWordsMax + 1) return null;
  const calls = tokens.slice(0, aux).some((other) => CALLS.test(other.text));
  const counted =
    /^(?:many|much|number|count)$/i.test(tokens[aux - 2]?.text ?? '') ||
    tokens.slice(0, aux).some((other) => /^(?:many|much)$/i.test(other.text));
  return calls && counted ? { tokens: [], used: 1 } : null;
};

/** "active users": those of whom there is a record, each once. */
export const activeOnes = (
  tokens: readonly Token[],
  at: number,
): { readonly tokens: readonly Token[]; readonly used: number } | null => {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const counted = /^(?:users?|customers?|visitors?|people|persons?|accounts?|clients?|sessions?)$/i.test(
    next?.text ?? '',
  );
  if (
    token?.kind !== 'word' ||
    token.norm !== 'active' ||
    !counted ||
    /^(?:most|least|more|less|still)$/i.test(tokens[at - 1]?.text ?? '')
  )
    return null;
  return { tokens: [{ ...token, text: 'distinct', norm: 'distinct' }], used: 1 };
};
