import { type FieldRef, fieldText } from '../../ir/field-ref.ts';
import { fieldsWithin } from '../../ir/fields-in.ts';
import { nameWords, wordForm } from '../../tokens/normal-form.ts';
import { assume, type FoundPred, markAt, type Scene } from '../scene.ts';

/** What is left of the confidence where a figure is of other records than those that are told apart. */
const keeps = 0.6;

/** Where messages never say that such a thing was done to it, the question goes back. */
const deedKeeps = 0.4;

const homesOf = (scene: Scene, field: FieldRef): readonly string[] | null => {
  const services = scene.data.services.get(fieldText(field));
  return services === undefined ? null : [...services.keys()];
};

const neverMeet = (scene: Scene, one: FieldRef, other: FieldRef): boolean => {
  const [homes, others] = [homesOf(scene, one), homesOf(scene, other)];
  return homes !== null && others !== null && !homes.some((home) => others.includes(home));
};

/** "success rate by carrier": where the records with a carrier have no status, none of them is a success. */
const shareOfOthers = (scene: Scene): void => {
  const keys = scene.keys.flatMap((key) => (key.kind === 'field' ? [key.field] : []));
  for (const metric of scene.metrics) {
    const parts = metric.kind === 'ratio' ? fieldsWithin(metric.part) : [];
    const apart = parts.find((field) => keys.some((key) => neverMeet(scene, field, key)));
    if (apart !== undefined) assume(scene, `no record has ${apart.path.join('.')} and what is told apart`, keeps);
  }
};

const isWord = ({ source, at }: FoundPred, scene: Scene): boolean =>
  source === 'text' && /^\p{L}+$/u.test(markAt(scene, at)?.text ?? '');

/** "how many visits were cancelled", where messages tell of cancelled orders only. */
const deedOfOthers = (scene: Scene): void => {
  // "customers who logged in from more than 3 devices": it was not the devices that did.
  const isBound = (name: string): boolean => scene.having.some(({ metric }) => metric === name);
  const counted = scene.metrics.flatMap((metric) =>
    metric.kind === 'distinct' && !isBound(metric.name) ? [metric.field] : [],
  );
  const { lines } = scene.data.vocabulary;
  for (const field of counted) {
    const [thing = ''] = nameWords(field.path.join('.').replace(/^tags\./, '')).map(wordForm);
    if (homesOf(scene, field) === null || field.role !== null) continue;
    for (const found of scene.preds.filter((pred) => isWord(pred, scene))) {
      const deed = wordForm((markAt(scene, found.at)?.text ?? '').toLowerCase());
      const saying = lines.filter((line) => line.includes(` ${deed} `));
      if (saying.length > 0 && saying.every((line) => !line.includes(` ${thing} `)))
        assume(scene, `no message tells of a ${thing} that was ${deed}`, deedKeeps);
    }
  }
};

/** Figures that would be of other records than the question is about: shown, but told as unsure. */
export const apartFigures = (scene: Scene): void => {
  shareOfOthers(scene);
  deedOfOthers(scene);
};
