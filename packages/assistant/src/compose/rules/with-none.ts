import { conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { type Condition, conditionAt, groupByHead, headBeforeCondition, isTimeHead } from './conditions.ts';
import { addMetric } from './metrics.ts';

const NONE = /^(w\/o|no|never|without|without any|not|lacks no|haven't|didn't)$/i;

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

/** What a group can have none of: a severity, or a text that is quoted. */
const countsAlone = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  return conceptAt(scene, at)?.kind === 'severity' || (meaning?.kind === 'literal' && meaning.token.kind === 'quoted');
};

/**
 * "services with no errors", "paths with errors but no warnings": groups whose count of one thing is zero, and of the
 * other is not. A negation of the records themselves could not say that, for a record has one severity.
 */
export const withNone = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    if (conceptAt(scene, at)?.kind !== 'negation' || scene.taken.has(at) || !NONE.test(markAt(scene, at)?.text ?? ''))
      continue;
    const next = nextContent(scene, at + 1, 1, (index) => /^(exists|with)$/.test(conceptAt(scene, index)?.kind ?? ''));
    const without = markAt(scene, next)?.meaning.kind === 'value' ? null : conditionAt(scene, next);
    if (without === null) continue;
    const before = conditionBefore(scene, at);
    const also = before < 0 ? null : conditionAt(scene, before);
    // Alone, "no 404s" or "without debug" are filters of the records; of a thing named before, its count is zero.
    const start = before < 0 ? at : before;
    const head = nextContent(scene, start - 1, -1, (index) =>
      /^(with|entity)$/.test(conceptAt(scene, index)?.kind ?? ''),
    );
    const plain =
      before < 0 && (!countsAlone(scene, next) || (head !== headBeforeCondition(scene, at) && !isTimeHead(scene, at)));
    if (plain || (also === null && head < 0) || also?.name === without.name || !groupByHead(scene, start)) continue;
    take(scene, at, next);
    if (also !== null) {
      take(scene, before);
      countOf(scene, also, '>');
    }
    countOf(scene, without, '==');
  }
};
