import { conceptsOf, fieldAt, linksAt, type Scene } from '../../compose/scene.ts';
import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { Key, Pred, QueryIR } from '../../ir/query-ir.ts';
import { tellsOutcome } from '../tells-outcome.ts';
import { type About, type Draft, readWords, type Step, saidIn } from './draft.ts';
import { isOn, isOutcome, isThreshold, wantsValues } from './preds.ts';

const SHARE = '(?:percentage|percent|share|fraction|proportion|part|ratio|%)';
const THAT = '(?:that|those|these|this|it|they|them)';
const ASKS = new RegExp(
  [
    `\\b(?:what|which|how (?:big|large|high|much) (?:a|of a|is the|of the)?|the|as|in|as what)(?: \\w+)? ?${SHARE}\\b.*\\b(?:is|are|was|were|do|does|did) ${THAT}\\b`,
    `\\bhow (?:many|much)(?: in)? ${SHARE}\\b.*\\b(?:is|are|was|were|do|does|did) ${THAT}\\b`,
    `\\b(?:is|are|was|were) ${THAT}\\b.*\\b(?:as|in) (?:a |an |terms of )?${SHARE}\\b`,
    `\\b(?:is|are|was|were) ${THAT}\\b.* (?:out of|compared to|relative to|in relation to) (?:all|the total|total|everything)\\b`,
  ].join('|'),
  'i',
);

/** "as a percentage": of groups each is a part of the whole, and that is read where they are ranked. */
const OF_ONE = new RegExp(
  `^(?:(?:and|ok|now|but|please|show|show me|give me|express|put|that|it|this|those|them|the same|get|see|have|can i)[\\s,]+)*(?:as|in) (?:a |an |the )?${SHARE}(?:$| of (?:all|the|total|everything)\\b)`,
  'i',
);

/** The records of which it is a share, as far as they are said: "of all errors", "of all requests to checkout". */
const isOfWhole = (pred: Pred, whole: Scene): boolean => {
  if (isOutcome(pred)) {
    const severity = 'field' in pred && pred.field?.role === 'severity';
    return severity ? conceptsOf(whole, 'severity').length > 0 : conceptsOf(whole, 'outcome').length > 0;
  }
  return whole.marks.some((_, at) => linksAt(whole, at).some(({ field }) => isOn(pred, field)));
};

const partsOf = (ir: QueryIR, whole: Scene): readonly Pred[] => {
  const open = ir.where.filter((pred) => !isOfWhole(pred, whole));
  const outcomes = open.filter((pred) => isOutcome(pred) || isThreshold(pred));
  if (outcomes.length > 0) return outcomes;
  const values = open.filter(wantsValues);
  return values.length > 0 ? values : open;
};

const isFieldAt = (scene: Scene, at: number, field: FieldRef): boolean => {
  const found = fieldAt(scene, at);
  return found !== null && sameField(found, field);
};

/** "of all requests of each path": divided by that. */
const eachOf = (whole: Scene): FieldRef | null =>
  whole.marks
    .map((_, at) => (/\b(?:each|every|per)$/i.test(whole.marks[at - 1]?.text ?? '') ? fieldAt(whole, at) : null))
    .find((field) => field !== null) ?? null;

/** Whether the whole is said: some of what was asked for, or what it is grouped by. */
export const namesWhole = ({ ir, marks }: Draft, { scene }: About): boolean => {
  const of = marks.findIndex(({ text }) => /\bof\b/i.test(text));
  if (of < 0) return false;
  const whole: Scene = {
    ...scene,
    marks: marks.map((mark, at) => (at > of ? mark : { ...mark, text: '', meaning: { kind: 'punctuation' } })),
  };
  const named = (key: Key): boolean =>
    key.kind === 'field' && whole.marks.some((_, at) => isFieldAt(whole, at, key.field));
  return ir.where.some((pred) => isOfWhole(pred, whole)) || ir.keys.some(named);
};

/** The same as the share that its conditions are of what is without them. */
export const shareIr = ({ ir, marks }: Draft, { scene }: About): QueryIR | null => {
  const parts = partsOf(ir, { ...scene, marks });
  const [only] = parts;
  const each = eachOf({ ...scene, marks });
  const known = each === null || ir.keys.some((key) => key.kind === 'field' && sameField(key.field, each));
  const keys: readonly Key[] = known || each === null ? ir.keys : [...ir.keys, { kind: 'field', field: each }];
  const counts = ir.metrics.every(({ kind }) => kind === 'count');
  if (only === undefined || !counts || ir.shape === 'distinct' || ir.related !== null) return null;
  const part: Pred = parts.length === 1 ? only : { kind: 'and', preds: parts };
  return {
    ...ir,
    where: [...ir.where.filter((pred) => !parts.includes(pred)), ...tellsOutcome(part, ir.where, scene.data)],
    shape: 'table',
    keys,
    metrics: [{ kind: 'ratio', part, name: 'share' }],
    having: [],
    share: false,
    columns: [],
    limit: keys.length === 0 ? null : ir.limit,
    order:
      keys.length === 0
        ? null
        : keys.length > ir.keys.length
          ? { by: 'column', name: 'share', direction: 'desc' }
          : ir.order?.by === 'column' && ir.order.name === ir.metrics[0]?.name
            ? { ...ir.order, name: 'share' }
            : ir.order,
  };
};

/** "requests per path", "only the failed ones", "as a percentage of all": of all that there were before. */
const narrowedToOutcome = ({ ir, marks }: Draft, { scene }: About): boolean => {
  const isNew = (pred: Pred): boolean => !scene.before.some((known) => JSON.stringify(known) === JSON.stringify(pred));
  const ofAll = /\bof (?:all|the total|everything)(?: of them)?$/i.test(saidIn(marks));
  return ofAll && scene.before.length > 0 && ir.where.some((pred) => isOutcome(pred) && isNew(pred));
};

/** "what percentage of all requests is that?": what was asked for, against the same without its conditions. */
export const shareOfAll: Step = (draft, about) => {
  const said = saidIn(draft.marks);
  const keyed = draft.ir.keys.length > 0;
  if (!ASKS.test(said) && !(OF_ONE.test(said) && (!keyed || narrowedToOutcome(draft, about)))) return null;
  const ir = shareIr(draft, about) ?? (keyed ? { ...draft.ir, share: true } : null);
  const read = ir === null ? null : readWords(draft.marks, /^.+$/);
  return ir === null || read === null ? null : { ir, marks: read.marks };
};
