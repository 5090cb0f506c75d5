import type { Pred } from '../../ir/query-ir.ts';
import {
  assume,
  conceptAt,
  conceptsOf,
  fieldAt,
  isGap,
  isNumeric,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { slowerThan } from './compared-values.ts';
import { type Condition, conditionAt } from './conditions.ts';
import { addMetric, statMetric } from './metrics.ts';

const REST = /^(other|others|the others|all other|rest|normal|healthy|remaining)$/i;

const outcomeAt = (scene: Scene, failed: boolean): number =>
  conceptsOf(scene, 'outcome').find((at) => {
    const concept = conceptAt(scene, at);
    return !scene.taken.has(at) && concept?.kind === 'outcome' && concept.failed === failed;
  }) ?? -1;

interface Sides {
  readonly one: Condition;
  readonly other: { readonly pred: Pred; readonly name: string };
  readonly used: readonly number[];
}

const bothOutcomes = (scene: Scene): Sides | null => {
  const [failed, successful] = [outcomeAt(scene, true), outcomeAt(scene, false)];
  const one = conditionAt(scene, failed);
  const other = conditionAt(scene, successful);
  return one === null || other === null ? null : { one, other, used: [failed, successful] };
};

/** "than other requests", "than the rest": all that are not so. */
const againstRest = (scene: Scene, slower: number): Sides | null => {
  const rest = scene.marks.findIndex((mark, at) => at > slower && REST.test(mark.text));
  const at = scene.marks.findIndex((_, index) => index < slower && conditionAt(scene, index) !== null);
  const one = conditionAt(scene, at);
  // "why is it slower than the rest" asks for a cause.
  if (rest < 0 || one === null || scene.marks.some((mark) => /^why$/i.test(mark.text))) return null;
  return { one, other: { pred: { kind: 'not', pred: one.pred }, name: 'others' }, used: [at, rest] };
};

/** Whether a figure of theirs is asked for: "average latency of failed vs successful requests". */
export const asksFigure = (scene: Scene): boolean =>
  scene.marks.some(({ meaning }, at) => {
    const concept = conceptAt(scene, at);
    const field = namesField(scene, at) ? fieldAt(scene, at) : null;
    return (
      /^(stat|percentile|percentiles|ratio)$/.test(concept?.kind ?? '') ||
      (meaning.kind === 'literal' && meaning.token.kind === 'percentile') ||
      (concept?.kind === 'role' && concept.role === 'duration') ||
      (field !== null && isNumeric(field) && field.role !== 'status')
    );
  });

/** "failed and successful", "how many failed and how many succeeded": said beside each other, as no record is both. */
const areJoined = (scene: Scene, [one, other]: readonly number[]): boolean => {
  const [first, second] = [Math.min(one ?? -1, other ?? -1), Math.max(one ?? -1, other ?? -1)];
  const between = scene.marks.flatMap((_, at) => (at > first && at < second ? [at] : []));
  const joins = between.filter(
    (at) =>
      /^(conjunction|versus)$/.test(conceptAt(scene, at)?.kind ?? '') || /^[,/]$/.test(markAt(scene, at)?.text ?? ''),
  );
  const passes = between.every(
    (at) =>
      joins.includes(at) ||
      isGap(scene, at) ||
      markAt(scene, at)?.meaning.kind === 'value' ||
      /^(count|entity|volume)$/.test(conceptAt(scene, at)?.kind ?? ''),
  );
  const bounded = markAt(scene, nextContent(scene, first - 1, -1))?.meaning.kind === 'amount';
  return joins.length > 0 && passes && !bounded;
};

/** "failed and successful requests per path": a column of each. */
const countBoth = (scene: Scene, { one, other, used }: Sides): void => {
  const [from, to] = [Math.min(...used), Math.max(...used)];
  for (const [at] of scene.marks.entries()) {
    const kind = conceptAt(scene, at)?.kind ?? '';
    if ((at > from && at < to && /^(conjunction|versus|count|entity|volume)$/.test(kind)) || kind === 'count')
      take(scene, at);
  }
  take(scene, ...used);
  const [first = 0, second = 0] = used;
  const asSaid = first < second ? [one, other] : [other, one];
  for (const { pred, name } of asSaid) addMetric(scene, { kind: 'count-if', pred, name });
};

/** "do failed checkouts take longer than successful ones?": no record is both, so each is a side with its own figure. */
export const outcomeSides = (scene: Scene): void => {
  const slower = slowerThan(scene) ?? whichIsSlower(scene);
  const both = bothOutcomes(scene);
  const joined = both !== null && areJoined(scene, both.used);
  if (slower === undefined && !joined) return;
  const figure = asksFigure(scene);
  if (both !== null && slower === undefined && !figure) {
    countBoth(scene, both);
    return;
  }
  const sides = both ?? (slower === undefined ? null : againstRest(scene, slower));
  const duration = roleField(scene, 'duration');
  if (sides === null || duration === null) return;
  const { one, other, used } = sides;
  take(scene, ...used, ...(slower === undefined ? [] : [slower]), ...conceptsOf(scene, 'versus'));
  take(scene, ...conceptsOf(scene, 'compare'));
  scene.keys.push({
    kind: 'bins',
    name: 'side',
    bins: [
      { label: one.name, pred: one.pred },
      { label: other.name, pred: other.pred },
    ],
  });
  if (slower === undefined) return;
  addMetric(scene, statMetric('avg', duration));
  assume(scene, 'slow and fast are by the average duration');
};

/** "which take longer, failed or successful requests?" */
const whichIsSlower = (scene: Scene): number | undefined => {
  const at = scene.marks.findIndex((mark) => /\b(slower|faster|longer|shorter|quicker)\b/i.test(mark.text));
  const which = scene.marks.some((_, index) => index < at && conceptAt(scene, index)?.kind === 'which');
  const amount = markAt(scene, nextContent(scene, at + 1))?.meaning.kind === 'amount';
  return at >= 0 && which && !amount ? at : undefined;
};
