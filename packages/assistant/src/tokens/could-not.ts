import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const PEOPLE = /^(who|user|customer|client|person|account|visitor|shopper|buyer|anyone|anybody|someone)$/;
const CAUSE = /^(because|due|owing)$/;

/** How many tokens say that somebody could not do what follows; 0 where none do. */
const inability = (tokens: readonly Token[], at: number): number => {
  const said = [0, 1, 2, 3, 4].map((step) => lower(tokens, at + step).replace('’', "'"));
  const [first = '', second = '', third = '', fourth = ''] = said;
  if (/^(couldn't|can't|cannot)$/.test(first)) return 1;
  if (/^(could|can)$/.test(first) && second === 'not') return /^be$/.test(third) && fourth === 'able' ? 5 : 2;
  const copula = /^(was|were|is|are|been)$/.test(first) ? 1 : 0;
  if (said[copula] === 'unable' && said[copula + 1] === 'to') return copula + 2;
  if (said[copula] === 'not' && said[copula + 1] === 'able' && said[copula + 2] === 'to') return copula + 3;
  if (/^(wasn't|weren't|isn't|aren't)$/.test(first) && second === 'able' && third === 'to') return 3;
  return (first === 'failed' || first === 'fail') && second === 'to' ? 2 : 0;
};

/** "log in", "sign on". */
const logsIn = (tokens: readonly Token[], at: number): boolean =>
  /^(log|sign)$/.test(lower(tokens, at)) && /^(in|on)$/.test(lower(tokens, at + 1));

const DONE = /(?:ed|ent|aid|old|ade|ound|itten)$/;
const ENDS = /^(?:|[?.!,]|and|in|on|today|yesterday|this|last|since|per|by|because|due|at|for|during|over)$/;

/** "letters that could not be printed" failed; how they were to be made is what they are. */
const notDone = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const said = [0, 1, 2].map((step) => lower(tokens, at + step).replace('’', "'"));
  const apart = /^(?:could|can)$/.test(said[0] ?? '') && said[1] === 'not' ? 1 : 0;
  const not = apart > 0 || /^(?:couldn't|cannot|can't)$/.test(said[0] ?? '');
  const done = lower(tokens, at + 2 + apart);
  const thing = tokens[/^(?:that|which)$/.test(lower(tokens, at - 1)) ? at - 2 : at - 1];
  const plural = thing?.kind === 'word' && /s$/i.test(thing.text);
  if (first === undefined || !not || said[1 + apart] !== 'be' || !DONE.test(done) || !plural) return null;
  return ENDS.test(lower(tokens, at + 3 + apart)) ? { tokens: [word('failed', first)], used: 3 + apart } : null;
};

/** "users who could not log in" failed to; with a cause ("because of a timeout") it is the cause that is looked for. */
export const couldNot = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const subject = tokens[tokens[at - 1]?.norm === 'that' ? at - 2 : at - 1]?.norm ?? '';
  const found = inability(tokens, at);
  // "how many pupils could not log in": whoever logs in is somebody, whatever they are called.
  const used = PEOPLE.test(subject) || logsIn(tokens, at + found) ? found : 0;
  if (first === undefined || used === 0 || tokens[at + used]?.kind !== 'word') return notDone(tokens, at);
  const caused = tokens.some((token, place) => place > at && CAUSE.test(token.norm));
  const failed = caused ? [] : [word('failed', first, tokens[at + used - 1])];
  // "log in" would be the logs.
  const verb = tokens[at + used];
  if (verb === undefined || !logsIn(tokens, at + used)) return { tokens: failed, used };
  return { tokens: [...failed, word('login', verb, tokens[at + used + 1])], used: used + 2 };
};
