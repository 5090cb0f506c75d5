import { conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';

const SEARCHES = /^(?:search|searched|searching|look|looked|looking)(?: for)?$/i;
const SOMEBODY = /^(?:they|people|we|everyone|everybody|visitors|folks)$/i;

/** "what did customers search for most often": what somebody looked for, and not what is to be looked for here. */
export const objectless = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const apart = /^for$/i.test(markAt(scene, at + 1)?.text ?? '');
    // A service may be called "search" too; who searches for something does not mean it.
    const isVerb = conceptAt(scene, at)?.kind === 'text' || (mark.meaning.kind === 'value' && apart);
    if (!isVerb || scene.taken.has(at) || !SEARCHES.test(mark.text)) continue;
    const before = nextContent(scene, at - 1, -1);
    const subject = conceptAt(scene, before);
    const somebody =
      (subject?.kind === 'role' && subject.role === 'user') ||
      SOMEBODY.test(markAt(scene, at - 1)?.text ?? '') ||
      // "what was searched for most"
      (/^(?:is|are|was|were|being|been)$/i.test(markAt(scene, at - 1)?.text ?? '') && subject?.kind === 'which');
    const asked = scene.marks.some((_, index) => index < at && conceptAt(scene, index)?.kind === 'which');
    const next = nextContent(scene, at + 1);
    const after = markAt(scene, next)?.meaning;
    const ends =
      after === undefined ||
      /^(?:punctuation|time)$/.test(after.kind) ||
      (after.kind === 'concept' && /^(?:common|superlative)$/.test(after.concept.kind));
    if (!somebody || !asked || !ends) continue;
    take(scene, at);
    scene.missing.push({ word: apart ? `${mark.text} for` : mark.text, slot: 'group' });
  }
};
