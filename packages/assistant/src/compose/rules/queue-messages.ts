import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import { addPred, conceptAt, hasConcept, markAt, roleField, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';

const HANDLED =
  /^(?:process|processed|processes|processing|consume|consumed|consumes|receive|received|handle|handled)(?: from| by)?$/i;
const SENT =
  /^(?:send|sent|sends|publish|published|publishes|produce|produced|enqueue|enqueued|put)(?: to| into| by)?$/i;
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

const operationOf = (scene: Scene): FieldRef | null =>
  scene.dataset === 'spans' ? fieldCalled(scene, OPERATION) : null;

/** "messages sent and processed per queue": a number of each deed, as both are named. */
export const sentAndProcessed = (scene: Scene): void => {
  const operation = operationOf(scene);
  if (operation === null) return;
  const wanted = scene.preds.flatMap(({ pred }) =>
    (pred.kind === 'compare' || pred.kind === 'in') && sameField(pred.field, operation)
      ? pred.kind === 'in'
        ? pred.values
        : [pred.value]
      : [],
  );
  const both = DEEDS.every(({ values }) => wanted.some((value) => value.kind === 'text' && values.test(value.value)));
  const asks = scene.keys.length > 0 || scene.bucket !== null || hasConcept(scene, 'count');
  if (both && asks) addKey(scene, operation);
};

/** "how many were sent?" > "and processed?": of the messages of queues that were asked for. */
const goesOn = (scene: Scene, queue: FieldRef): boolean =>
  scene.before.some((pred) => pred.kind === 'compare' && sameField(pred.field, queue));

const saysText = (scene: Scene): boolean =>
  scene.marks.some(({ meaning }, at) => {
    const isText = meaning.kind === 'literal' && /^(?:quoted|regex)$/.test(meaning.token.kind);
    return isText || conceptAt(scene, at)?.kind === 'text';
  });

/** Spans have no messages of their own: "messages per queue" are those of queues. */
export const queueMessages = (scene: Scene): void => {
  const queue = scene.dataset === 'spans' ? fieldCalled(scene, /^messaging\.destination(?:\.name)?$/) : null;
  if (queue === null || roleField(scene, 'message') !== null) return;
  const said = scene.marks.findIndex((_, at) => {
    const concept = conceptAt(scene, at);
    return concept?.kind === 'role' && concept.role === 'message' && !scene.taken.has(at);
  });
  if (said < 0 && goesOn(scene, queue)) readDeed(scene);
  // "messages about lag" are lines of a log, and so are those that a text is looked for in.
  if (saysText(scene)) return;
  if (said < 0 || !/^messages?$/i.test(markAt(scene, said)?.text ?? '') || conceptAt(scene, said + 1)?.kind === 'text')
    return;
  take(scene, said);
  addPred(scene, 'presence', { kind: 'compare', field: queue, op: '!=', value: { kind: 'null' } }, said);
  readDeed(scene);
};
