import { fieldAt, nextContent, type Scene } from '../../compose/scene.ts';
import { readWords, type Step, withoutMarks } from './draft.ts';

const WAIT =
  /^(?:(?:oh|no|sorry|hm+|ok|okay|oops|actually|well|and|but|ah|argh|right|nice|great|thanks|thank you|good|cool|perfect|interesting)[\s,.!]+)*(?:wait(?: a (?:second|minute|moment))?|hang on|hold on|scratch that|correction|my bad|one moment|thanks|thank you|nice|great|cool|perfect|interesting)(?=[\s,.!]|$)[\s,.!]*/i;
const NO = /^(?:oh |ah |ok |hm+ )?(?:no|nope|nah|sorry) *, */i;
/** What people type before and after what they mean. */
const CHAT =
  /^(?:(?:hm+|uh+|um+|er+|hey|hi|oh|ah|aha|argh|sry|sorry|pls|plz|please|btw|well|hello|ok so|okay so|alright|right)\b[\s,.!]*)+(?=\w)|(?<=\w[\s,.!]+)(?:(?:sry|sorry|pls|plz|thx|ty|thanks|thank you|lol|haha|though|tho|my mistake|my bad)[\s,.!]*)+$/i;
const MEANT =
  /^(?:(?:wait|no|ok|sorry|actually|but)[\s,.!]+)*(?:i|we) (?:actually |really )?(?:meant|mean)(?: to say)?[\s,:]+/i;
/** "back to payments": it takes the place of what came after it. */
const BACK_TO =
  /^(?:(?:ok|okay|no|now|and|please|let's)[\s,]+)*(?:(?:go|switch|change|get) )?back to (?:the |just |only )?(?=\w)/i;
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
  let rest = marks;
  for (const pattern of [WAIT, CHAT, MEANT, NO, WAIT, CHAT]) rest = readWords(rest, pattern)?.marks ?? rest;
  const back = readWords(rest, BACK_TO);
  const next = back?.marks.find(({ text }) => text !== '');
  if (back !== null && next?.meaning.kind === 'value') {
    const at = rest.findIndex(({ text }, index) => text !== '' && back.marks[index]?.text === '');
    const instead = { kind: 'concept', concept: { kind: 'edit', edit: 'replace' }, fields: [] } as const;
    rest = back.marks.map((mark, index) => (index === at ? { ...mark, text: 'instead', meaning: instead } : mark));
  }
  return rest === marks ? null : { ir, marks: rest };
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
