import { deedStem, type EventCode } from '../../catalog/event-codes.ts';
import { conceptOf } from '../../lexicon/lexicon.ts';
import { joinedForm, wordForm } from '../../tokens/normal-form.ts';
import { addPred, conceptAt, linksAt, markAt, type Scene, take } from '../scene.ts';

/** A code that is read so is as good as a value that is named. */
const SURE = 0.95;
/** What stands in the data just so; above the first word of a longer name. */
const nameScoreMin = 0.8;
/** What makes a thing be there, of all that happens to it. */
const BEGINS = /^(?:start|creat|register|open|plac|book|submit|issu|receiv|request)/;

const codesOf = (scene: Scene): readonly EventCode[] =>
  [...scene.index.eventCodes.values()].flat().filter(({ dataset }) => dataset === scene.dataset);

/** Whether something else of the question says what happened. */
const saysDeed = (scene: Scene, codes: readonly EventCode[], at: number): boolean =>
  scene.marks.some((mark, index) => {
    if (index === at) return false;
    const { kind } = mark.meaning;
    const isCode = linksAt(scene, index).some(({ value }) => codes.some((code) => code.value === value));
    return isCode || kind === 'message' || conceptAt(scene, index)?.kind === 'outcome';
  });

/** "enrolments" are what `enrolment.created` tells, "refunds" what `payment.refunded` does: the one code there is. */
const codeFor = (codes: readonly EventCode[], word: string): EventCode | null => {
  const thing = wordForm(joinedForm(word));
  const begun = codes.filter((code) => code.thing === thing && BEGINS.test(code.deed));
  const done = codes.filter((code) => code.deed === deedStem(word));
  const [only, ...others] = begun.length > 0 ? begun : done;
  return only !== undefined && others.length === 0 ? only : null;
};

/** "messages" and "requests" are of all kinds, and a service may be called so: "the events of subscriptions". */
const meansOther = (scene: Scene, at: number): boolean =>
  conceptOf(wordForm(markAt(scene, at)?.text ?? '')) !== null ||
  linksAt(scene, at).some(({ score }) => score > nameScoreMin);

/** These name the things themselves: "per order", "which refunds", "different orders". */
const isThing = (scene: Scene, at: number): boolean =>
  /^(?:group|which|distinct)$/.test(conceptAt(scene, at - 1)?.kind ?? '') ||
  /^(?:per|by|each|of each)$/i.test(markAt(scene, at - 1)?.text ?? '');

/** "how many enrolments this week", "refunds of the last 7 days": each is the event that brought it about. */
export const bareEvents = (scene: Scene): void => {
  const codes = codesOf(scene);
  if (codes.length === 0) return;
  for (const [at, { text, plural }] of scene.marks.entries()) {
    if (!plural || scene.taken.has(at) || !/^\p{L}{4,}$/u.test(text) || isThing(scene, at)) continue;
    if (meansOther(scene, at)) continue;
    const code = codeFor(codes, text);
    if (code === null || saysDeed(scene, codes, at)) continue;
    take(scene, at);
    const { field, value } = code;
    scene.valueScores.push(SURE);
    addPred(scene, 'value', { kind: 'compare', field, op: '==', value: { kind: 'text', value } }, at);
    return;
  }
};
