import { isDeed } from '../../catalog/vocabulary.ts';
import { deedPhrase } from '../../link/same-deeds.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { saidIn } from '../said-in.ts';
import { assume, conceptAt, conceptsOf, isGap, markAt, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';

interface Deeds {
  readonly whole: string;
  readonly part: string;
  readonly used: readonly number[];
}

const SHARE = /percent|share|fraction|part|portion|%|how (?:many|much)/i;

const words = (scene: Scene, at: number): readonly string[] =>
  (markAt(scene, at)?.text ?? '').toLowerCase().split(/\s+/);
const deedIn = (said: readonly string[]): string | undefined => said.find(isDeed);
const thingIn = (said: readonly string[]): string | undefined =>
  said.find((word) => !isDeed(word) && word.length > 3 && wordForm(word) !== word);

const nextSaid = (scene: Scene, from: number): number => {
  let at = from;
  while (isGap(scene, at) || /^(?:with|exists)$/.test(conceptAt(scene, at)?.kind ?? '')) at += 1;
  return at;
};

/** "placed orders got cancelled", "orders placed were cancelled": the thing, what was done to all of it, and to some. */
const deedsFrom = (scene: Scene, from: number): Deeds | null => {
  const one = nextSaid(scene, from);
  const two = nextSaid(scene, one + 1);
  const marks = [one, two, nextSaid(scene, two + 1)].filter((at) => at < scene.marks.length);
  const said: string[] = [];
  const used: number[] = [];
  for (const at of marks) {
    const { meaning } = scene.marks[at] ?? {};
    if (scene.taken.has(at) || !/^(?:message|unknown|value|field)$/.test(meaning?.kind ?? '')) break;
    said.push(...words(scene, at));
    used.push(at);
    if (said.filter(isDeed).length > 1) break;
  }
  const thing = thingIn(said);
  const [done, other] = said.filter(isDeed);
  if (thing === undefined || done === undefined || other === undefined || deedIn(said.slice(0, 2)) === undefined)
    return null;
  const { phrases } = scene.data.vocabulary;
  const whole = deedPhrase(wordForm(thing), done, phrases);
  const part = deedPhrase(wordForm(thing), other, phrases);
  return whole === null || part === null || whole === part ? null : { whole, part, used };
};

/** "what percentage of placed orders got cancelled": no message says both, so those of the one are told against the other. */
export const deedOfDone = (scene: Scene): void => {
  for (const at of conceptsOf(scene, 'ratio')) {
    const concept = conceptAt(scene, at);
    // "ratio of cancelled to started orders" puts the one against the other itself.
    const isShare = concept?.kind === 'ratio' && concept.of === 'any' && SHARE.test(markAt(scene, at)?.text ?? '');
    const deeds = isShare && !scene.taken.has(at) ? deedsFrom(scene, at + 1) : null;
    if (deeds === null) continue;
    take(scene, at, ...deeds.used);
    const [part, over] = [saidIn(scene, 'phrase', deeds.part), saidIn(scene, 'phrase', deeds.whole)];
    addMetric(scene, { kind: 'ratio', part, over, name: 'rate' });
    assume(scene, `"${deeds.part}" is counted against "${deeds.whole}"`);
    return;
  }
};
