import type { Intent, IntentType } from '../interpretation.ts';
import type { Concept } from '../lexicon/concept.ts';
import { conceptOf, phraseWordsMax } from '../lexicon/lexicon.ts';
import type { Token } from '../tokens/token.ts';

const voteOf = (concept: Concept): readonly [IntentType, number] | null => {
  switch (concept.kind) {
    case 'count':
      return ['count', 2];
    case 'exists':
      return ['exists', 1.5];
    case 'group':
    case 'each':
    case 'wise':
      return ['count_by', 2.2];
    case 'superlative':
    case 'cut':
    case 'common':
      return ['top', 2.4];
    case 'stat':
      return ['statistic', 2.5];
    case 'percentile':
    case 'percentiles':
      return ['percentile', 2.8];
    case 'ratio':
      return ['ratio', 3];
    case 'distinct':
      return ['distinct', 2];
    case 'which':
      return ['distinct', 0.8];
    case 'comparator':
    case 'between':
      return ['threshold', 1.6];
    case 'text':
      return ['search', 1.6];
    case 'versus':
    case 'compare':
      return ['compare', 2.2];
    case 'when':
      return ['when', 3];
    case 'severity':
    case 'outcome':
    case 'entity':
    case 'list':
      return ['list', 0.6];
    case 'plot':
      return ['time_series', 1.5];
    case 'sort':
    case 'ordered':
      return ['top', 1];
    case 'seen':
      return ['when', 2.5];
    case 'severity-bound':
    case 'role':
    case 'volume':
    case 'negation':
    case 'conjunction':
    case 'preposition':
    case 'with':
    case 'presence':
    case 'choose':
    case 'who':
    case 'root-span':
    case 'database':
    case 'status':
    case 'region':
    case 'symptom':
    case 'sample':
    case 'edit':
    case 'everything':
    case 'filler':
      return null;
  }
};

const tokenVote = (token: Token): readonly [IntentType, number] | null => {
  if (token.kind === 'percentile') return ['percentile', 2.8];
  if (token.kind === 'id' && token.form === 'hex32') return ['trace', 3];
  if (token.kind === 'quoted' || token.kind === 'regex') return ['search', 1.4];
  return null;
};

const SERIES = /^(over time|trend|timeline|hourly|daily|minutely|(per|every|by) (minute|hour|day))/;

/**
 * What kind of query the words ask for, by the cues among them; confidence is the share of the strongest. The final
 * intent is that of the query which was composed.
 */
export const guessIntent = (tokens: readonly Token[]): Intent => {
  const votes = new Map<IntentType, number>([['list', 0.5]]);
  const vote = (entry: readonly [IntentType, number] | null): void => {
    if (entry !== null) votes.set(entry[0], (votes.get(entry[0]) ?? 0) + entry[1]);
  };
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    vote(tokenVote(token));
    const phrase = (length: number): string =>
      tokens
        .slice(at, at + length)
        .map((part) => part.norm)
        .join(' ');
    if (SERIES.test(phrase(2))) vote(['time_series', 3]);
    let length = Math.min(phraseWordsMax, tokens.length - at);
    while (length > 0 && conceptOf(phrase(length)) === null) length -= 1;
    const concept = length === 0 ? null : conceptOf(phrase(length));
    if (concept !== null) vote(voteOf(concept));
    at += Math.max(1, length);
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1]);
  const total = ranked.reduce((sum, [, weight]) => sum + weight, 0);
  const [best] = ranked;
  return { type: best?.[0] ?? 'list', confidence: Number(((best?.[1] ?? 0) / total).toFixed(3)) };
};
