import { conceptOf, isPlainEnglish } from '../lexicon/lexicon.ts';
import { wordForm } from '../tokens/normal-form.ts';
import { hasOrderShape } from './order-shapes.ts';
import { ASKING, DONE_TO_A_NAME, EDITING, NAMED, ORDERING, PHRASAL, PHRASAL_AROUND } from './order-verbs.ts';

/** How people lead up to what they want done. */
const LEAD =
  /^(?:(?:please|pls|plz|kindly|just|now|then|and|so|ok|okay|hey|hi|first|next|also|finally|quickly|maybe|(?:could|can|would|will) (?:you|someone|somebody|we)(?: please| kindly| maybe)?|(?:i|we) (?:want|need|would like|'d like|expect) you to|i'?d like you to|you (?:should|must|need to|have to|can|may)|go (?:ahead(?: and)?|and)|let'?s|let us|be so (?:kind|good)(?: and| as to)?|make sure (?:to|you)|try to|don'?t forget to|remember to|time to|we (?:should|must|need to|have to))[,:]?\s+)+/i;

const DETERMINER =
  /^(?:the|a|an|my|our|your|their|his|her|its|this|that|these|those|all|every|each|some|both|another)$/;
const PRONOUN = /^(?:it|that|this|them|these|those|him|her)$/;
/** A name as systems give them: `payments-2`, `u-0022`, `1.8.0`, `/v2/charge`. */
const NAME = /^(?=.*[\d/@_-])[\w./@:-]{2,}$/;
/** Who something is done to, without an article. */
const PEOPLE =
  /^(?:everyone|everybody|someone|somebody|whoever|users|customers|clients|people|support|marketing|sales|ops|on-call|management)$/;

/** What belongs to the answer before and to its query, not to the world. */
const OF_THE_ANSWER =
  /^(?:(?:the|a|an|my|our|this|that|these|those|all|both|each|every|its|your|last|previous|same|current|other|time|row|result|new|second|first|two)\s+)*(?:filters?|groups?|groupings?|limit|threshold|window|range|time ?frame|frame|period|interval|buckets?|bins?|columns?|rows?|sort|sorting|query|queries|questions?|chart|graph|plot|table|view|list|breakdown|histogram|summary|overview|timeline|series|percentiles?|results?|output|answers?|rest|difference|numbers?|count|counts|averages?|mean|median|sum|total|maximum|minimum|max|min|p\d\d?|statistic|top|bottom|ratio|percentage|report on|one|ones|half|days?|hours?|minutes?|weeks?|dates?|start|end|cutoff|resolution|granularity|per|by)\b/;
const OF_A_FILTER = /\b(?:filters?|grouping|columns?)\b/;
/** "requests the last hour", "checkout the slowest": a time or a rank, and no object. */
const OF_TIME_OR_RANK =
  /^(?:the|a|an|this|that|these|all|each|every)\s+(?:(?:last|past|previous|next|first|same|other)\s+(?:\d|time|second|minute|hour|day|night|week|weekend|month|quarter|year)|whole|entire|day|night|hour|minute|second|week|month|quarter|year|morning|afternoon|evening|weekend|time|moment|most|least|more|\w+est|worst|best|\w*day|by|of|from|in|over|with|top|bottom)\b/;
/** "cancel requests by path", "retry count": the verb names what is counted. */
const COUNTED =
  /^(?:(?!(?:the|a|an|all|these|those|this|that|my|our|every|each)\b)[\w./:-]+ )?(?:counts?|loops?|rates?|ratio|events?|errors?|failures?|logs?|messages?|times?|warnings?|requests?|calls?|spans?|operations?|queries|latency|duration|p\d\d|by|per|over)\b|^[\w-]+ (?:by|per|over time|vs|versus)\b/;

const NOUN_ENDING = /(?:tion|ment|ity|ness|ance|ence|ure|age|er|or|ist|ism|ing|ed|ly|est|[^s]s)$/;
const VERB_SHAPE = /^(?:re|un|de|dis|over|mis)[a-z]{4,}$|^[a-z]{4,}(?:ize|ise|ify|ate)$/;

/** The words after a verb as what it is to be done to. */
const pointsAt = (object: string): boolean => {
  const [first = '', second = ''] = object.split(' ');
  if (OF_TIME_OR_RANK.test(object)) return false;
  return (
    (DETERMINER.test(first) && second !== '') ||
    NAME.test(first) ||
    PEOPLE.test(first) ||
    // "cancel order 4711", "restart pod payments-2", "email bob@example.com".
    (NAME.test(second) && !/^(?:in|on|at|of|from|since|for|between|by|per|over|last|past)$/.test(first))
  );
};

/** What is written and shown is a question: "write down the slowest paths", "write a query for …". */
const WRITTEN_DOWN =
  /^(?:write|draft|build|create|prepare|post|report|share|send|open)\s+(?:(?:down|out|up)\b|(?:me\s+|us\s+)?(?:the|an?|my|our|all)?\s*(?:\w+\s+)?(?:number|count|list|total|totals|average|queries|query|dataprime|chart|graph|table|breakdown|histogram|summary|plot|timeline|series|logs?|spans?|traces?|errors?|warnings?|requests?|messages?|latency)\b(?!.*\b(?:to|into|with|in)\s+(?:slack|teams?|jira|disk|the (?:team|channel|customer|wiki)|\S+@))|off\b|errors\b)/;

/** "send the list to finance by mail": shown to nobody here, but brought to somebody. */
const SENT_AWAY =
  /^(?:send|share|post|forward|submit|pass|hand|report|mail|e-?mail|export|ship|deliver) (?:the|this|that|these|those|all|my|our|a|an|it|them)\b.*(?: (?:by|via|per|through|over|in an?|as an?) (?:e-?mail|mail|post|sms|text message|slack|teams|fax|letter|whatsapp|newsletter)\b| to (?:the )?(?:finance|support|sales|marketing|legal|management|accounting|compliance|hr|ops|operations|my (?:boss|manager|team)|the (?:boss|ceo|cto|cfo|board|team)|everyone|everybody|all (?:users|customers|sellers|staff))(?: (?:team|department|people))?[\s.!]*$)/;

/** What somebody has and another can take away or change; what is told of them, "block rate of C-40417", is none of it. */
const HAD =
  /^(?:accounts?|cards?|access|logins?|users?|devices?|phones?|numbers?|profiles?|wallets?|limits?|balances?|contracts?|subscriptions?|orders?|payments?|bookings?|reservations?|tickets?|parcels?|shipments?|sessions?|passwords?|pins?|tokens?|keys?|permissions?|rights|credentials?|licen[cs]es?|policies|policy|memberships?|appointments?|savings|debit|credit|bank|user|customer|and|or)$/;
const OF_SOMEBODY =
  /^((?:[a-z]+[\s,]+){1,5})(?:of|for|from|belonging to) (?:(?:the|our|my) )?(?:(?:customer|user|client|account|device|member|patient|driver|player|guest|merchant|tenant|person|employee) )?(\S+)/;
/** Before a thing these say what it is like: "open sessions of dev-7f31", "order payments from u-5". */
const LIKE_IT =
  /^(?:open|order|transfer|call|book|charge|credit|debit|refund|register|message|mail|email|share|test|text|ticket|process|release|reserve|schedule|start|trigger|update|set|fire|pay|invoice|ship|sign|page|phone|pin|answer|post|reply|retry|reward|route|approve|clean|clear|live|empty)$/;

/** "block card and account of customer C-40417": things without an article, of somebody who is named. */
const isOfSomebody = (verb: string, object: string): boolean => {
  const [, things = '', whose = ''] = OF_SOMEBODY.exec(object) ?? [];
  return (
    !LIKE_IT.test(verb) &&
    NAME.test(whose) &&
    things
      .trim()
      .split(/[\s,]+/)
      .every((word) => HAD.test(word))
  );
};

const isWord = (text: string): boolean => /^[a-z][a-z-]*$/.test(text);

/** Nouns too, that a name follows: "release 1.8.0" and "order 4711" are things. */
const NAMES_FOLLOW = /^(?:release|build|order|page|ticket|route|book|call|process|label|tag)$/;
/** A verb that no list has, in the shape of an order: "defenestrate the box", "pester the team about it". */
const isUnknownOrder = (verb: string, object: string): boolean => {
  const [first = '', second = '', third = ''] = object.split(' ');
  const known = [verb, wordForm(verb)].some((word) => conceptOf(word) !== null);
  if (known || ASKING.has(verb) || NOUN_ENDING.test(verb) || OF_TIME_OR_RANK.test(object)) return false;
  const ofData = [second, third].some((word) =>
    /^(?:severity|entity|outcome|stat|count|superlative|status|volume)$/.test(conceptOf(wordForm(word))?.kind ?? ''),
  );
  const articled = /^(?:the|a|an|my|our|their|his|her|your)$/.test(first) && second !== '' && !ofData;
  return articled ? isPlainEnglish(verb) || VERB_SHAPE.test(verb) : VERB_SHAPE.test(verb) && NAME.test(first);
};

const isOrderClause = (clause: string): boolean => {
  const said = clause.replace(LEAD, '').trim();
  // "PATCH /v2/charge" is a method, and shouted.
  const [written = ''] = said.split(/\s/);
  if (written.length > 1 && written === written.toUpperCase()) return false;
  const text = said.toLowerCase();
  const [verb = '', ...rest] = text.split(/\s+/);
  const object = rest.join(' ').replace(/[?!.,;]+$/, '');
  if (SENT_AWAY.test(text)) return true;
  if (!isWord(verb) || object === '' || WRITTEN_DOWN.test(text) || OF_A_FILTER.test(object)) return false;
  const ofTheAnswer = OF_THE_ANSWER.test(object);
  // "set it to 5 minutes", "set the limit to 5".
  if (EDITING.has(verb) && (ofTheAnswer || PRONOUN.test(rest[0] ?? ''))) return false;
  if (hasOrderShape(text)) return true;
  if (PHRASAL.test(text) && pointsAt(object.replace(/^(?:up|down|on|off|out|over|back|in)\s+/, ''))) return true;
  if (COUNTED.test(object)) return false;
  if (ofTheAnswer) return false;
  if (PHRASAL_AROUND.test(text)) return true;
  if (ORDERING.has(verb)) return verb !== 'cancel' || !PRONOUN.test(object);
  // "undo that", "open it": the answer before may be meant.
  if (PRONOUN.test(object)) return NAMED.has(verb) && !/^(?:open|call|clear|share|report)$/.test(verb);
  if (DONE_TO_A_NAME.has(verb) && /^[a-z][\w-]*(?: (?:please|pls|now|again|immediately|asap))*$/.test(object))
    return true;
  if (NAMES_FOLLOW.test(verb) && NAME.test(rest[0] ?? '')) return false;
  if (EDITING.has(verb) || NAMED.has(verb)) {
    const makes = /^(?:write|draft|build|create|buy|book|call|teach)$/.test(verb);
    if (isOfSomebody(verb, object)) return true;
    return pointsAt(object.replace(makes ? /^(?:to|me|us)\s+/ : /^to\s+/, ''));
  }
  return isUnknownOrder(verb, object);
};

/** Text in quotes orders nothing: it is what is looked for. */
export const withoutQuotes = (text: string): string =>
  text.replace(/"[^"]*"|“[^”]*”|`[^`]*`|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu, 'x');

/** "Thank you. Only those …": what was asked before is thanked for, and nobody else. */
const THANKS = /^\s*(?:thank you|thanks)(?: (?:so|very) much)?\s*(?:[,.!;:–—-]\s*|$)/i;

/**
 * Whether a text wants something done rather than shown: a sentence of it begins with a verb that changes, sends, writes
 * or makes something in the world, and with what this is to be done to.
 */
export const isOrder = (text: string): boolean =>
  withoutQuotes(text)
    .replace(THANKS, '')
    .replace(/^\s*(?:cancel|scratch|strike|drop|undo|stop) (?:that|this|it)\s*[,;:–—-]\s*/i, '')
    .split(/[.!?;]\s+|,?\s+(?:and\s+)?(?=please\s)|,\s+(?:and|then|so)\s+(?:then\s+)?/i)
    .some(isOrderClause);
