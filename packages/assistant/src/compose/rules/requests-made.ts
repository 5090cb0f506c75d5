import { isDeed } from '../../catalog/vocabulary.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { saidIn } from '../said-in.ts';
import { addPred, assume, conceptAt, hasConcept, linksAt, markAt, roleField, type Scene, take } from '../scene.ts';

const MADE = /^(?:made|submitted|filed|sent|placed|received|raised|lodged)$/i;
/** The share of such questions that mean what people asked for, and not every request of the service. */
const askedKeeps = 0.95;
/** What messages tell is as good as a value that is named. */
const SURE = 0.95;

/** Figures and outcomes are of requests that a service answers. */
const OF_CALLS = ['outcome', 'percentile', 'stat', 'ratio', 'status', 'text', 'negation'] as const;

const isMade = (scene: Scene, at: number): boolean =>
  [1, 2, 3].some((step) => MADE.test(markAt(scene, at + step)?.text ?? ''));

/** "how many leave requests were approved": what became of them is told by other messages. */
const saysDeed = (scene: Scene): boolean =>
  scene.marks.some(
    ({ meaning, text }) =>
      meaning.kind === 'message' || (meaning.kind === 'unknown' && isDeed(text) && !MADE.test(text)),
  );

const isCounted = (scene: Scene): boolean =>
  hasConcept(scene, 'count') || hasConcept(scene, 'group') || hasConcept(scene, 'superlative');

/** The message that someone asked for it, as it begins: "swap requested". */
const askedFor = (scene: Scene, thing: string): string | null => {
  const run = `${wordForm(thing)} ${wordForm('requested')}`;
  const { phrases, lines } = scene.data.vocabulary;
  return lines.some((line) => line.startsWith(` ${run} `)) ? (phrases.get(run) ?? null) : null;
};

/** "on which weekday are most swap requests made": what people asked for, where messages tell "swap requested". */
export const requestsMade = (scene: Scene): void => {
  if (roleField(scene, 'message') === null || OF_CALLS.some((kind) => hasConcept(scene, kind))) return;
  if (saysDeed(scene)) return;
  for (const at of scene.marks.keys()) {
    const concept = conceptAt(scene, at);
    const isRequests = concept?.kind === 'entity' && concept.entity === 'request' && markAt(scene, at)?.plural === true;
    const named = linksAt(scene, at - 1).some(({ field }) => field.role === 'service');
    if (!isRequests || !named || scene.taken.has(at) || !(isMade(scene, at) || isCounted(scene))) continue;
    const thing = markAt(scene, at - 1)?.text ?? '';
    const said = askedFor(scene, thing);
    if (said === null) continue;
    take(scene, at - 1, at);
    scene.valueScores.push(SURE);
    addPred(scene, 'text', saidIn(scene, 'phrase', said), at);
    assume(scene, `"${thing} requests" are those told by "${said}"`, askedKeeps);
    return;
  }
};
