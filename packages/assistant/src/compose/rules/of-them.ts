import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { conceptAt, fieldAt, isNumeric, markAt, namesField, nextContent, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';
import { type Condition, conditionAt } from './conditions.ts';
import { countName } from './count-name.ts';
import { addKey } from './groups.ts';
import { addMetric } from './metrics.ts';

/** Where "how many of them" is, where what is said of them begins, and where what they are is said. */
interface OfThem {
  readonly count: number;
  readonly from: number;
  readonly head: number;
  /** The count of all, where it is asked for by a word of its own. */
  readonly all: number;
}

const isOf = (scene: Scene, at: number): boolean => /^(of|out of)$/i.test(markAt(scene, at)?.text ?? '');
const isValue =
  (scene: Scene) =>
  (at: number): boolean =>
    markAt(scene, at)?.meaning.kind === 'value';

/** "of the users that …, how many …": what they are is said first. */
const ofThose = (scene: Scene): OfThem | null => {
  const head = isOf(scene, 0) ? nextContent(scene, 1, 1, isValue(scene)) : -1;
  const count = scene.marks.findIndex((_, at) => at > head && conceptAt(scene, at)?.kind === 'count');
  return head < 0 || count < 0 ? null : { count, from: count + 1, head, all: -1 };
};

const isJoined = (scene: Scene, at: number): boolean =>
  conceptAt(scene, at - 1)?.kind === 'conjunction' || markAt(scene, at - 1)?.text === ',';

/** "how many requests …, and how many failed", "number of users and number of users with errors": they are the same. */
const saidAgain = (scene: Scene, head: number, count: number): number | null => {
  if (!isJoined(scene, count)) return null;
  const next = nextContent(scene, count + 1);
  const verb =
    conceptAt(scene, next)?.kind === 'outcome' &&
    /^(fail|failed|succeed|succeeded)$/i.test(markAt(scene, next)?.text ?? '');
  if (verb && !scene.marks.some((_, at) => at < count && conceptAt(scene, at)?.kind === 'outcome')) return next;
  const [one, two] = [
    namesField(scene, head) ? fieldAt(scene, head) : null,
    namesField(scene, next) ? fieldAt(scene, next) : null,
  ];
  const same = one !== null && two !== null && sameField(one, two) && conceptAt(scene, next + 1)?.kind === 'with';
  return same ? next + 1 : null;
};

const findOfThem = (scene: Scene): OfThem | null => {
  const all = scene.marks.findIndex((_, at) => conceptAt(scene, at)?.kind === 'count');
  for (const [at] of scene.marks.entries()) {
    if (at <= all || conceptAt(scene, at)?.kind !== 'count') continue;
    const head = nextContent(scene, all + 1, 1, isValue(scene));
    const again = saidAgain(scene, head, at);
    if (again !== null) return { count: at, from: again, head, all };
    if (!isOf(scene, at + 1)) continue;
    if (!/^(them|those|these|which|whom)$/i.test(markAt(scene, at + 2)?.text ?? '')) continue;
    return { count: at, from: at + 3, head, all };
  }
  return ofThose(scene);
};

/** The clause ends where the question begins to speak of groups or times of all. */
const clauseEnd = (scene: Scene, from: number): number => {
  const end = scene.marks.findIndex(
    (mark, at) =>
      at >= from &&
      (mark.meaning.kind === 'time' ||
        /^(group|each)$/.test(conceptAt(scene, at)?.kind ?? '') ||
        /^[,;?]$/.test(mark.text)),
  );
  return end < 0 ? scene.marks.length : end;
};

const columns = (scene: Scene, found: OfThem, pred: Pred, name: string): void => {
  const named = namesField(scene, found.head) ? fieldAt(scene, found.head) : null;
  const field: FieldRef | null = named !== null && isNumeric(named) ? null : named;
  if (field === null) {
    addMetric(scene, { kind: 'count', name: countName(scene) });
    addMetric(scene, { kind: 'count-if', pred, name });
  } else {
    addMetric(scene, { kind: 'distinct', field, name: 'all' });
    addMetric(scene, { kind: 'distinct', field, only: pred, name: `with_${name}` });
    take(scene, found.head);
  }
  // "number of users and number of users with errors" says twice what they are.
  const again = scene.marks.flatMap((_, at) =>
    at > found.count && at < found.from && namesField(scene, at) ? [at] : [],
  );
  take(scene, found.count, ...again, ...(found.all < 0 ? [] : [found.all]));
};

/** The value or status before that no record can have together with what is said of some of them: "/cart" and "/checkout". */
const otherValue = (scene: Scene, found: OfThem, { field, pred }: Condition): number =>
  scene.marks.findIndex((_, at) => {
    const other = at > found.head && at < found.count ? conditionAt(scene, at) : null;
    const same = other?.field != null && field !== null && sameField(other.field, field);
    return same && JSON.stringify(other.pred) !== JSON.stringify(pred);
  });

/**
 * "how many users opened /cart and how many of those reached /checkout": each user is one that did the one, or both, for no
 * record is of both.
 */
const bothDone = (scene: Scene, found: OfThem, condition: Condition): boolean => {
  const other = otherValue(scene, found, condition);
  const first = conditionAt(scene, other);
  const head = namesField(scene, found.head) ? fieldAt(scene, found.head) : null;
  if (other < 0 || first === null || head === null || isNumeric(head)) return false;
  const verbs = scene.marks.flatMap((mark, at) => (at > found.head && mark.meaning.kind === 'unknown' ? [at] : []));
  take(scene, other, found.head, found.count, ...verbs, ...(found.all < 0 ? [] : [found.all]));
  addKey(scene, head);
  withoutAbsent(scene, head, found.head);
  for (const { pred, name } of [first, condition]) addMetric(scene, { kind: 'count-if', pred, name });
  scene.overall.push(
    { fn: 'count', p: null, of: '', name: 'all', over: [first.name] },
    { fn: 'count', p: null, of: '', name: 'of_them', over: [first.name, condition.name] },
  );
  return true;
};

const allOf = (preds: readonly Pred[], only: Pred): Pred => (preds.length === 1 ? only : { kind: 'and', preds });

/**
 * "how many users went to the cart and how many of them had an error", "how many requests were there and how many of those
 * failed": what is said of some of them makes a second column and no filter.
 */
export const ofThem = (scene: Scene): void => {
  const found = findOfThem(scene);
  if (found === null) return;
  const said: { readonly at: number; readonly condition: Condition }[] = [];
  for (let at = found.from; at < clauseEnd(scene, found.from); at++) {
    const condition = conditionAt(scene, at);
    if (condition !== null) said.push({ at, condition });
  }
  const [only] = said;
  if (only === undefined) return;
  const preds = said.map(({ condition }) => condition.pred);
  if (said.length === 1 && bothDone(scene, found, only.condition)) {
    take(scene, only.at);
    return;
  }
  take(scene, ...said.map(({ at }) => at));
  const name = said.map(({ condition }) => condition.name).join('_');
  columns(scene, found, allOf(preds, only.condition.pred), name);
};

/** "and how many of them took over 500 ms": conditions that only their own rules read, taken out of the filter. */
export const lateOfThem = (scene: Scene): void => {
  const found = findOfThem(scene);
  if (found === null || scene.taken.has(found.count)) return;
  const parts = scene.preds.filter(({ at }) => at >= found.from && at < clauseEnd(scene, found.from));
  const [only] = parts;
  if (only === undefined) return;
  scene.preds.splice(0, scene.preds.length, ...scene.preds.filter((pred) => !parts.includes(pred)));
  scene.metrics.splice(0, scene.metrics.length);
  columns(
    scene,
    found,
    allOf(
      parts.map(({ pred }) => pred),
      only.pred,
    ),
    'of_them',
  );
};
