import { osaDistance } from '@clearspan/text';
import { conceptOf } from '../lexicon/lexicon.ts';
import { unitOf } from '../time/time-words.ts';
import { wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { Typo } from './mark.ts';

/** A place where only a few words can stand, so that another word there is a slip of one of them. */
interface Place {
  readonly meant: readonly string[];
  readonly fits: (tokens: readonly Token[], at: number) => boolean;
  /** Words that can stand there too. */
  readonly also?: RegExp;
}

const wordAt = (tokens: readonly Token[], at: number): string => {
  const token = tokens[at];
  return token?.kind === 'word' ? token.text.toLowerCase() : '';
};

/** "hour", "3 hours", "half hour". */
const lengthFollows = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  if (next?.kind === 'quantity') return /^[smhdw]$/.test(next.unit);
  const counted =
    next?.kind === 'number' || /^(two|three|four|five|six|ten|twelve|half|few)$/.test(wordAt(tokens, at + 1));
  return unitOf(next) !== null || (counted && unitOf(tokens[at + 2]) !== null);
};

const SENTENCE = /^[.!?:,]$/;
const begins = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return before === undefined || SENTENCE.test(before.text) || /^(and|now|ok|please|then|but)$/.test(before.norm);
};
const VERB_FOLLOWS = /^(got|get|had|have|has|were|was|are|did|do|saw|see|hit|failed|made|with|per|in|on)$/;

const PLACES: readonly Place[] = [
  // "how may calls"
  {
    meant: ['many'],
    fits: (tokens, at) => wordAt(tokens, at - 1) === 'how' && !/^(?:i|we|you|)$/.test(tokens[at + 1]?.norm ?? ''),
  },
  // "in the las hour", "thus week", "ever 10 minutes"
  { meant: ['last', 'this', 'every', 'past'], fits: lengthFollows, also: /^(fast|most|list|his|thin|mast|pas|over)$/ },
  // "at what tme did", "tme spent per service"
  {
    meant: ['time'],
    fits: (tokens, at) =>
      /^(what|response|same)$/.test(wordAt(tokens, at - 1)) || /^(spent|taken)$/.test(wordAt(tokens, at + 1)),
    also: /^(tile|tie)$/,
  },
  // "not form the gateway", "form what time"
  {
    meant: ['from'],
    fits: (tokens, at) => wordAt(tokens, at - 1) === 'not' || /^(what|the|which|our|all)$/.test(wordAt(tokens, at + 1)),
    also: /^(?!(form|fron|fomr|frm|frmo|rfom|fromm|frpm|feom|ftom)$).*$/,
  },
  // "took longe than 2 s"
  {
    meant: ['longer', 'slower', 'faster', 'shorter', 'more', 'less', 'higher', 'lower', 'larger', 'bigger', 'worse'],
    fits: (tokens, at) => wordAt(tokens, at + 1) === 'than',
    also: /^(other|rather|later|older|newer|smaller|better|fewer|greater|closer)$/,
  },
  // "requests per use", "per ohur"
  {
    meant: ['user', 'hour', 'day', 'week', 'minute', 'path', 'service', 'region', 'host', 'route', 'message'],
    fits: (tokens, at) => /^(per|each|every)$/.test(wordAt(tokens, at - 1)),
  },
  // "which uses got it", "how many uses were hit"
  {
    meant: ['users'],
    fits: (tokens, at) =>
      /^(which|many|the|what|different)$/.test(wordAt(tokens, at - 1)) && VERB_FOLLOWS.test(wordAt(tokens, at + 1)),
  },
  // "serve spans", "client sans"
  {
    meant: ['server', 'client'],
    fits: (tokens, at) => /^spans?$/.test(wordAt(tokens, at + 1)),
  },
  {
    meant: ['span', 'spans'],
    fits: (tokens, at) => /^(server|client|root|slow|slowest|longest|failed|of|many|all)$/.test(wordAt(tokens, at - 1)),
    also: /^(pan|spam|spin|spun)$/,
  },
  // "tale the filter off", "male it seven", "dro the split": an order to the one who is asked.
  {
    meant: ['take', 'make', 'drop', 'show', 'keep', 'give', 'leave', 'plot', 'grep'],
    fits: (tokens, at) => begins(tokens, at) && /^(it|the|that|them|me)$/.test(wordAt(tokens, at + 1)),
    also: /^(how|who|like|gave|took|made|live|deep|kept|late|fake|snow|shop|five|plus|male(?!$)|drop|what|than|in|on|per|by)$/,
  },
  {
    meant: ['grep'],
    fits: (tokens, at) => begins(tokens, at) && tokens[at + 1]?.kind === 'quoted',
    also: /^(rep|prep)$/,
  },
];

/** The word that belongs there; null where the one that stands there can. */
const meantAt = (tokens: readonly Token[], at: number): string | null => {
  const written = wordAt(tokens, at);
  if (written.length < 3) return null;
  for (const { meant, fits, also } of PLACES) {
    if (meant.includes(written) || also?.test(written) === true || !fits(tokens, at)) continue;
    const found = meant.find((word) => osaDistance(written, word, 1) <= 1);
    if (found !== undefined) return found;
  }
  return null;
};

/**
 * Slips that give another English word or a word too short to be corrected, where the words beside it leave only one that
 * can be meant: "how may", "the las hour", "took longe than". Words of the data and of the grammar stay what they are.
 */
export const slipsByNeighbour = (
  tokens: readonly Token[],
  isInData: (token: Token) => boolean,
): { readonly tokens: readonly Token[]; readonly typos: readonly Typo[] } => {
  const typos: Typo[] = [];
  const mended = tokens.map((token, at): Token => {
    const concept = conceptOf(token.text.toLowerCase()) ?? conceptOf(token.norm);
    if (token.kind !== 'word' || (concept !== null && concept.kind !== 'filler')) return token;
    const read = isInData(token) ? null : meantAt(tokens, at);
    if (read === null) return token;
    typos.push({ written: token.text, read, sure: true });
    return { ...token, text: read, norm: wordForm(read) };
  });
  return { tokens: mended, typos };
};
