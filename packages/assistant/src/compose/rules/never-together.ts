import { saysDeed } from '../../catalog/vocabulary.ts';
import { type FieldRef, fieldText } from '../../ir/field-ref.ts';
import { fieldsWithin } from '../../ir/fields-in.ts';
import { servicesKept } from '../../link/focus.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { assume, type FoundPred, markAt, type Scene } from '../scene.ts';
import { outcomeElsewhere, rateElsewhere } from './outcome-elsewhere.ts';

/** The share of questions for which what is left out did no more than describe. */
const describedKeeps = 0.93;
/**
 * "photos rejected per album": what was done to them is most of the question, though no rejection has an album; so is
 * what is a condition of its own.
 */
const deedKeeps = 0.6;

const saysDeedOfThing = (text: string): boolean => /\s/.test(text) && saysDeed(text);

const fieldOf = ({ source, pred }: FoundPred): FieldRef | null =>
  (source === 'value' || source === 'outcome' || source === 'threshold') &&
  (pred.kind === 'compare' || pred.kind === 'in')
    ? pred.field
    : null;

/** Services whose records have a field; null where any may. */
const homesOf = (scene: Scene, field: FieldRef | null): ReadonlySet<string> | null => {
  const services = field === null ? undefined : scene.data.services.get(fieldText(field));
  return services === undefined ? null : new Set(services.keys());
};

/** "transfers", where the service is called so and what it handles too: either may be meant. */
const isThing = (scene: Scene, { at }: FoundPred): boolean => {
  const said = wordForm(markAt(scene, at)?.text ?? '');
  return said !== markAt(scene, at)?.text.toLowerCase() && scene.index.nameEnds.has(said);
};

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((service) => b.has(service));

const neverMeet = (a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): boolean =>
  a !== null && b !== null && !meet(a, b);

/** What is told apart or counted, beside the conditions; of a number that is wanted the conditions are not to be given up. */
const toldFields = ({ keys, metrics }: Scene): readonly FieldRef[] =>
  fieldsWithin([keys, metrics]).filter(({ type }) => type !== 'number');

/** How much of the question is about services with this field: what else it names, and words that they are called by. */
const support = (scene: Scene, homes: ReadonlySet<string>): number => {
  const meeting = [...toldFields(scene), ...scene.preds.map(fieldOf)].filter((field) => {
    const others = homesOf(scene, field);
    return others !== null && meet(others, homes);
  }).length;
  const parts = new Set([...homes].flatMap((service) => service.split(/[-_.]/).map(wordForm)));
  const words = scene.marks.flatMap(({ text }) => text.toLowerCase().split(/\s+/)).map(wordForm);
  return meeting + words.filter((word) => parts.has(word)).length / 2;
};

/** "sms for prepaid": what stands behind such a word is a condition, and describes nothing. */
const RESTRICTS = /^(?:for|from|in|by|with|via|on|at)$/i;

const leaveOut = (scene: Scene, found: FoundPred): void => {
  scene.preds.splice(scene.preds.indexOf(found), 1);
  const said = markAt(scene, found.at)?.text ?? '';
  const isMeant = saysDeedOfThing(said) || RESTRICTS.test(markAt(scene, found.at - 1)?.text ?? '');
  assume(
    scene,
    `"${said}" is taken to describe the rest, for no service has both`,
    isMeant ? deedKeeps : describedKeeps,
  );
};

/** "transfers with a risk score above 90" are things that another service tells of. */
const leaveThings = (scene: Scene): void => {
  // What is left out leaves the list while it is gone through.
  const all = [...scene.preds];
  for (const found of all) {
    const { pred } = found;
    const kept = servicesKept([pred]);
    if (kept.size === 0 || !isThing(scene, found)) continue;
    const others = [...toldFields(scene), ...scene.preds.map(fieldOf)].map((field) => homesOf(scene, field));
    if (others.some((homes) => neverMeet(kept, homes))) leaveOut(scene, found);
  }
};

/** "prepaid top-ups", where only the queue of another service is called so: the service that is named stays. */
const leaveOfOthers = (scene: Scene): void => {
  const kept = servicesKept(scene.preds.map(({ pred }) => pred));
  const all = kept.size === 0 ? [] : [...scene.preds];
  for (const found of all) {
    const isPlain = found.source === 'value' && found.pred.kind === 'compare' && found.pred.op === '==';
    // What is written as a condition of its own is no description.
    const isWord = markAt(scene, found.at)?.meaning.kind === 'value';
    if (isPlain && isWord && neverMeet(kept, homesOf(scene, fieldOf(found)))) leaveOut(scene, found);
  }
};

type Side = readonly [found: FoundPred, homes: ReadonlySet<string>];

/** Of "invoices above 500 euros" the number stays, whatever has a currency; else what fits the rest of the question. */
const weakerOf = (scene: Scene, [one, homes]: Side, [rival, others]: Side): FoundPred => {
  const isBound = ({ source }: FoundPred): boolean => source === 'threshold';
  if (isBound(one) !== isBound(rival)) return isBound(one) ? rival : one;
  return support(scene, homes) >= support(scene, others) ? rival : one;
};

/**
 * "declined card payments": no service has both `decision` and a template that is called so, and no record can have both.
 * What fits the rest of the question stays; the other did no more than describe it.
 */
export const neverTogether = (scene: Scene): void => {
  outcomeElsewhere(scene);
  rateElsewhere(scene);
  leaveThings(scene);
  leaveOfOthers(scene);
  const all = [...scene.preds];
  for (const one of all) {
    const homes = homesOf(scene, fieldOf(one));
    if (homes === null || !scene.preds.includes(one)) continue;
    // A number that is said is no description.
    if (one.source !== 'threshold' && toldFields(scene).some((field) => neverMeet(homes, homesOf(scene, field)))) {
      leaveOut(scene, one);
      continue;
    }
    const rival = scene.preds.find((other) => other !== one && neverMeet(homes, homesOf(scene, fieldOf(other))));
    const others = rival === undefined ? null : homesOf(scene, fieldOf(rival));
    if (rival === undefined || others === null || (one.source === 'threshold' && rival.source === 'threshold'))
      continue;
    leaveOut(scene, weakerOf(scene, [one, homes], [rival, others]));
  }
};
