import { conceptAt, linksAt, markAt, type Scene, take } from '../scene.ts';

export const isNoun = (text: string): boolean =>
  /^(?!\p{L}+(?:er|ed|ing|ly)$)(?!only|first|please|also)\p{L}{3,}$/u.test(text);

/** "errors of each image": a service is called so by a part of its name, and nothing tells its images apart. */
const isThingOfService = (scene: Scene, cue: number, at: number): boolean => {
  const links = linksAt(scene, at);
  const isEach = /\b(?:each|every|per)$/i.test(markAt(scene, cue)?.text ?? '');
  return isEach && links.length > 0 && links.every(({ field, guessed }) => field.role === 'service' && guessed);
};

/** "errors by flavour": the word stands where a field is needed, so it cannot be left out. */
export const readUnknownKey = (scene: Scene, cue: number, at: number): void => {
  const mark = markAt(scene, at);
  if (mark === undefined || conceptAt(scene, cue)?.kind !== 'group') return;
  if (mark.meaning.kind === 'unknown' || mark.meaning.kind === 'message') {
    scene.missing.push({ word: mark.text, slot: 'group' });
    take(scene, cue, at);
    return;
  }
  const after = markAt(scene, at + 1);
  if (
    mark.meaning.kind === 'value' &&
    after?.meaning.kind === 'unknown' &&
    /^(?!\p{L}+(?:er|ed|ing|ly)$)\p{L}{3,}$/u.test(after.text)
  ) {
    scene.missing.push({ word: `${mark.text} ${after.text}`, slot: 'group' });
    take(scene, cue, at, at + 1);
  } else if (isThingOfService(scene, cue, at)) {
    scene.missing.push({ word: mark.text, slot: 'group' });
    take(scene, cue, at);
  } else if (mark.meaning.kind === 'time' || mark.meaning.kind === 'value') take(scene, cue);
};
