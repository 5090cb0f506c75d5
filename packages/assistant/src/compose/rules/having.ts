import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { CompareOp, Metric } from '../../ir/query-ir.ts';
import { nameWords, wordForm } from '../../tokens/normal-form.ts';
import type { QuantityUnit } from '../../tokens/token.ts';
import {
  assume,
  conceptAt,
  fieldAt,
  isNumeric,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { convertAmount } from '../units.ts';
import { whosAt } from '../who.ts';
import { withoutAbsent } from './absent.ts';
import { countName } from './count-name.ts';
import { addKey } from './groups.ts';
import { addMetric } from './metrics.ts';
import { severalEach } from './several-each.ts';

export interface Amount {
  readonly at: number;
  readonly value: number;
  readonly unit: QuantityUnit | null;
}

export const amountAt = (scene: Scene, at: number): Amount | null => {
  const meaning = markAt(scene, at)?.meaning;
  return meaning?.kind === 'amount' ? { at, value: meaning.value, unit: meaning.unit } : null;
};

/** "how many users had at least two errors": each user is one that has them or not, and those who have are counted. */
const countsGroups = (scene: Scene, cue: number): boolean => {
  const asked = scene.marks.findIndex((_, at) => at < cue && conceptAt(scene, at)?.kind === 'count');
  const things = scene.metrics.find((metric) => metric.kind === 'distinct' && metric.only === undefined);
  if (asked < 0 || !scene.taken.has(asked) || things?.kind !== 'distinct' || scene.keys.length > 0) return false;
  scene.metrics.splice(scene.metrics.indexOf(things), 1);
  addKey(scene, things.field);
  withoutAbsent(scene, things.field, cue);
  scene.overall.push({ fn: 'count', p: null, of: '', name: things.name });
  return true;
};

/** "failure rate per user, only users with 5 calls or more": the groups are named again where the condition is. */
const restated = (scene: Scene, cue: number): boolean => {
  const at = nextContent(scene, cue - 1, -1, (index) => conceptAt(scene, index)?.kind === 'with');
  const field = namesField(scene, at) && !scene.taken.has(at) ? fieldAt(scene, at) : null;
  if (field === null || !scene.keys.some((key) => key.kind === 'field' && sameField(key.field, field))) return false;
  withoutAbsent(scene, field, at);
  take(scene, at);
  return true;
};

/** "passengers who had more than 2 errors": each by the id, and not those whose records tell of as many passengers. */
export const byId = (scene: Scene, at: number, field: FieldRef): FieldRef => {
  if (!isNumeric(field) || field.role !== null || markAt(scene, at)?.plural !== true) return field;
  const id = `${wordForm(markAt(scene, at)?.text.toLowerCase() ?? '')} id`;
  const isId = (name: string): boolean => nameWords(name).map(wordForm).join(' ') === id;
  return scene.data.fields.find(({ name }) => isId(name))?.ref ?? field;
};

/** The group a condition on a count is for: "services with more than …", "which endpoints have …". */
export const headBefore = (scene: Scene, cue: number): void => {
  if (countsGroups(scene, cue) || restated(scene, cue) || scene.keys.length > 0) return;
  for (let at = cue - 1; at >= 0; at--) {
    const entity = conceptAt(scene, at);
    const trace = entity?.kind === 'entity' && entity.entity === 'trace' ? roleField(scene, 'trace') : null;
    if (trace !== null) {
      addKey(scene, trace);
      take(scene, at);
      return;
    }
    if (!namesField(scene, at) || scene.taken.has(at)) continue;
    const named = fieldAt(scene, at);
    if (named === null) scene.missing.push({ word: markAt(scene, at)?.text ?? '', slot: 'group' });
    else {
      const field = byId(scene, at, named);
      addKey(scene, field);
      withoutAbsent(scene, field, at);
    }
    take(scene, at);
    return;
  }
  // "who had at least 3 failures": each user is asked for.
  const [who] = whosAt(scene);
  const user = who === undefined ? null : roleField(scene, 'user');
  if (user === null || who === undefined) return;
  take(scene, who);
  addKey(scene, user);
  withoutAbsent(scene, user, who);
};

/** "users with more than 3 different errors", "pods used by more than 2 users": different values are counted. */
export const havingDistinct = (scene: Scene, cue: number, op: CompareOp, amount: Amount): boolean => {
  const isDistinct = (index: number): boolean => conceptAt(scene, index)?.kind === 'distinct';
  const next = nextContent(scene, amount.at + 1, 1, isDistinct);
  const said = Array.from({ length: Math.max(0, next - amount.at - 1) }, (_, step) => amount.at + 1 + step).filter(
    isDistinct,
  );
  const named = namesField(scene, next) && !scene.taken.has(next) ? fieldAt(scene, next) : null;
  const things = /^(severity|outcome|entity)$/.test(conceptAt(scene, next)?.kind ?? '') && said.length > 0;
  const field = things ? roleField(scene, 'message') : named;
  if (field === null || field.role === 'duration' || (isNumeric(field) && field.role !== 'status' && said.length === 0))
    return false;
  if (things) assume(scene, 'different records are those with different messages', 0.93);
  else take(scene, next);
  headBefore(scene, cue);
  severalEach(scene, cue);
  take(scene, ...said);
  const name = distinctName(scene, next, field);
  addMetric(scene, { kind: 'distinct', field, name });
  scene.having.push({ metric: name, op, value: amount.value });
  return true;
};

const distinctName = (scene: Scene, at: number, field: FieldRef): string => {
  const word =
    conceptAt(scene, at)?.kind === 'role'
      ? (markAt(scene, at)?.text ?? '')
      : `distinct_${field.path.at(-1) ?? 'values'}`;
  const safe = word.toLowerCase().replace(/[^a-z0-9_]+/g, '_');
  return safe.endsWith('s') ? safe : `${safe}s`;
};

/** "more than 10 times": what was done is counted. */
export const isTimes = (scene: Scene, at: number): boolean => /^times?$/i.test(markAt(scene, at + 1)?.text ?? '');

/** "errors that happened only once": errors of one kind say the same. */
const groupAlike = (scene: Scene): void => {
  const message = roleField(scene, 'message');
  const times = scene.marks.some((_, at) => amountAt(scene, at) !== null && isTimes(scene, at));
  const things = conceptAt(scene, nextContent(scene, 0))?.kind === 'severity' || conceptAt(scene, 0)?.kind === 'which';
  // "errors retried more than 20 times": what they say is known already.
  const isSaid = scene.preds.some(({ source }) => source === 'text');
  if (!times || !things || isSaid || message === null || scene.bucket !== null) return;
  addKey(scene, message);
};

export const havingCount = (scene: Scene, cue: number, op: CompareOp, value: number): void => {
  headBefore(scene, cue);
  if (scene.keys.length === 0) groupAlike(scene);
  const count = scene.metrics.find((metric) => metric.kind === 'count') ?? { kind: 'count', name: countName(scene) };
  addMetric(scene, count);
  scene.having.push({ metric: count.name, op, value });
};

export const havingMetric = (scene: Scene, cue: number, metric: Metric, op: CompareOp, amount: Amount): void => {
  headBefore(scene, cue);
  if (metric.kind === 'ratio') {
    // "above 5" and "above 1" of a rate can only mean per cent: no share is above 1.
    const isPercent = amount.unit === 'percent' || amount.value > 1 || (amount.value === 1 && op === '>');
    const share = isPercent ? amount.value / 100 : amount.value;
    scene.having.push({ metric: metric.name, op, value: Number(share.toPrecision(12)) });
    return;
  }
  const unit = 'field' in metric ? metric.field.unit : null;
  const value = convertAmount(amount.value, amount.unit, unit);
  if (value === null) scene.missing.push({ word: markAt(scene, amount.at)?.text ?? '', slot: 'filter' });
  else scene.having.push({ metric: metric.name, op, value });
};
