import type { FieldRef } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { saidIn } from '../said-in.ts';
import { conceptAt, fieldAt, linksAt, markAt, namesField, roleField, type Scene, take } from '../scene.ts';
import { whosAt } from '../who.ts';
import { literalFor, outcomePred, spanError } from './filters.ts';
import { addKey } from './groups.ts';
import { isGroupable } from './ranking.ts';
import { statusRange, withinStatuses } from './statuses.ts';

/** Something records can be: what a column of its own counts. */
export interface Condition {
  readonly pred: Pred;
  /** The column that counts it. */
  readonly name: string;
  readonly field: FieldRef | null;
}

const columnName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/^(?=\d)/, 's_') || 'counted';

/** The condition that one mark states by itself: a severity, an outcome, a status or a value. */
export const conditionAt = (scene: Scene, at: number): Condition | null => {
  const mark = markAt(scene, at);
  const concept = conceptAt(scene, at);
  if (mark === undefined || scene.taken.has(at)) return null;
  const name = columnName(mark.text);
  if (concept?.kind === 'severity') {
    const field = roleField(scene, 'severity');
    if (field !== null)
      return {
        field,
        name,
        pred: { kind: 'compare', field, op: '==', value: { kind: 'severity', value: concept.value } },
      };
    const pred = concept.value === 'ERROR' || concept.value === 'CRITICAL' ? spanError(scene) : null;
    return pred === null ? null : { pred, name, field: null };
  }
  if (concept?.kind === 'outcome') {
    const pred = outcomePred(scene, concept.failed);
    return pred === null ? null : { pred, name, field: null };
  }
  const database = concept?.kind === 'database' ? roleField(scene, 'db') : null;
  if (database !== null)
    return { field: database, name, pred: { kind: 'compare', field: database, op: '!=', value: { kind: 'null' } } };
  const status = roleField(scene, 'status');
  const range = status === null ? null : statusRange(scene, at);
  if (status !== null && range !== null) return { pred: withinStatuses(status, range), name, field: status };
  const said =
    mark.meaning.kind === 'literal' && mark.meaning.token.kind === 'quoted' ? mark.meaning.token.value : null;
  const message = roleField(scene, 'message');
  if (said !== null && message !== null && said.trim() !== '')
    return { pred: saidIn(scene, 'phrase', said), name, field: message };
  const link = linksAt(scene, at)[Math.min(scene.valueRank, linksAt(scene, at).length - 1)];
  if (link === undefined) return null;
  const value = literalFor(link.field, link.value);
  return { pred: { kind: 'compare', field: link.field, op: '==', value }, name, field: link.field };
};

/** The plural thing before a condition that is asked for: "services with …", "which users had …"; -1 without one. */
export const headBeforeCondition = (scene: Scene, at: number): number => {
  for (let index = at - 1; index >= 0; index--) if (isGroupable(scene, index)) return index;
  return -1;
};

/** "hours with no warnings": the buckets are the groups. */
export const isTimeHead = (scene: Scene, at: number): boolean =>
  scene.bucket !== null &&
  scene.marks.some((mark, index) => index < at && scene.taken.has(index) && /^(minute|hour|day)s$/i.test(mark.text));

/** Groups by the head, or by what a group cue says; false where neither is there. */
export const groupByHead = (scene: Scene, at: number): boolean => {
  const head = headBeforeCondition(scene, at);
  const trace = conceptAt(scene, head)?.kind === 'entity' ? roleField(scene, 'trace') : null;
  const field = head < 0 ? null : (trace ?? fieldAt(scene, head));
  if (field !== null) {
    take(scene, head);
    addKey(scene, field);
    return true;
  }
  if (isTimeHead(scene, at)) return true;
  const who = whosAt(scene).find((index) => index < at);
  const user = who === undefined ? null : roleField(scene, 'user');
  if (who !== undefined && user !== null) {
    take(scene, who);
    addKey(scene, user);
    return true;
  }
  return scene.marks.some(
    (_, index) =>
      /^(group|each)$/.test(conceptAt(scene, index)?.kind ?? '') &&
      [1, 2].some((step) => namesField(scene, index + step) && fieldAt(scene, index + step) !== null),
  );
};
