import { messageTokens } from '../../catalog/vocabulary.ts';
import { saidIn as searched } from '../../compose/said-in.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { isSpent, type Step, withoutMarks } from './draft.ts';

const ONES = /^(?:ones?|those|them)$/i;

/** What messages say with one word of a phrase put in the place of another, as long as they say it in one way only. */
const exchanged = (phrase: string, word: string, phrases: ReadonlyMap<string, string>): string | null => {
  const words = messageTokens(phrase).map(wordForm);
  if (words.length < 2 || words.includes(wordForm(word))) return null;
  const found = words.flatMap((_, at) => phrases.get(words.with(at, wordForm(word)).join(' ')) ?? []);
  const [only] = found;
  return only !== undefined && found.length === 1 ? only : null;
};

const phraseOf = (pred: Pred): string | null => (pred.kind === 'text' && pred.mode === 'phrase' ? pred.text : null);

/** "how many drivers went online?" > "no, offline": no message says both, so the one word takes the place of the other. */
export const otherWord: Step = ({ ir, marks }, { scene }) => {
  const told = ir.where.filter((pred) => phraseOf(pred) !== null);
  const [pred] = told;
  const phrase = pred === undefined ? null : phraseOf(pred);
  if (phrase === null || told.length !== 1) return null;
  for (const [at, { meaning, text }] of marks.entries()) {
    const said = meaning.kind === 'message' ? meaning.phrase : text;
    const isWord = /^(?:message|unknown|concept|value)$/.test(meaning.kind) && /^\p{L}{3,}$/u.test(said);
    const other = isWord ? exchanged(phrase, said, scene.data.vocabulary.phrases) : null;
    if (other === null) continue;
    const left = withoutMarks(
      marks,
      (index) =>
        index === at || ONES.test(marks[index]?.text ?? '') || (index < at && isLead(marks[index]?.text ?? '')),
    );
    if (!isSpent(left)) continue;
    const next = searched(scene, 'phrase', other);
    return { ir: { ...ir, where: ir.where.map((each) => (each === pred ? next : each)) }, marks: left };
  }
  return null;
};

const isLead = (text: string): boolean => /^(?:no|not|nope|,|i|meant|mean|sorry|oops|rather|went|were)$/i.test(text);
