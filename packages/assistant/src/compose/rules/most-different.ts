import { sameField } from '../../ir/field-ref.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { conceptAt, fieldAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

/** "which van delivered the most parcels", where messages say "parcel delivered": each record is one deed on one of them. */
const isDeedOn = (scene: Scene, at: number, thing: number): boolean => {
  const verb = markAt(scene, nextContent(scene, at - 1, -1));
  if (verb?.meaning.kind !== 'message') return false;
  const noun = wordForm((markAt(scene, thing)?.text ?? '').toLowerCase());
  return scene.data.vocabulary.phrases.has(`${noun} ${wordForm(verb.meaning.phrase)}`);
};

/** "which route failed for the most different users": what is counted are the different things, not who did something. */
export const mostDifferent = (scene: Scene, at: number): void => {
  const isDistinct = (index: number): boolean => conceptAt(scene, index)?.kind === 'distinct';
  const next = nextContent(scene, at + 1, 1, isDistinct);
  const said = scene.marks.flatMap((_, index) => (index > at && index < next && isDistinct(index) ? [index] : []));
  const field = isGroupable(scene, next) && markAt(scene, next)?.plural === true ? fieldAt(scene, next) : null;
  const asked = scene.marks.findIndex((_, index) => index < at && isGroupable(scene, index));
  const other = asked < 0 ? null : fieldAt(scene, asked);
  const most = /^(the )?(most|fewest|least)$/i.test(markAt(scene, at)?.text ?? '');
  const counts = field !== null && field.role !== 'message' && field.role !== 'status' && most;
  if (field === null || scene.metrics.length > 0 || (said.length === 0 && !counts)) return;
  if ((other === null || sameField(other, field)) && scene.keys.length === 0) return;
  if (said.length === 0 && isDeedOn(scene, at, next)) {
    take(scene, next);
    return;
  }
  take(scene, next, ...said);
  const name = (markAt(scene, next)?.text ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '_');
  addMetric(scene, { kind: 'distinct', field, name });
};
