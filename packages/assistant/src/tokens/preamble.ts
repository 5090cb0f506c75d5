import { conceptOf } from '../lexicon/lexicon.ts';
import type { Token } from './token.ts';

const FIRST_PERSON =
  /^(?:(?:sorry|hi|hello|hey|so|ok|well|look|thanks) ,? ?)*(?:i|we|i'm|we're|i've|we've|my|our|i'd|hope|hoping)\b/;
const PURPOSE =
  /^(?:(?:hey|hi|hello|ok|okay|so|sorry|btw|by the way) ?,? ?)*(?:(?:one|a|just a|just one|another|more|quick|short|next|last|silly|stupid|simple)? ?)*(?:question|request|thing|one)\b|^for (?:the|my|our|a|an)\b.*\b(?:reports?|reviews?|meetings?|retro|post-?mortem|summary|slides|boss|manager|standup|stand-up|handover|audit|presentation|record|protocol)\b/;
const STATES =
  /^(?:i|we)(?:'m|'re|'ve)?(?: (?:am|are|was|were|have been|just|only|have just|joined|started))+\b|^(?:i'm|we're)\b/;
const ASKS =
  /^(?:which|what|how|who|where|when|can|could|would|please|show|list|count|give|tell|do|does|did|is|are|was|were|any|has|have)$/;

/** What may stand in words that only lead to the question; all else is part of it. */
const SAYS_NOTHING = /^(?:filler|preposition|list|conjunction|negation|with|which|edit|everything|exists|choose|text)$/;

const isIdle = (token: Token, isKnown: (token: Token) => boolean): boolean => {
  if (token.kind === 'punctuation') return true;
  if (token.kind !== 'word' || isKnown(token)) return false;
  const concept = conceptOf(token.norm) ?? conceptOf(token.text.toLowerCase());
  return concept === null || SAYS_NOTHING.test(concept.kind);
};

/**
 * "I am still finding my way around: which services log anything?": who asks, and what for, is no part of what is
 * asked, as long as no word of it is one of the data.
 */
export const withoutPreamble = (tokens: readonly Token[], isKnown: (token: Token) => boolean): readonly Token[] => {
  const at = tokens.findIndex(
    (token, place) =>
      token.kind === 'punctuation' && /^[:,–—-]$/.test(token.text) && ASKS.test(tokens[place + 1]?.norm ?? ''),
  );
  const colon = tokens.findIndex((token) => token.kind === 'punctuation' && /^[:–—]$/.test(token.text));
  const end = colon > 0 ? colon : at;
  if (end < 2 || end > tokens.length - 3) return tokens;
  const clause = tokens.slice(0, end);
  const said = clause.map(({ text }) => text.toLowerCase().replaceAll('’', "'")).join(' ');
  const states = colon > 0 ? FIRST_PERSON.test(said) || PURPOSE.test(said) : STATES.test(said);
  const purpose = colon > 0 && PURPOSE.test(said);
  return states && (purpose || clause.every((token) => isIdle(token, isKnown))) ? tokens.slice(end + 1) : tokens;
};
