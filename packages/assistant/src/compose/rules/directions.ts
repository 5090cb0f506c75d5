import { sameField } from '../../ir/field-ref.ts';
import { addPred, conceptAt, nextContent, type Scene, take } from '../scene.ts';

const OUT = /^(?:outgoing|outbound|egress|downstream|external)$/i;
const IN = /^(?:incoming|inbound|ingress)$/i;

/** "outgoing calls" are the spans of kind CLIENT, "incoming requests" those of kind SERVER. */
export const directions = (scene: Scene): void => {
  const kind = scene.data.fields.find(({ ref }) => ref.root === 'm' && ref.path.join('.') === 'kind');
  if (scene.dataset !== 'spans' || kind === undefined) return;
  for (const [at, mark] of scene.marks.entries()) {
    const value = OUT.test(mark.text) ? 'CLIENT' : IN.test(mark.text) ? 'SERVER' : null;
    const counted = conceptAt(scene, nextContent(scene, at + 1))?.kind;
    const known = kind.source.values.some((entry) => entry.value === value);
    const said = scene.preds.some(
      ({ pred }) => 'field' in pred && pred.field !== null && sameField(pred.field, kind.ref),
    );
    if (
      value === null ||
      !known ||
      said ||
      scene.taken.has(at) ||
      !/^(?:entity|outcome|volume|superlative|database)$/.test(counted ?? '')
    )
      continue;
    take(scene, at);
    addPred(scene, 'value', { kind: 'compare', field: kind.ref, op: '==', value: { kind: 'text', value } }, at);
  }
};
