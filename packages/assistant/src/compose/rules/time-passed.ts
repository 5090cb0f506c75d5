import type { Pred } from '../../ir/query-ir.ts';
import { deedPhrase } from '../../link/same-deeds.ts';
import { doneForms } from '../../link/turned-phrase.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { saidIn } from '../said-in.ts';
import {
  assume,
  conceptAt,
  fieldAt,
  isGap,
  linksAt,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { literalFor } from './filters.ts';
import { addMetric } from './metrics.ts';

const PASSES =
  /^(?:how long|how much time|time|the time|duration|passed|passes|elapsed|went by|took|take|takes|did|it|was|there|was there|is there|go|lay|is|lies)$/i;
/** The share of such questions for which the first record of a service is the moment that is meant. */
const serviceKeeps = 0.85;

/** The one thing whose moments are asked for: "order ORD-5", by the field of its id. */
const oneThing = (scene: Scene, after: number): number =>
  scene.marks.findIndex(
    (_, at) => at > after && linksAt(scene, at).some(({ field }) => /(?:^|[._])id$|Id$/.test(field.path.at(-1) ?? '')),
  );

/** "placing" of an order, where messages say "order placed". */
const saidOfThing = (scene: Scene, gerund: string, noun: string): string | null => {
  const stem = gerund.toLowerCase().replace(/ing$/, '');
  const done = [`${stem}ed`, ...doneForms(stem), ...doneForms(`${stem}e`)];
  return (
    done.map((verb) => deedPhrase(noun, wordForm(verb), scene.data.vocabulary.phrases)).find((said) => said !== null) ??
    null
  );
};

const phraseOf = (scene: Scene, text: string): string | undefined =>
  scene.data.vocabulary.phrases.get(text.toLowerCase().split(/\s+/).map(wordForm).join(' '));

/** The moment that a word stands for: what messages say, or the first that a service tells of the thing. */
const momentAt = (scene: Scene, at: number, noun: string): Pred | null => {
  const mark = markAt(scene, at);
  if (mark === undefined || roleField(scene, 'message') === null) return null;
  if (mark.meaning.kind === 'message') return saidIn(scene, 'phrase', mark.meaning.phrase);
  // "order placed" may be a queue of the spans too.
  const spoken = linksAt(scene, at).length > 0 ? undefined : phraseOf(scene, mark.text);
  if (spoken !== undefined) return saidIn(scene, 'phrase', spoken);
  const said = /ing$/i.test(mark.text) ? saidOfThing(scene, mark.text, noun) : null;
  if (said !== null) {
    assume(scene, `"${mark.text}" is what messages call "${said}"`, 0.96);
    return saidIn(scene, 'phrase', said);
  }
  const service = linksAt(scene, at).find(({ field }) => field.role === 'service');
  if (service === undefined) return null;
  assume(scene, `"${mark.text}" is the first record of ${service.value}`, serviceKeeps);
  return { kind: 'compare', field: service.field, op: '==', value: literalFor(service.field, service.value) };
};

/** "returning" a loan is a deed here, and no word that only leads on. */
const sideFrom = (scene: Scene, from: number): number =>
  scene.marks.findIndex((mark, at) => at >= from && (!isGap(scene, at) || /\p{L}{3,}ing$/iu.test(mark.text)));

/** What the thing is called: the word before its id, else the first word of its field. */
const nounOf = (scene: Scene, thing: number): string => {
  const named = namesField(scene, thing - 1) ? (markAt(scene, thing - 1)?.text ?? '') : '';
  return wordForm(named !== '' ? named : (linksAt(scene, thing)[0]?.field.path.at(-1)?.split(/[._]/)[0] ?? ''));
};

/**
 * "how much time passed between placing and shipping order ORD-5": from the first record that tells the one to the first that tells
 * the other, all of one thing.
 */
export const timePassed = (scene: Scene): void => {
  const between = scene.marks.findIndex((_, at) => conceptAt(scene, at)?.kind === 'between');
  const time = roleField(scene, 'timestamp');
  const led = scene.marks.slice(0, Math.max(0, between));
  if (between < 1 || time === null || !led.every((mark, at) => PASSES.test(mark.text) || isGap(scene, at))) return;
  const one = sideFrom(scene, between + 1);
  const and = nextContent(scene, one + 1);
  const other = sideFrom(scene, and + 1);
  const thing = oneThing(scene, other);
  if (conceptAt(scene, and)?.kind !== 'conjunction' || thing < 0) return;
  const noun = nounOf(scene, thing);
  const [from, to] = [momentAt(scene, one, noun), momentAt(scene, other, noun)];
  if (from === null || to === null) return;
  take(scene, ...led.keys(), between, one, and, other);
  if (namesField(scene, thing - 1) && fieldAt(scene, thing - 1) !== null) take(scene, thing - 1);
  addMetric(scene, { kind: 'elapsed', from, to, time, name: 'time_passed' });
};
