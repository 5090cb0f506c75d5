/** Words that ask for something to be shown, at the start of a sentence of its own. */
const SHOWS =
  /^(?:(?:please|pls|just|ok|so|and|then|can you|could you)[,\s]+)*(?:show|list|give|count|plot|chart|compare|find|get|display|how many|how often|when (?:did|was|were|has|have)|top \d+|what (?:is|are|was|were) the|(?:the )?(?:error|failure|success) (?:rate|share|ratio|count)s?\b|(?:the )?(?:p\d\d|average|median|number|share|latency|errors?|requests?|slowest|latest|last)\b)/i;
const WONDERS =
  /^(?:(?:so|hm+|ok|okay|and|but|well)[,\s]+)?(?:why|how come|should (?:i|we)|shall (?:i|we)|do (?:i|we) (?:need|have) to|is it time to|what(?:'s| is) (?:going on|wrong|the matter)|(?:something|everything) (?:is|seems|looks|feels)\b|(?:is|are) [^?]*\b(?:healthy|ok|okay|down|alright|alive|fine|up|running|logging)(?: or not)?\s*\?)\b|^(?:is|are) [^?.]*\b(?:healthy|ok|okay|down|alright|alive|fine|up|running|logging)(?: or not)?\s*\?/i;

/** "Should we roll back? Error share of 1.8.0 …": without what one only wonders about, where something to show follows. */
export const withoutWondering = (text: string): string => {
  const ends = [...text.matchAll(/[?.!]+\s+/g)].map((match) => match.index + match[0].length);
  const from = ends.find((end) => SHOWS.test(text.slice(end)));
  return from !== undefined && WONDERS.test(text) ? text.slice(from) : text;
};

const STATE_THEN_ASKS =
  /^((?:(?:so|hm+|ok|okay|and|hey)[,\s]+)?(?:is|are) [^?,;]*\b(?:healthy|ok|okay|down|alright|alive|fine|up|running|logging)(?: now| still| at all| again| today)?(?: or (?:not|is it|what))?)[,;]( (?:and )?(?:when (?:did|was|were|has|have)|how (?:many|often|much)|show|list|count)\b)/i;

/**
 * "is the mailer still alive, when did it last log": what one wonders about as a sentence of its own, for the clause
 * behind it asks. As long as the text was, for words are told by where they stand.
 */
export const wonderingApart = (text: string): string => text.replace(STATE_THEN_ASKS, '$1?$2');

const FIELDS_THEN_SHOWS =
  /^(?:what|which) (?:fields|columns|attributes|kinds|types|values)\b[^:?]*\b(?:are there|exist|is there|do we have|are known)\s*[:?–—-]\s*(?=(?:please )?(?:list|show|give|count|plot|name)\b)/i;

/** "Which fields are there: list the distinct kinds": what leads to it, where what is to be shown is said behind it. */
export const shownInstead = (text: string): string => text.replace(FIELDS_THEN_SHOWS, '');
