import { messageTokens } from '../catalog/vocabulary.ts';
import { fieldText } from '../ir/field-ref.ts';
import { type Focus, focusOf } from '../link/focus.ts';
import { joinedForm, nameWords, wordForm } from '../tokens/normal-form.ts';
import { linksAt, type Scene } from './scene.ts';

/** The things that messages of the question may tell of: "bank file" of "bank file created", joined. */
const thingsTold = (scene: Scene): ReadonlySet<string> =>
  new Set(
    scene.marks.flatMap(({ meaning }) => {
      const words = meaning.kind === 'message' ? messageTokens(meaning.phrase).map(wordForm) : [];
      return words.length < 2 ? [] : [joinedForm(words.slice(0, -1).join('')), words[0] ?? ''];
    }),
  );

/** "order_id" is the id of an order. */
const thingOfId = (name: string): string | null => {
  const words = nameWords(name);
  return words.length > 1 && words.at(-1) === 'id' ? words.slice(0, -1).map(wordForm).join('') : null;
};

/** The services that are called as what messages tell of, or that alone have an id of it; null where none is. */
const homesTold = (scene: Scene): Focus => {
  const things = thingsTold(scene);
  if (things.size === 0) return null;
  const homes = scene.data.fields.flatMap(({ ref, source }) => {
    const services = scene.data.services.get(fieldText(ref));
    const thing = thingOfId(ref.path.at(-1) ?? '');
    if (thing !== null && things.has(thing) && services !== undefined) return [...services.keys()];
    if (ref.role !== 'service') return [];
    return source.values.map(({ value }) => value).filter((value) => things.has(wordForm(joinedForm(value))));
  });
  return homes.length === 0 ? null : new Set(homes);
};

/** "bank files created over 100 euros": the services of the question, else those of what its messages tell of. */
export const homesOfAmounts = (scene: Scene): Focus => {
  const isNamed = scene.marks.some((_, at) => linksAt(scene, at)[0]?.field.role === 'service');
  const named = focusOf(scene.marks, scene.dataset, scene.data);
  return isNamed ? named : (homesTold(scene) ?? named);
};
