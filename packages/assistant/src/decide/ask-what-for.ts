import type { Interpretation } from '../interpretation.ts';
import type { Linked } from '../link/link-question.ts';
import type { Candidate } from '../rank/candidates.ts';
import { asksHowTo } from './asks-how-to.ts';
import { asksMeaning } from './asks-meaning.ts';
import { exampleQuestions } from './examples.ts';
import { pointsAtNothing } from './points-at-nothing.ts';

/** Asks which one is meant, where the question points at something that it does not name. */
export const askWhichOne = (linked: Linked, best: Candidate): Interpretation | null => {
  const pointed = pointsAtNothing(best.scene);
  if (pointed === null) return null;
  return {
    kind: 'clarify',
    message: `expected a name, found "${pointed}"`,
    options: exampleQuestions(linked.index),
    intent: linked.routed.intent,
  };
};

/** Asks what is to be known of records, where the question is about a word or about how this is used. */
export const askWhatFor = (linked: Linked): Interpretation | null => {
  if (asksHowTo(linked))
    return {
      kind: 'clarify',
      message: 'expected a question about logs or spans, found one about how this is used',
      options: exampleQuestions(linked.index),
      intent: linked.routed.intent,
    };
  const word = asksMeaning(linked);
  if (word === null) return null;
  return {
    kind: 'clarify',
    message: `expected what is to be known of its records, found "${word}"; what a name means stands in none of them`,
    options: [`errors of ${word}`, `latest logs of ${word}`, ...exampleQuestions(linked.index).slice(0, 1)],
    intent: linked.routed.intent,
  };
};
