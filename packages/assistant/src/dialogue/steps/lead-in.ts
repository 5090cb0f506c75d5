import { fieldAt, nextContent, type Scene } from '../../compose/scene.ts';
import { readWords, type Step, withoutMarks } from './draft.ts';

const WAIT =
  /^(?:(?:oh|no|sorry|hm+|ok|okay|oops|actually|well|and|but|ah|argh|right|nice|great|thanks|thank you|good|cool|perfect|interesting)[\s,.!]+)*(?:wait(?: a (?:second|minute|moment))?|hang on|hold on|scratch that|correction|my bad|one moment|thanks|thank you|nice|great|cool|perfect|interesting)(?=[\s,.!]|$)[\s,.!]*/i;
const NO = /^(?:oh |ah |ok |hm+ )?(?:no|nope|nah|sorry) *, */i;
const SPLIT =
  /\b(?:break|split|slice|divide|cut|group|bucket|separate|arrange)(?: up)? (?:it|that|them|this|those|these)(?: all)?(?: (?:down|up|out))?(?= (?:again |further |also )?(?:by|per|into|across|over|along)\b)/i;

const LINES =
  /\b(?:with )?(?:one|a|an own|a separate|its own) (?:line|row|bar|column|curve|series|number|chart|graph|colou?r|panel) (?=(?:per|for each|for every|by|each)\b)|\b(?:stacked|colou?red|coded|labell?ed|faceted|arranged|listed) (?=(?:by|per)\b)/i;
const LOOKS =
  /\b(?:how|what) (?:does|did|do|would) (?:it|that|this|they|those)(?: all)? (?:look|look like|develop|evolve|behave|change)\b(?: like)?|\bhow (?:is|are|was|were) (?:it|that|this|they|those)(?: all)? (?:distributed|spread|divided|split)\b/i;
const EACH = /\b(?:of|for|per|in|from|on) each(?: of (?:them|those|these|that))?(?: one| group)?(?=[\s?.!]*$)/i;
const PUT =
  /\b(?:put|place|show|have|get)(?: me)?(?: the)?(?=\s.*\b(?:next to|beside|alongside) (?:it|that|them|this))/i;
const LAST_ONE = /(?<=\bwhen\b.*\b(?:first|last|latest|earliest) )one\b/i;

/** "no wait, …", "thanks, now …": nothing of it is asked for. */
export const leadIn: Step = ({ ir, marks }) => {
  const read = readWords(marks, WAIT) ?? readWords(marks, NO);
  return read === null ? null : { ir, marks: read.marks };
};

/** "break it down by region", "one line per host": "by region" says it all. */
export const splitIt: Step = ({ ir, marks }) => {
  const pattern = [SPLIT, LINES, LOOKS, PUT, LAST_ONE, ...(ir.keys.length > 0 ? [EACH] : [])].find(
    (each) => readWords(marks, each) !== null,
  );
  const read = pattern === undefined ? null : readWords(marks, pattern);
  return read === null ? null : { ir, marks: read.marks };
};

/** "just the failed ones": no column is chosen where no field is named. */
export const justThe: Step = ({ ir, marks }, about) => {
  const scene: Scene = { ...about.scene, marks };
  const at = marks.findIndex(
    ({ meaning, text }, index) =>
      meaning.kind === 'concept' &&
      meaning.concept.kind === 'choose' &&
      /\b(?:just|only)\b/i.test(text) &&
      fieldAt(scene, nextContent(scene, index + 1)) === null,
  );
  return at < 0 ? null : { ir, marks: withoutMarks(marks, (index) => index === at) };
};
