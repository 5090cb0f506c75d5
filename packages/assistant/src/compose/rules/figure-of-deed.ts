import { saidIn } from '../said-in.ts';
import { addPred, assume, conceptAt, fieldAt, linksAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { isMoney, moneyFields } from '../spoken-units.ts';
import { addMetric, statMetric } from './metrics.ts';
import { doneMessage } from './money-spent.ts';

/** The share of such questions that mean the money of what was done, and not how long a request for it took. */
const moneyKeeps = 0.93;

/** A word that is read as the path of requests, or as nothing that is known. */
const isThing = (scene: Scene, at: number): boolean => {
  const { meaning, text } = markAt(scene, at) ?? {};
  if (meaning === undefined || scene.taken.has(at) || !/^\p{L}{4,}$/u.test(text ?? '')) return false;
  const [link] = linksAt(scene, at);
  const isPath = link?.guessed === true && link.value.startsWith('/');
  return isPath || meaning.kind === 'unknown' || meaning.kind === 'message';
};

/** Behind the thing nothing asks for another figure of it: "average refund time". */
const isFigureItself = (scene: Scene, at: number): boolean => {
  const { meaning, text = '' } = markAt(scene, at + 1) ?? {};
  if (/^(?:times?|lengths?|rates?|counts?|numbers?)$/i.test(text)) return false;
  const field = fieldAt(scene, at + 1);
  if (field !== null && isMoney(field)) return true;
  return (
    !/^(?:unknown|field|value|message|amount)$/.test(meaning?.kind ?? '') && conceptAt(scene, at + 1)?.kind !== 'role'
  );
};

/** "the average refund by tour", where messages say "refund issued": the money that these carry, which spans do not. */
export const figureOfDeed = (scene: Scene): void => {
  const logs: Scene = { ...scene, data: scene.index.logs };
  const [money] = moneyFields(logs);
  if (money === undefined || scene.metrics.length > 0) return;
  for (const [at] of scene.marks.entries()) {
    const concept = conceptAt(scene, at);
    const thing = nextContent(scene, at + 1);
    if (concept?.kind !== 'stat' || scene.taken.has(at) || !isThing(scene, thing)) continue;
    const phrase = isFigureItself(scene, thing) ? doneMessage(logs, thing) : null;
    if (phrase === null) continue;
    const word = markAt(scene, thing)?.text ?? '';
    if (scene.dataset === 'spans') {
      scene.missing.push({ word, slot: 'metric' });
      return;
    }
    const said = fieldAt(scene, thing + 1);
    const own = said !== null && isMoney(said) ? said : null;
    const field = own ?? money;
    take(scene, at, thing, ...(own === null ? [] : [thing + 1]));
    addPred(scene, 'text', saidIn(scene, 'phrase', phrase), thing);
    addMetric(scene, statMetric(concept.fn, field));
    assume(scene, `"${word}" are those told by "${phrase}", each of ${field.path.join('.')}`, moneyKeeps);
    return;
  }
};
