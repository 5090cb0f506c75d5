import { conceptOf, isPlainEnglish } from '../lexicon/lexicon.ts';
import { wordForm } from '../tokens/normal-form.ts';
import { ASKING, EDITING, NAMED, ORDERING, PHRASAL, PHRASAL_AROUND } from './order-verbs.ts';

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
  /^(?:everyone|everybody|users?|customers?|clients?|people|support|marketing|sales|ops|on-call|management)$/;

/** What belongs to the answer before and to its query, not to the world. */
const OF_THE_ANSWER =
  /^(?:(?:the|a|an|my|our|this|that|these|those|all|both|each|every|its|your|last|previous|same|current|other|time|row|result|new|second|first|two)\s+)*(?:filters?|groups?|groupings?|limit|threshold|window|range|time ?frame|frame|period|interval|buckets?|bins?|columns?|rows?|sort|sorting|query|queries|questions?|chart|graph|plot|table|view|list|breakdown|histogram|summary|overview|timeline|series|percentiles?|results?|output|answers?|rest|difference|numbers?|count|counts|top|bottom|ratio|percentage|report on|one|ones|half|days?|hours?|minutes?|weeks?|dates?|start|end|cutoff|resolution|granularity|per|by)\b/;
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

/** "give u-0005 a voucher", "give orders 4 GB more heap", "give access to Bob"; "give me …" and "give the top 5" ask. */
const GIVES =
  /^(?:give|hand|offer|lend|award|grant|allow|assign)\s+(?:(?!(?:me|us|it|them)\b)(?:(?:the|our|my|every|each|all|users?|customers?|services?|pods?|everyone|everybody|who|that|had|got|ran|into|hit|an?|error|affected|same)\s+)*[\w./@-]+\s+(?:(?:an?|another|some|back|access|permissions?|admin|root|credit|priority)\b(?!\s+(?:hour|day|minute|second|week|month|list|chart|overview|summary|breakdown)\b)|(?:more|extra|additional)\s+(?:\w+)|\d+\s*(?:%|€|\$|[a-z]+)?\s*(?:more|extra|additional|[gmk]i?b\b|cpus?|cores?|euros?|dollars?|points?|replicas?|pods?|nodes?|days?\s+(?:more|off)))|(?!(?:me|us|a list|an overview|a summary|the list)\b)(?:(?:an?|some|more|another|full|read|write|admin|root|\d+)\s+)*(?:access|permissions?|rights?|credit|voucher|coupon|discount|refund|bonus|memory|heap|cpu|priority|points)\b.*\bto\s+\S)/;
/** "add two replicas to orders", "put payments-2 back into rotation", "make checkout faster". */
const CHANGES =
  /^(?:add\s+(?:\d+|an?|another|one|two|three|four|five|more|some)\s+(?:more\s+|new\s+|extra\s+|additional\s+)*(?:replicas?|pods?|nodes?|instances?|servers?|machines?|workers?|threads?|index|indexes|indices|gb|mb|memory|heap|cpus?|cores?|ram|disks?|users?|admins?|comments?|labels?|tags?|retries|retry|cache|caches|rules?|headers?|test|tests)\b|put\s+(?!(?:it|them|that|this)\b).{1,40}\s(?:(?:in|into|on|under|behind|back)\s+)+(?:maintenance|rotation|service|production|hold|read-only|quarantine|ice|the (?:queue|waiting|block|black|allow|white)\w*)|take\s+.{1,40}\s(?:out of|off)\s|make\s+(?!it\s+(?:\d|hourly|daily|weekly|monthly|per|by|an?|the|only)\b|an?\b).{1,40}\s(?:faster|quicker|slower|smaller|cheaper|stop|go away|work|disappear|healthy|green|an admin|admin|public|private|reliable|available|quiet)\b|(?:change|switch|replace)\s+(?:the|my|our|their|his|her)\s+(?:\w+\s+)?(?:log level|logging level|password|e-?mail|address|prices?|plan|roles?|permissions?|config|configuration|settings?|flags?|pool size|pool|retention|image|certificate|schedule|order|subscription|owner|dns|primary|credentials)\b|tell\s+(?:(?:the|our|my|all|every|each)\s+(?:\w+\s+)?(?:customers?|users?|clients?|team|people|owners?|boss|manager|developers?|devs?|support|on-call|ceo|cto)|everyone|everybody|him|her|u-\w+)\b|ask\s+(?:the|our|my|u-\w+|everyone|bob)\b|let\s+(?!me\b|us\b).{1,40}\sknow\b|run\s+(?:the|a|an|my|our|this)\s+(?!quer|same|report|question|search)\w|say (?:sorry|hello|hi|goodbye|thanks)\b|log\s+\S+\s+out\b|(?:remove|delete|drop|take|ban)\s+(?:the\s+)?(?:user|customer|account|pod|node|host|instance)\s+[\w-]*\d|order\s+(?:an?|some|\d+)\s)/;
/** What is written and shown is a question: "write down the slowest paths", "write a query for …". */
const WRITTEN_DOWN =
  /^(?:write|draft|build|create|prepare|post|report|share|send|open)\s+(?:(?:down|out|up)\b|(?:me\s+|us\s+)?(?:the|an?|my|our|all)?\s*(?:\w+\s+)?(?:number|count|list|total|totals|average|queries|query|dataprime|chart|graph|table|breakdown|histogram|summary|plot|timeline|series|logs?|spans?|traces?|errors?|warnings?|requests?|messages?|latency)\b(?!.*\b(?:to|into|with|in)\s+(?:slack|teams?|jira|disk|the (?:team|channel|customer|wiki)|\S+@))|off\b|errors\b)/;

const isWord = (text: string): boolean => /^[a-z][a-z-]*$/.test(text);

/** Nouns too, that a name follows: "release 1.8.0" and "order 4711" are things. */
const NAMES_FOLLOW = /^(?:release|build|order|page|ticket|route|book|call|process|label|tag)$/;
/** "send flowers to u-0009": what goes to someone is sent, whatever it is. */
const SENT_TO =
  /^(?:send|ship|forward|lend|sell|mail|deliver|pay|transfer|transmit|distribute|submit)\s+(?!.*\bfrom\b).+\sto\s+(?:the|our|my|all|every|u-|user|customer|\S*\d|\S+@)/;

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
  if (!isWord(verb) || object === '' || WRITTEN_DOWN.test(text) || OF_A_FILTER.test(object)) return false;
  if (GIVES.test(text) || CHANGES.test(text) || SENT_TO.test(text)) return true;
  if (PHRASAL.test(text) && pointsAt(object.replace(/^(?:up|down|on|off|out|over|back|in)\s+/, ''))) return true;
  if (COUNTED.test(object)) return false;
  if (PHRASAL_AROUND.test(text)) return !OF_THE_ANSWER.test(object);
  if (OF_THE_ANSWER.test(object)) return false;
  if (ORDERING.has(verb)) return !PRONOUN.test(object) || verb !== 'cancel';
  // "undo that", "reset it": the answer before may be meant.
  if (PRONOUN.test(object)) return NAMED.has(verb) && !/^(?:open|call|clear|share|report)$/.test(verb);
  if (NAMES_FOLLOW.test(verb) && NAME.test(rest[0] ?? '')) return false;
  if (EDITING.has(verb) || NAMED.has(verb)) {
    const makes = /^(?:write|draft|build|create|buy|book|call|teach)$/.test(verb);
    return pointsAt(object.replace(makes ? /^(?:to|me|us)\s+/ : /^to\s+/, ''));
  }
  return isUnknownOrder(verb, object);
};

/** Text in quotes orders nothing: it is what is looked for. */
const withoutQuotes = (text: string): string =>
  text.replace(/"[^"]*"|“[^”]*”|`[^`]*`|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu, 'x');

/**
 * Whether a text wants something done rather than shown: a sentence of it begins with a verb that changes, sends, writes
 * or makes something in the world, and with what this is to be done to.
 */
export const isOrder = (text: string): boolean =>
  withoutQuotes(text)
    .split(/[.!?;]\s+|,?\s+(?:and\s+)?(?=please\s)|,\s+(?:and|then|so)\s+(?:then\s+)?/i)
    .some(isOrderClause);
