import { saidIn } from '../said-in.ts';
import {
  assume,
  conceptAt,
  conceptsOf,
  fieldAt,
  hasConcept,
  isGap,
  markAt,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { joinedPhrase } from './mentioned.ts';
import { addMetric, safe } from './metrics.ts';

interface Deed {
  readonly phrase: string;
  readonly used: readonly number[];
}

const joins = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  return (concept?.kind === 'conjunction' && concept.op === 'and') || markAt(scene, at)?.text === ',';
};

/** The deeds that are listed from a place on: "gated in and gated out". */
const deedsFrom = (scene: Scene, from: number): readonly Deed[] => {
  const deeds: Deed[] = [];
  for (let at = from; at < scene.marks.length; ) {
    while (isGap(scene, at) || (deeds.length > 0 && joins(scene, at))) at += 1;
    const found = joinedPhrase(scene, at);
    if (found === null || !found.used.includes(at)) break;
    deeds.push(found);
    at = (found.used.at(-1) ?? at) + 1;
    if (!joins(scene, at) && deeds.length > 1) break;
  }
  return deeds;
};

/** What was done to the thing, as messages say it of that thing. */
const ofThing = (scene: Scene, thing: string, { phrase }: Deed): string =>
  scene.data.vocabulary.phrases.get(`${thing} ${phrase}`) ?? phrase;

/** The plural thing behind "how many", or right before the deeds; "" where messages name it themselves. */
const thingAt = (scene: Scene, at: number): string | null => {
  const mark = markAt(scene, at);
  if (mark === undefined || scene.taken.has(at) || !mark.plural) return null;
  return mark.meaning.kind === 'field' || mark.meaning.kind === 'unknown' || mark.meaning.kind === 'value'
    ? mark.text.toLowerCase().replace(/s$/, '')
    : null;
};

/**
 * "the number of containers gated in and gated out per day": no record tells of both, so each deed is a column, and the
 * things are those that the messages tell of.
 */
export const deedsApart = (scene: Scene): void => {
  if (scene.dataset !== 'logs' || scene.metrics.length > 0 || hasConcept(scene, 'ratio')) return;
  const message = roleField(scene, 'message');
  for (const cue of conceptsOf(scene, 'count')) {
    const thing = thingAt(scene, cue + 1);
    const deeds = thing === null || message === null ? [] : deedsFrom(scene, cue + 2);
    const said = deeds.map((deed) => ofThing(scene, thing ?? '', deed));
    const own = said.every((phrase) => scene.data.vocabulary.phrases.has(phrase));
    if (deeds.length < 2 || scene.taken.has(cue) || new Set(said).size < said.length || !own) continue;
    const field = fieldAt(scene, cue + 1);
    if (field !== null && field.type === 'number') continue;
    take(scene, cue, cue + 1, ...deeds.flatMap(({ used }) => used));
    for (let at = cue; at < (deeds.at(-1)?.used.at(-1) ?? cue); at++) if (joins(scene, at)) take(scene, at);
    for (const phrase of said) assume(scene, `"${phrase}" is counted in the messages`);
    for (const [index, phrase] of said.entries())
      addMetric(scene, {
        kind: 'count-if',
        pred: saidIn(scene, 'phrase', phrase),
        name: safe(deeds[index]?.phrase ?? phrase),
      });
    return;
  }
};
