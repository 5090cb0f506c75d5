import type { Token } from './token.ts';

/** What every service does with what it gets: said of calls it tells nothing of them. */
const DOES =
  /^(?:handle|serve|process|receive|get|see|answer|accept|take|field|have|face|cope|deal|absorb|respond|do|perform|execute|run|make|issue|produce|emit|write)$/i;
const CALLS =
  /^(?:requests?|calls?|hits?|queries|query|responses?|reqs?|errors?|warnings?|logs?|spans?|lines?|traffic)$/i;
/** "how many 2xx", "how many 404s" are calls too. */
const STATUS: ReadonlySet<Token['kind']> = new Set(['status-class', 'plural-number']);
const AUX = /^(?:do|does|did)$/i;
const subjectWordsMax = 4;

/** What every service does with the things it has. */
const HAS =
  /^(?:perform|serve|expose|offer|provide|handle|use|run|own|support|cover|answer|process|contain|include|know|execute|touch|accept|receive|operate|consist)$/i;
const ENDS = /^(?:in|on|at|of|today|yesterday|this|last|since|during|over|right|now|between|from|[?.!,;:])$/i;

/** "what operations does shipping perform", "which routes does accounts expose": those it has. */
const ownVerb = (tokens: readonly Token[], at: number, aux: number): boolean => {
  const asks = /^(?:which|what)$/i.test(tokens[0]?.text ?? '');
  const next = tokens[at + 1];
  return asks && aux >= 2 && HAS.test(tokens[at]?.text ?? '') && (next === undefined || ENDS.test(next.text));
};

/** "how many calls did we answer": people choose which they answer, and do not answer all that come. */
const CHOSEN = /^(?:answer|accept|take|make|issue)$/i;
const isOurs = (tokens: readonly Token[], at: number, aux: number): boolean =>
  at - aux === 2 && /^(?:we|they|you|i)$/i.test(tokens[at - 1]?.text ?? '') && CHOSEN.test(tokens[at]?.text ?? '');

/** "how many requests did each application handle": the verb of a count of calls; null where there is none. */
export const idleVerb = (
  tokens: readonly Token[],
  at: number,
): { readonly tokens: readonly Token[]; readonly used: number } | null => {
  const token = tokens[at];
  if (token?.kind !== 'word' || AUX.test(token.text)) return null;
  const aux = tokens.findLastIndex((other, place) => place < at && AUX.test(other.text));
  if (aux < 1 || at - aux < 2 || at - aux > subjectWordsMax + 1) return null;
  if (ownVerb(tokens, at, aux)) return { tokens: [], used: 1 };
  if (!DOES.test(token.text) || isOurs(tokens, at, aux)) return null;
  const asked = tokens.slice(0, aux);
  const ofCalls = asked.some((other) => CALLS.test(other.text) || STATUS.has(other.kind));
  return ofCalls && asked.some((other) => /^(?:many|much)$/i.test(other.text)) ? { tokens: [], used: 1 } : null;
};
