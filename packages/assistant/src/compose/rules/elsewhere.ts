import {
  assume,
  conceptAt,
  fieldAt,
  hasConcept,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { type Condition, conditionAt } from './conditions.ts';
import { addKey } from './groups.ts';
import { addMetric, statMetric } from './metrics.ts';
import { asksFigure } from './outcome-sides.ts';
import { isGroupable } from './ranking.ts';

const REST =
  /^(elsewhere|anywhere else|everywhere else|other|others|the others|all other|all others|rest|remaining|else)$/i;
const SLOWER = /\b(slower|faster|longer|shorter|quicker)\b/i;

/** The marks of all that is not the value: "elsewhere", "the other regions", "everything else". */
const restAt = (scene: Scene): readonly number[] | null => {
  const at = scene.marks.findIndex((mark, index) => REST.test(mark.text) && !scene.taken.has(index));
  if (at < 0) return null;
  const named = namesField(scene, at + 1) || conceptAt(scene, at + 1)?.kind === 'entity' ? [at + 1] : [];
  const else_ = /^else$/i.test(markAt(scene, at)?.text ?? '') ? [at - 1] : [];
  return [...else_, at, ...named];
};

/** "than", "vs", "compared to" right before the rest. */
const comparedAt = (scene: Scene, rest: number): number => {
  const before = nextContent(scene, rest - 1, -1);
  if (conceptAt(scene, before)?.kind === 'versus') return before;
  // "how many errors for A and for all the others": of either.
  const again = /^and (?:for|in|of|from|by|at|on)$/i.test(markAt(scene, before)?.text ?? '');
  if (again && (hasConcept(scene, 'count') || asksFigure(scene))) return before;
  return scene.marks.findLastIndex((mark, at) => at < rest && at >= rest - 4 && /(^|\s)than$/i.test(mark.text));
};

/** What is held against the rest: the value nearest before it. */
const valueBefore = (scene: Scene, joint: number): { readonly at: number; readonly condition: Condition } | null => {
  for (let at = joint - 1; at >= 0; at--) {
    const condition = markAt(scene, at)?.meaning.kind === 'value' ? conditionAt(scene, at) : null;
    if (condition !== null) return { at, condition };
  }
  return null;
};

/** "which services are slower in A than elsewhere": the average of both sides of each, and those where it is more. */
const slowerGroups = (scene: Scene, slower: number, { pred, name }: Condition): boolean => {
  const head = scene.marks.findIndex((_, at) => at < slower && isGroupable(scene, at));
  const asked = scene.marks.some((_, at) => at < head && conceptAt(scene, at)?.kind === 'which');
  const [field, duration] = [head < 0 ? null : fieldAt(scene, head), roleField(scene, 'duration')];
  if (!asked || field === null || duration === null) return false;
  take(scene, head);
  addKey(scene, field);
  addMetric(scene, { kind: 'stat', fn: 'avg', field: duration, name, only: pred });
  addMetric(scene, { kind: 'stat', fn: 'avg', field: duration, name: 'elsewhere', only: { kind: 'not', pred } });
  const less = /\b(faster|shorter|quicker)\b/i.test(markAt(scene, slower)?.text ?? '');
  scene.having.push({ metric: name, op: less ? '<' : '>', value: { column: 'elsewhere' } });
  return true;
};

/** "does A fail more often than the others": the share of each side. */
const oftener = (scene: Scene): boolean => {
  const often = scene.marks.findIndex((mark) => /^(often|frequently|likely)$/i.test(mark.text));
  const at = scene.marks.findIndex((_, index) => /^(severity|outcome)$/.test(conceptAt(scene, index)?.kind ?? ''));
  const condition = often < 0 ? null : conditionAt(scene, at);
  if (condition === null) return false;
  take(scene, often, at);
  addMetric(scene, { kind: 'ratio', part: condition.pred, name: 'rate' });
  assume(scene, 'how often is the share of all', 0.95);
  return true;
};

/** "slower in A than elsewhere", "error rate of A vs the rest": a value, and all records that do not have it. */
export const elsewhere = (scene: Scene): void => {
  const rest = restAt(scene);
  const joint = rest === null ? -1 : comparedAt(scene, rest[0] ?? -1);
  const value = joint < 0 ? null : valueBefore(scene, joint);
  if (rest === null || value === null || scene.marks.some((mark) => /^why$/i.test(mark.text))) return;
  const { at, condition } = value;
  const slower = scene.marks.findIndex((mark) => SLOWER.test(mark.text));
  const more = scene.marks.flatMap((mark, index) =>
    /^(more|fewer|less|higher|lower|worse|better)$/i.test(mark.text) ? [index] : [],
  );
  const name = condition.name;
  take(scene, joint, ...rest, ...more, ...(slower < 0 ? [] : [slower]));
  // "version 1.8.0": the word beside the value says of which field it is.
  if (namesField(scene, at - 1)) take(scene, at - 1);
  if (slower >= 0 && slowerGroups(scene, slower, condition)) {
    take(scene, at);
    return;
  }
  const figure = asksFigure(scene);
  if (slower < 0 || figure) oftener(scene);
  take(scene, at);
  scene.keys.push({
    kind: 'bins',
    name: 'side',
    bins: [
      { label: name, pred: condition.pred },
      { label: 'others', pred: { kind: 'not', pred: condition.pred } },
    ],
  });
  const duration = roleField(scene, 'duration');
  if (slower < 0 || figure || duration === null) return;
  addMetric(scene, statMetric('avg', duration));
  assume(scene, 'slow and fast are by the average duration');
};
