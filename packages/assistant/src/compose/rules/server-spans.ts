import { addPred, assume, conceptAt, type Scene } from '../scene.ts';

/** Words that say which spans are meant, so that nothing is to be assumed. */
const SAYS_WHICH = /\b(span|spans|client|calls?|queries|trace|traces)\b/i;

/** "requests" among spans that have kinds are those that a service answered: each would be counted twice otherwise. */
export const serverSpans = (scene: Scene): void => {
  if (scene.dataset !== 'spans' || scene.preds.some((found) => found.source === 'id')) return;
  const kind = scene.data.fields.find((entry) => entry.ref.root === 'm' && entry.ref.path.join('.') === 'kind');
  const server = kind?.source.values.some(({ value }) => value === 'SERVER') === true;
  const at = scene.marks.findIndex(
    (mark, index) =>
      /\b(requests?|reqs?)\b/i.test(mark.text) && /^(entity|outcome)$/.test(conceptAt(scene, index)?.kind ?? ''),
  );
  const said = scene.marks.some((mark) => SAYS_WHICH.test(mark.text));
  const divided =
    scene.keys.some((key) => key.kind === 'field' && key.field.path.join('.') === 'kind') ||
    scene.preds.some(({ pred }) => 'field' in pred && pred.field?.path.join('.') === 'kind');
  if (kind === undefined || !server || at < 0 || said || divided) return;
  addPred(scene, 'value', { kind: 'compare', field: kind.ref, op: '==', value: { kind: 'text', value: 'SERVER' } }, at);
  assume(scene, 'requests are the spans of kind SERVER', 0.95);
};
