import type { FieldRef } from '../../ir/field-ref.ts';
import { sameField } from '../../ir/field-ref.ts';
import { assume, conceptAt, fieldAt, isGap, isNumeric, markAt, namesField, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';
import { addKey } from './groups.ts';
import { addMetric } from './metrics.ts';

const IN = /^(?:in|on|at|from|across|for|to|of)$/i;
const ALL = /^(?:all(?: of)?(?: the| our)?|every)$/i;
/** Both words are one cue: "in every region". */
const IN_EVERY = /^(?:in|on|at|from|across|for) (?:all|every)$/i;
const COUNTED = /^(?:count|stat|percentile|ratio|superlative|cut|group|common)$/;
const VERB = /^(?:with|which|who|outcome|exists)$/;
/** Of more values than that nothing is in all of them, and what is meant is all records. */
const valuesMax = 50;
const allKeeps = 0.93;

interface All {
  /** Where the words that say all of them begin. */
  readonly cue: number;
  readonly at: number;
  readonly field: FieldRef;
  /** How many there are. */
  readonly many: number;
}

/** "in all regions": the last that is said, and how many of them the data has. */
const allAt = (scene: Scene, head: number): All | null => {
  const cue = scene.marks.findIndex(
    ({ text }, at) =>
      at > head + 1 && (IN_EVERY.test(text) || (ALL.test(text) && IN.test(markAt(scene, at - 1)?.text ?? ''))),
  );
  const at = cue < 0 ? -1 : cue + (isGap(scene, cue + 1) ? 2 : 1);
  const field = namesField(scene, at) ? fieldAt(scene, at) : null;
  const known = scene.data.fields.find(({ ref }) => field !== null && sameField(ref, field))?.source;
  const closes = scene.marks.slice(at + 1).every(({ meaning }) => /^(?:time|punctuation)$/.test(meaning.kind));
  if (field === null || known === undefined || isNumeric(field) || !closes) return null;
  return known.distinct > 1 && known.distinct <= valuesMax ? { cue, at, field, many: known.distinct } : null;
};

/** "services with errors in all regions": those that have as many different regions as there are, and not all of them in any. */
export const inAllOf = (scene: Scene): void => {
  const head = scene.marks.findIndex((_, at) => !isGap(scene, at) && conceptAt(scene, at)?.kind !== 'which');
  const thing = namesField(scene, head) && markAt(scene, head)?.plural === true ? fieldAt(scene, head) : null;
  const all = thing === null || scene.before.length > 0 ? null : allAt(scene, head);
  const kinds = scene.marks.map((_, at) => conceptAt(scene, at)?.kind ?? '');
  const counts = kinds.some((kind, at) => COUNTED.test(kind) && at !== all?.cue);
  const said = kinds.some((kind, at) => at > head && VERB.test(kind) && at < (all?.cue ?? 0));
  if (thing === null || all === null || counts || !said || sameField(thing, all.field)) return;
  const name = `different_${all.field.path.at(-1)?.split('.').at(-1) ?? 'values'}`;
  take(scene, head, all.cue, all.at);
  addKey(scene, thing);
  withoutAbsent(scene, thing, head);
  addMetric(scene, { kind: 'distinct', field: all.field, name });
  scene.having.push({ metric: name, op: '>=', value: all.many });
  assume(scene, `all are the ${all.many} that the data has`, allKeeps);
};
