import { sameField } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { conceptAt, fieldAt, markAt, nextContent, roleField, type Scene, take } from '../scene.ts';
import { whosAt } from '../who.ts';
import { withoutAbsent } from './absent.ts';
import { type Condition, conditionAt, groupByHead, headBeforeCondition, isTimeHead } from './conditions.ts';
import { countGroups } from './count-groups.ts';
import { addMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';
import { statusRange } from './statuses.ts';

const NONE =
  /^(w\/o|no|never|without|without any|not|lacks no|neither|(have|has|had|did|does|do|was|were|is|are)(n't| not))$/i;

/** Said of what somebody did, and not of what a record is. */
const DID_NOT = /^(never|(have|has|had|did|does|do)(n't| not))$/i;

const isWho = (scene: Scene, at: number): boolean => whosAt(scene).includes(at);

const countOf = (scene: Scene, { pred, name }: Condition, op: '>' | '=='): void => {
  addMetric(scene, { kind: 'count-if', pred, name });
  scene.having.push({ metric: name, op, value: 0 });
};

/** The condition right before "but no …": "errors but no warnings". */
const conditionBefore = (scene: Scene, none: number): number => {
  const before = nextContent(scene, none - 1, -1, (index) => {
    const kind = conceptAt(scene, index)?.kind;
    return kind === 'conjunction' || kind === 'with' || kind === 'entity' || markAt(scene, index)?.text === ',';
  });
  return conditionAt(scene, before) === null || markAt(scene, before)?.meaning.kind === 'value' ? -1 : before;
};

/** What excludes a place of those that somebody was in. */
const OTHER = /^(but not|and not|not (on|in|at|from|for|with)|without ever|excluding)$/i;

const SEEN = /^(but|seen|yet|still|then|afterwards)$/i;

/** "seen on /login but never on /checkout": no record has both, so who has the one and not the other is asked for. */
const otherValueBefore = (scene: Scene, none: number, without: Condition): number => {
  const before = nextContent(scene, none - 1, -1, (index) => {
    const kind = conceptAt(scene, index)?.kind;
    const text = markAt(scene, index)?.text ?? '';
    return /^(conjunction|with|entity)$/.test(kind ?? '') || text === ',' || SEEN.test(text) || isIdle(scene, index);
  });
  const other = conditionAt(scene, before);
  if (headBeforeCondition(scene, before) < 0 && whosAt(scene).length === 0) return -1;
  const same = other?.field != null && without.field !== null && sameField(other.field, without.field);
  const differs = other !== null && JSON.stringify(other.pred) !== JSON.stringify(without.pred);
  return markAt(scene, before)?.meaning.kind === 'value' && same && differs ? before : -1;
};

/** A verb that says only that somebody was there: "opened", "reached". */
const isIdle = (scene: Scene, at: number): boolean => {
  const mark = markAt(scene, at);
  const unknown = mark?.meaning.kind === 'unknown' && /^\p{L}{3,}$/u.test(mark.text);
  return unknown || (mark?.meaning.kind === 'message' && /^(sent|send|issued)$/i.test(mark.text));
};

const idleBetween = (scene: Scene, start: number, end: number): readonly number[] =>
  scene.marks.flatMap((_, at) => (at > start && at < end && isIdle(scene, at) ? [at] : []));

/** What a group can have none of: a severity, a status, a failure, or a text that is quoted. */
const countsAlone = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  return (
    /^(severity|outcome|database)$/.test(conceptAt(scene, at)?.kind ?? '') ||
    statusRange(scene, at) !== null ||
    (meaning?.kind === 'literal' && meaning.token.kind === 'quoted')
  );
};

/** "no error or warning", "neither 404s nor 500s": none of these. */
const orOthers = (scene: Scene, at: number, first: Condition): { condition: Condition; used: readonly number[] } => {
  const next = nextContent(scene, at + 2);
  const joins = conceptAt(scene, at + 1)?.kind === 'conjunction' || /^nor$/i.test(markAt(scene, at + 1)?.text ?? '');
  const other = joins ? conditionAt(scene, next) : null;
  const alike = other !== null && countsAlone(scene, next) && markAt(scene, next)?.meaning.kind !== 'value';
  if (!alike) return { condition: first, used: [] };
  const pred: Pred = { kind: 'or', preds: [first.pred, other.pred] };
  return { condition: { ...first, pred, name: `${first.name}_or_${other.name}` }, used: [at + 1, next] };
};

/** "never logged an error", "did not get any": what was done with it does not matter. */
const isDone = (scene: Scene, at: number): boolean =>
  /^(exists|with|entity|volume)$/.test(conceptAt(scene, at)?.kind ?? '') ||
  /^(logs?|logged|logging|hits?|hitting|calls?|called|return|returned)$/i.test(markAt(scene, at)?.text ?? '') ||
  (markAt(scene, at)?.meaning.kind === 'unknown' && /ed$/i.test(markAt(scene, at)?.text ?? ''));

/** "which users never opened /cart", "services with no logs in eu-west-1": of a value only where it is what somebody did not do, for else it is a filter. */
const absentAt = (scene: Scene, none: number, at: number): Condition | null => {
  const condition = conditionAt(scene, at);
  const head = headBeforeCondition(scene, none);
  const who = whosAt(scene).some((index) => index < none) ? roleField(scene, 'user') : null;
  const trace = conceptAt(scene, head)?.kind === 'entity' ? roleField(scene, 'trace') : null;
  const field = head < 0 ? who : (trace ?? fieldAt(scene, head));
  const same = condition !== null && field !== null && condition.field?.path.join() === field.path.join();
  // "whose status was neither 200 nor 422" says what the status is not.
  if (condition === null || same) return null;
  if (markAt(scene, at)?.meaning.kind !== 'value') return condition;
  const things = scene.marks.some(
    (_, index) => index > none && index < at && /^(entity|volume)$/.test(conceptAt(scene, index)?.kind ?? ''),
  );
  return field !== null && condition.field !== null && (things || DID_NOT.test(markAt(scene, none)?.text ?? ''))
    ? condition
    : null;
};

/**
 * "services with no errors", "paths with errors but no warnings": groups whose count of one thing is zero, and of the
 * other is not. A negation of the records themselves could not say that, for a record has one severity.
 */
export const withNone = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const text = markAt(scene, at)?.text ?? '';
    if (conceptAt(scene, at)?.kind !== 'negation' || scene.taken.has(at) || !(NONE.test(text) || OTHER.test(text)))
      continue;
    const next = nextContent(scene, at + 1, 1, (index) => isDone(scene, index) || isIdle(scene, index));
    const stated = conditionAt(scene, next);
    const other = stated === null ? -1 : otherValueBefore(scene, at, stated);
    if (other < 0 && !NONE.test(text)) continue;
    const without = other < 0 ? absentAt(scene, at, next) : stated;
    if (without === null) continue;
    const before = other < 0 ? conditionBefore(scene, at) : other;
    const also = before < 0 ? null : conditionAt(scene, before);
    // Alone, "no 404s" or "without debug" are filters of the records; of a thing named before, its count is zero.
    const start = before < 0 ? at : before;
    const head = nextContent(
      scene,
      start - 1,
      -1,
      (index) =>
        (/^(with|entity)$/.test(conceptAt(scene, index)?.kind ?? '') && !isGroupable(scene, index)) ||
        isIdle(scene, index),
    );
    const plain =
      before < 0 &&
      !(markAt(scene, next)?.meaning.kind === 'value') &&
      (!countsAlone(scene, next) ||
        (head !== headBeforeCondition(scene, at) && !isTimeHead(scene, at) && !isWho(scene, head)));
    if (
      plain ||
      (also === null && head < 0 && whosAt(scene).length === 0) ||
      also?.name === without.name ||
      !groupByHead(scene, start)
    )
      continue;
    const { condition, used } = orOthers(scene, next, without);
    take(scene, at, next, ...used, ...idleBetween(scene, other < 0 ? at : 0, next));
    countGroups(scene);
    for (const key of scene.keys) if (key.kind === 'field') withoutAbsent(scene, key.field, at);
    if (also !== null) {
      take(scene, before);
      countOf(scene, also, '>');
    }
    countOf(scene, condition, '==');
  }
};
