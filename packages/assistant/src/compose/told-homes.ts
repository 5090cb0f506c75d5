import { type Focus, focusOf } from '../link/focus.ts';
import { thingsIn } from '../link/ids-of-thing.ts';
import { joinedForm, wordForm } from '../tokens/normal-form.ts';
import { linksAt, type Scene } from './scene.ts';

/** The services that are called as what messages of the question tell of; null where none is. */
const homesTold = (scene: Scene): Focus => {
  const things = new Set(
    scene.marks.flatMap(({ meaning }) => (meaning.kind === 'message' ? thingsIn(meaning.phrase) : [])),
  );
  const services = scene.data.fields.filter(({ ref }) => ref.role === 'service');
  const homes = services.flatMap(({ source }) =>
    source.values.map(({ value }) => value).filter((value) => things.has(wordForm(joinedForm(value)))),
  );
  return homes.length === 0 ? null : new Set(homes);
};

/** "bank files created over 100 euros": the services of the question, else those of what its messages tell of. */
export const homesOfAmounts = (scene: Scene): Focus => {
  const isNamed = scene.marks.some((_, at) => linksAt(scene, at)[0]?.field.role === 'service');
  const named = focusOf(scene.marks, scene.dataset, scene.data);
  return isNamed ? named : (homesTold(scene) ?? named);
};
