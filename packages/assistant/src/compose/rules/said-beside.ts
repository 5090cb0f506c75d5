import { GAP, isDeed, messageTokens } from '../../catalog/vocabulary.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { isNegated } from '../negation.ts';
import { saidIn } from '../said-in.ts';
import { addPred, assume, conceptAt, conceptsOf, hasConcept, isGap, markAt, type Scene, take } from '../scene.ts';
import { joinedPhrase } from './mentioned.ts';
import { addMetric } from './metrics.ts';

const foldedWords = (phrase: string): readonly string[] => messageTokens(phrase.replaceAll(GAP, ' ')).map(wordForm);

/** "accepted and rejected scores", "scores accepted and rejected": the thing that is said once belongs to both deeds. */
const completed = (scene: Scene, phrase: string, other: string): string => {
  const [deed, ...more] = foldedWords(phrase);
  const thing = foldedWords(other).find((word) => !isDeed(word));
  if (deed === undefined || more.length > 0 || thing === undefined || !isDeed(deed)) return phrase;
  return scene.data.vocabulary.phrases.get(`${thing} ${deed}`) ?? phrase;
};

const isJoint = (scene: Scene, at: number): boolean =>
  conceptAt(scene, at)?.kind === 'versus' || /^(and|&|,|vs\.?|versus)$/i.test(markAt(scene, at)?.text ?? '');

interface Pair {
  readonly phrases: readonly [string, string];
  readonly used: readonly number[];
}

/** Two things that messages say, joined by a word, where no one message says both. */
const pairFrom = (scene: Scene, at: number): Pair | null => {
  const first = joinedPhrase(scene, at);
  let next = (first?.used.at(-1) ?? at) + 1;
  const joints: number[] = [];
  while (isJoint(scene, next) || (isGap(scene, next) && next < scene.marks.length)) {
    if (isJoint(scene, next)) joints.push(next);
    next += 1;
  }
  const second = joinedPhrase(scene, next);
  if (first === null || second === null || joints.length === 0 || scene.taken.has(at) || scene.taken.has(next))
    return null;
  if (isNegated(scene, at) || isNegated(scene, next)) return null;
  const phrases = [
    completed(scene, first.phrase, second.phrase),
    completed(scene, second.phrase, first.phrase),
  ] as const;
  const words = phrases.flatMap(foldedWords);
  const isOneMessage = scene.data.vocabulary.lines.some((line) => words.every((word) => line.includes(` ${word} `)));
  return isOneMessage ? null : { phrases, used: [...first.used, ...joints, ...second.used] };
};

/** "accepted and rejected scores per board", "logins vs logouts": no record says both, so each has a column of its own. */
export const saidBeside = (scene: Scene): void => {
  if (scene.data.messages.length === 0 || hasConcept(scene, 'which') || hasConcept(scene, 'distinct')) return;
  for (const [at] of scene.marks.entries()) {
    const pair = joinedPhrase(scene, at) === null ? null : pairFrom(scene, at);
    if (pair === null) continue;
    take(scene, ...pair.used);
    const preds = pair.phrases.map((phrase): Pred => saidIn(scene, 'phrase', phrase));
    assume(scene, `"${pair.phrases.join('" and "')}" are searched in the message`);
    addPred(scene, 'text', { kind: 'or', preds }, at);
    const isCounted = hasConcept(scene, 'count') || scene.keys.length > 0 || scene.bucket !== null;
    const versus = pair.used.some((index) => conceptAt(scene, index)?.kind === 'versus');
    if ((!isCounted && !versus) || scene.metrics.length > 0 || hasConcept(scene, 'ratio')) continue;
    take(scene, ...conceptsOf(scene, 'count'));
    for (const [i, pred] of preds.entries()) {
      const name = foldedWords(pair.phrases[i] ?? '').join('_');
      addMetric(scene, { kind: 'count-if', pred, name });
    }
  }
};
