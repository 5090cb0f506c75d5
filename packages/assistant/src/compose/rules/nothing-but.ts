import type { Pred } from '../../ir/query-ir.ts';
import { conceptAt, markAt, nextContent, roleField, type Scene, take } from '../scene.ts';
import { whosAt } from '../who.ts';
import { withoutAbsent } from './absent.ts';
import { boundAt } from './bound-condition.ts';
import { type Condition, conditionAt, groupByHead, headBeforeCondition } from './conditions.ts';
import { amountAt } from './having.ts';
import { addMetric } from './metrics.ts';
import { isStatusCode, withinStatuses } from './statuses.ts';

const NOT = /^(never|not|(have|has|had|did|does|do|was|were)(n['’]t| not))$/i;
const BUT = /^(but|except|other than|besides|apart from)$/i;
const ONLY = /^(only|just|always|solely|purely|exclusively|nothing but)( in| at| on| from| for| to)?$/i;

/** What stands between a thing and what it only did: who did it, and that they did. */
const CLAUSE = /^(with|entity|who|which|exists|negation|volume)$/;
const VERB = /^(got|get|gets|getting|had|has|have|saw|seen|logged|logs?|used|returned|returns?|see|ever)$/i;

/** "pods that only log errors" is of the pods; "pods, only errors" and "users only in eu-west-1" choose records. */
const ofTheThing = (scene: Scene, at: number): boolean => {
  const head = headBeforeCondition(scene, at);
  const who = whosAt(scene).find((index) => index < at);
  const start = Math.max(head, who ?? -1);
  if (start < 0) return false;
  const between = scene.marks.slice(start + 1, at);
  const clause = between.every(
    (mark, step) =>
      CLAUSE.test(conceptAt(scene, start + 1 + step)?.kind ?? '') ||
      conceptAt(scene, start + 1 + step)?.kind === 'filler' ||
      VERB.test(mark.text),
  );
  const asked = conceptAt(scene, nextContent(scene, start - 1, -1))?.kind === 'which';
  return clause && (asked || between.length > 0 || start === who);
};

/** The marks that say "nothing but", from the first to the last; null where the mark begins none. */
const cueAt = (scene: Scene, at: number): readonly number[] | null => {
  const text = markAt(scene, at)?.text ?? '';
  const next = markAt(scene, at + 1)?.text ?? '';
  const not = scene.marks.findIndex((mark, index) => index < at && NOT.test(mark.text));
  if (/^anything (but|except)$/i.test(text)) return not < 0 ? null : [not, at];
  if (/^anything$/i.test(text) && BUT.test(next)) return not < 0 ? null : [not, at, at + 1];
  if (/^nothing$/i.test(text) && BUT.test(next)) return [at, at + 1];
  if (/^(only|just)$/i.test(text) && /^ever$/i.test(next)) return [at, at + 1];
  if (/^only ever$/i.test(text)) return [at];
  return ONLY.test(text) && ofTheThing(scene, at) ? [at] : null;
};

const isSaid = (scene: Scene, at: number): boolean =>
  /^(with|message|entity|list|exists)$/.test(conceptAt(scene, at)?.kind ?? markAt(scene, at)?.meaning.kind ?? '') &&
  conditionAt(scene, at) === null;

/** "always got a 200": here a number is nothing but a status. */
const bareStatus = (scene: Scene, at: number): Condition | null => {
  const amount = amountAt(scene, at);
  const field = roleField(scene, 'status');
  const ends = !/^(entity|role|field)$/.test(conceptAt(scene, at + 1)?.kind ?? '');
  if (amount === null || amount.unit !== null || field === null || !ends || !isStatusCode(amount.value)) return null;
  return { pred: withinStatuses(field, { from: amount.value, to: amount.value }), name: 'status', field };
};

/** "/search and /cart", "404s or 500s": all that is allowed. */
const allowed = (scene: Scene, first: number): { readonly pred: Pred; readonly used: readonly number[] } | null => {
  const one = conditionAt(scene, first) ?? bareStatus(scene, first);
  if (one === null) {
    const bound = boundAt(scene, first);
    return bound === null ? null : { pred: bound.condition.pred, used: bound.used };
  }
  const preds = [one.pred];
  const used = [first];
  for (let at = first + 1; ; ) {
    const joins = conceptAt(scene, at)?.kind === 'conjunction' || markAt(scene, at)?.text === ',';
    const next: Condition | null = joins ? conditionAt(scene, at + 1) : null;
    if (next === null || next.field?.path.join() !== one.field?.path.join()) break;
    preds.push(next.pred);
    used.push(at, at + 1);
    at += 2;
  }
  return { pred: preds.length === 1 ? one.pred : { kind: 'or', preds }, used };
};

/** "always respond in under a second", "never waited more than 1 s": whatever verb says how long it took. */
const pastVerb = (scene: Scene, at: number): number => {
  const next = nextContent(scene, at + 1);
  const verb = /^(unknown|message)$/.test(markAt(scene, at)?.meaning.kind ?? '');
  return verb && boundAt(scene, next) !== null ? next : at;
};

const OPPOSITE = { '==': '!=', '!=': '==', '<': '>=', '>=': '<', '>': '<=', '<=': '>' } as const;

/**
 * What none of the records may be. A comparison drops records that lack the field, which is right for a status; spans that
 * did not fail lack the error tag, so theirs is a negation.
 */
const anythingElse = (pred: Pred): Pred => {
  if (pred.kind === 'compare' && pred.field.role !== 'error') return { ...pred, op: OPPOSITE[pred.op] };
  if (pred.kind === 'and') return { kind: 'or', preds: pred.preds.map(anythingElse) };
  return { kind: 'not', pred };
};

/** Groups by the thing before, of which no record may satisfy the predicate. */
const keepWithout = (scene: Scene, at: number, pred: Pred, name: string): boolean => {
  if (!groupByHead(scene, at)) return false;
  for (const key of scene.keys) if (key.kind === 'field') withoutAbsent(scene, key.field, at);
  addMetric(scene, { kind: 'count-if', pred, name });
  scene.having.push({ metric: name, op: '==', value: 0 });
  return true;
};

/** "users who never got anything but a 200", "paths that always fail": groups that have nothing else. */
export const nothingBut = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const cue = scene.taken.has(at) ? null : cueAt(scene, at);
    const first = cue?.[0] ?? -1;
    if (cue === null || (headBeforeCondition(scene, first) < 0 && whosAt(scene).length === 0)) continue;
    const next = nextContent(scene, (cue.at(-1) ?? at) + 1, 1, (index) => isSaid(scene, index));
    const said = pastVerb(scene, next);
    const only = allowed(scene, said);
    if (only === null || !keepWithout(scene, first, anythingElse(only.pred), 'others')) continue;
    take(scene, ...cue, ...only.used, ...(said > next ? [next] : []));
    return;
  }
};

/** "routes that never took longer than a second": not one record of them did. */
export const neverBeyond = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (scene.taken.has(at) || conceptAt(scene, at)?.kind !== 'negation' || !NOT.test(mark.text)) continue;
    const next = nextContent(
      scene,
      at + 1,
      1,
      (index) => isSaid(scene, index) || /^once$/i.test(markAt(scene, index)?.text ?? ''),
    );
    const said = pastVerb(scene, next);
    const bound = /^never$/i.test(mark.text) ? boundAt(scene, said) : null;
    if (bound === null || !keepWithout(scene, at, bound.condition.pred, bound.condition.name)) continue;
    take(scene, at, ...bound.used, ...(said > next ? [next] : []));
    return;
  }
};
