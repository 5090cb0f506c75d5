/** Whether anything is wrong, said of everything. */
const BROKEN =
  /^(?:so |hey |ok |and )*(?:(?:is|was|are|were) )?(?:there )?(?:anything|something|everything) (?:(?:is|was|looks?|seems?|going) )?(?:broken|wrong|off|odd|amiss|on fire|not (?:working|right))\b/i;
const CHANGED =
  /^(?:so |and )*(?:what(?:'s| has| is)? (?:changed|broke|broken)|(?:did|has) (?:anything|something) (?:changed?|broken?))\b/i;
/** What sets slow or failing requests apart. */
const APART =
  /\bwhat(?:'s| is| was| are| makes)? (?:so )?(?:different|special|unusual|distinctive) (?:about|with|for|in|between)\b.{0,40}\b(?:slow|fail|error)|\bhow (?:do|are|is|does)\b.{0,40}\b(?:slow|fail|error)\w*\b.{0,30}\bdiffer|\b(?:slow|fail|error)\w*\b.{0,30}\bhave in common\b/i;
const LOOK = /^(?:please |can you |could you )*(?:diagnose|troubleshoot|triage)\b/i;

/** A question that several looks at the data answer together, and no single one. */
export const asksForTriage = (text: string): boolean =>
  BROKEN.test(text) || CHANGED.test(text) || APART.test(text) || LOOK.test(text);
