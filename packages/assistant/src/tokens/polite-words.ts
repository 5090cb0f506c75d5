import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const wordsMax = 12;

/** Where a word ends and the next begins, of what is said from `at` on. */
const saidFrom = (tokens: readonly Token[], at: number): string =>
  tokens
    .slice(at, at + wordsMax)
    .map(({ text }) => text.toLowerCase().replaceAll('’', "'"))
    .join(' ');

const YOU = '(?:(?:can|could|would|will) you(?: please)? )?';
const WISH = "(?:i'd|i would|we'd|we would|i|we)";

/** What is said to be kind, and asks for nothing. */
const KIND = new RegExp(
  `^(?:${[
    `${YOU}be (?:so|very|as) (?:kind|nice|good) (?:as to|and|to)`,
    `${YOU}do (?:me|us) (?:a|the) favou?r (?:and|of)`,
    `${YOU}do (?:me|us) (?:a|the) favou?r [,:]`,
    `${WISH} (?:be|am|are) (?:very |really |most )?(?:grateful|thankful|glad|happy) (?:if you (?:could|would|can)|for)`,
    `${WISH} (?:really |very much )?appreciate (?:it )?(?:if you (?:could|would|can))?`,
    `${WISH} (?:like|love|need|want|wish) to (?:know|see|find out|learn|understand)`,
    "(?:i|we) (?:was|were|am|'m|are) (?:just )?wondering (?:if|whether)(?: you (?:could|can|would))?",
    '(?:i|we) (?:wonder|wondered) (?:if|whether)(?: you (?:could|can|would))?',
    `${YOU}(?:sorry|apologies) (?:to bother you|to trouble you|for bothering you|for the (?:trouble|bother|silly question|stupid question))(?: again)?(?: but)?`,
    'may i (?:ask|know|see|have)',
    '(?:can|could) (?:i|we) (?:please )?have',
    `${YOU}(?:please )?tell (?:me|us) (?:whether|if)(?= )`,
    `${YOU}(?:please )?help (?:me|us) (?:to |with )?(?=find|see|list|count|show|get)`,
    'do you (?:happen to )?know (?:whether|if)?',
    '(?:any|do you have any|do you have an|got any) (?:idea|clue)',
    'it would be (?:great|nice|good|helpful|useful|lovely|wonderful|awesome) (?:to (?:see|know|have|get)|if (?:you|i|we) (?:could|can|would)(?: (?:see|have|know|get))?)',
    '(?:just )?out of (?:pure |sheer )?(?:curiosity|interest)',
    'for (?:my|our) (?:information|understanding|curiosity)',
    '(?:could|can|may) (?:i|we) trouble you for',
    "if (?:you (?:do not|don't) mind|you would|you could|possible|it is not too much trouble)",
    'when(?:ever)? you (?:have|get|find) (?:a|some) (?:minute|moment|second|sec|time|chance)',
    'many thanks(?: in advance)?',
    'thank(?:s| you) in advance',
  ].join('|')})(?= |$)`,
);

/** "would you mind listing": the verb as it is said without kindness. */
const MIND = /^(?:would|do) you mind (?:please )?([a-z]{3,}ing)(?= |$)/;

const bare = (verb: string): string => {
  const stem = verb.slice(0, -3);
  const doubled = /([bdgmnpt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
  return /^(?:giv|mak|tak|shar|compar|summaris|summariz|includ|divid|us|nam)$/.test(stem) ? `${stem}e` : doubled;
};

/** "Would you mind listing …", "could you be so kind as to count …": what is asked for, without the bow. */
export const politeWords = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first?.kind !== 'word') return null;
  const said = saidFrom(tokens, at);
  const mind = MIND.exec(said);
  const verb = tokens[at + (mind?.[0].split(' ').length ?? 0) - 1];
  if (mind !== null && verb !== undefined)
    return { tokens: [word(bare(mind[1] ?? ''), first, verb)], used: mind[0].split(' ').length };
  const kind = KIND.exec(said);
  return kind === null ? null : { tokens: [], used: kind[0].trim().split(' ').length };
};

const SENDS =
  /^(?:send|sends|sending|ship|ships|shipping|shipped|sent|deliver|delivers|delivering|submit|submits|submitting)$/;
const SENT = /^(?:logs?|spans?|data|telemetry|traces?|lines?|records?|anything|something)$/;

/** "which services are sending us logs": those of which there are some. */
export const sendsLogs = (tokens: readonly Token[], at: number): Expanded | null => {
  if (!SENDS.test(lower(tokens, at)) || at === 0 || /^(?:to|please|and|you)$/.test(lower(tokens, at - 1))) return null;
  let next = at + 1;
  while (/^(?:us|me|their|its|any|in|the)$/.test(lower(tokens, next))) next += 1;
  // "which service sends the largest responses": they are of it anyway.
  const superlative = lower(tokens, next).endsWith('est') ? next + 1 : next;
  const asked = /^(?:which|what)$/.test(lower(tokens, at - 2));
  if (asked && /^(?:responses?|requests?|replies|traffic|bytes)$/.test(lower(tokens, superlative)))
    return { tokens: [], used: 1 };
  if (!SENT.test(lower(tokens, next))) return null;
  // Data in general says no more than that there is some.
  const general = /^(?:data|telemetry|anything|something)$/.test(lower(tokens, next));
  return { tokens: [], used: (general ? next + 1 : next) - at };
};

const WHOEVER = /^(?:people|customers|users|clients|visitors|folks|shoppers)$/;
const MEETS = /^(?:get|see|hit|have|experience|encounter|face|run|suffer|notice|ask)$/;

/** "which service is slowest for people", "on which path do our customers get most errors": whoever it is. */
export const whoever = (tokens: readonly Token[], at: number): Expanded | null => {
  if (!/^(?:for|do|did)$/.test(tokens[at]?.norm ?? '')) return null;
  if (lower(tokens, at + 1) === 'people') return { tokens: [], used: 2 };
  const our = /^(?:our|the|my)$/.test(lower(tokens, at + 1)) ? 1 : 0;
  const asked = tokens.slice(0, at).some(({ norm }) => /^(?:which|what)$/.test(norm));
  const meets = lower(tokens, at) !== 'for' && MEETS.test(lower(tokens, at + our + 2));
  return asked && meets && WHOEVER.test(lower(tokens, at + our + 1)) ? { tokens: [], used: our + 2 } : null;
};
