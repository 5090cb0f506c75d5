import type { FieldRef } from '../../ir/field-ref.ts';
import { addPred, conceptAt, markAt, roleField, type Scene, take } from '../scene.ts';

const HANDLED =
  /^(?:process|processed|processes|processing|consume|consumed|consumes|receive|received|handle|handled)$/i;
const SENT = /^(?:send|sent|sends|publish|published|publishes|produce|produced|enqueue|enqueued|put)$/i;
const OPERATION = /^messaging\.operation(?:\.(?:type|name))?$/;

interface Deed {
  readonly said: RegExp;
  /** What the conventions and their libraries call it. */
  readonly values: RegExp;
}

const DEEDS: readonly Deed[] = [
  { said: HANDLED, values: /^(?:process|receive|consume|deliver)$/i },
  { said: SENT, values: /^(?:send|publish|produce)$/i },
];

const fieldCalled = (scene: Scene, called: RegExp): FieldRef | null =>
  scene.data.fields.find(({ name }) => called.test(name))?.ref ?? null;

/** "how many messages did it process": what a service did with them, where the data tells it. */
const readDeed = (scene: Scene): void => {
  const operation = scene.data.fields.find(({ name }) => OPERATION.test(name));
  if (operation === undefined) return;
  for (const { said, values } of DEEDS) {
    const at = scene.marks.findIndex(({ text }, index) => said.test(text) && !scene.taken.has(index));
    const known = operation.source.values.filter(({ value }) => values.test(value)).map(({ value }) => value);
    const [only] = known;
    if (at < 0 || only === undefined) continue;
    take(scene, at);
    addPred(
      scene,
      'value',
      known.length === 1
        ? { kind: 'compare', field: operation.ref, op: '==', value: { kind: 'text', value: only } }
        : { kind: 'in', field: operation.ref, values: known.map((value) => ({ kind: 'text', value })) },
      at,
    );
  }
};

/** Spans have no messages of their own: "messages per queue" are those of queues. */
export const queueMessages = (scene: Scene): void => {
  const queue = scene.dataset === 'spans' ? fieldCalled(scene, /^messaging\.destination(?:\.name)?$/) : null;
  if (queue === null || roleField(scene, 'message') !== null) return;
  const said = scene.marks.findIndex((_, at) => {
    const concept = conceptAt(scene, at);
    return concept?.kind === 'role' && concept.role === 'message' && !scene.taken.has(at);
  });
  // "messages about lag" are lines of a log.
  if (said < 0 || !/^messages?$/i.test(markAt(scene, said)?.text ?? '') || conceptAt(scene, said + 1)?.kind === 'text')
    return;
  take(scene, said);
  addPred(scene, 'presence', { kind: 'compare', field: queue, op: '!=', value: { kind: 'null' } }, said);
  readDeed(scene);
};
