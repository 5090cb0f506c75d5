/** Words that ask for something to be shown, at the start of a sentence of its own. */
const SHOWS =
  /^(?:(?:please|pls|just|ok|so|and|then|can you|could you)[,\s]+)*(?:show|list|give|count|plot|chart|compare|find|get|display|how many|how often|top \d+|what (?:is|are|was|were) the|(?:the )?(?:error|failure|success) (?:rate|share|ratio|count)s?\b|(?:the )?(?:p\d\d|average|median|number|share|latency|errors?|requests?|slowest|latest|last)\b)/i;
const WONDERS =
  /^(?:(?:so|hm+|ok|okay|and|but|well)[,\s]+)?(?:why|how come|should (?:i|we)|shall (?:i|we)|do (?:i|we) (?:need|have) to|is it time to|what(?:'s| is) (?:going on|wrong|the matter)|(?:something|everything) (?:is|seems|looks|feels)\b|(?:is|are) [^?]*\b(?:healthy|ok|okay|down|alright|alive|fine|up)\s*\?)\b|^(?:is|are) [^?.]*\b(?:healthy|ok|okay|down|alright|alive|fine|up)\s*\?/i;

/** "Should we roll back? Error share of 1.8.0 …": without what one only wonders about, where something to show follows. */
export const withoutWondering = (text: string): string => {
  const ends = [...text.matchAll(/[?.!]+\s+/g)].map((match) => match.index + match[0].length);
  const from = ends.find((end) => SHOWS.test(text.slice(end)));
  return from !== undefined && WONDERS.test(text) ? text.slice(from) : text;
};
