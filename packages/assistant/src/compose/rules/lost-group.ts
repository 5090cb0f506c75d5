import { conceptAt, linksAt, markAt, nextContent, type Scene } from '../scene.ts';

/** "which videos had more than 3 errors": so many of each are meant, and nothing in the data tells one from the other. */
export const lostGroup = (scene: Scene): void => {
  if (scene.having.length === 0 || scene.keys.length > 0 || scene.bucket !== null) return;
  const which = nextContent(scene, 0);
  const at = nextContent(scene, which + 1);
  const links = linksAt(scene, at);
  const isThing =
    markAt(scene, at)?.plural === true &&
    links.length > 0 &&
    links.every(({ field, guessed }) => field.role === 'service' && guessed);
  if (conceptAt(scene, which)?.kind === 'which' && isThing)
    scene.missing.push({ word: markAt(scene, at)?.text ?? '', slot: 'group' });
};
