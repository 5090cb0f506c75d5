import type { Linked } from '../link/link-question.ts';

const ASKS = '(?:so |and |ok |sorry |hi |hey )*(?:how|where) (?:do|can|could|would|should|to) ?(?:i|we|you|one)?';
const DOES = '(?:save|store|keep|export|share|print|bookmark|rename|duplicate|copy|schedule|pin|star|embed|reuse)';
const THING = '(?:quer(?:y|ies)|results?|charts?|graphs?|questions?|answers?|search(?:es)?|views?|filters?|tables?)';
const KEEPS = new RegExp(`^${ASKS} ${DOES} (?:(?:a|an|the|my|our|this|these|that|those) )?(?:\\w+ )?${THING}\\b`, 'i');
const OF_TOOL = new RegExp(`^${ASKS} .* (?:in|with|of|using) (?:this|the) (?:tool|ui|interface|assistant)\\b`, 'i');

/** "how do I save a query?": asks how this is used, which no record tells. */
export const asksHowTo = ({ routed }: Linked): boolean => KEEPS.test(routed.question) || OF_TOOL.test(routed.question);
