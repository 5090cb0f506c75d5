import { conceptAt, type FoundPred, markAt, namesField, nextContent, type Scene } from './scene.ts';

const isOr = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  return concept?.kind === 'conjunction' && concept.op === 'or';
};

const isNegative = ({ pred }: FoundPred): boolean =>
  pred.kind === 'not' || (pred.kind === 'compare' && pred.op === '!=');

/** What stands behind the joint: a condition, or a field and within a few words what is said of it. */
const behind = (scene: Scene, preds: readonly FoundPred[], joint: number): FoundPred | undefined => {
  const after = nextContent(
    scene,
    joint + 1,
    1,
    (index) => conceptAt(scene, index)?.kind === 'with' || conceptAt(scene, index)?.kind === 'text',
  );
  return preds.find(
    (found) => found.at === after || (namesField(scene, after) && found.at > after && found.at <= after + 3),
  );
};

/**
 * "status 500 or in checkout", "mentions deadlock, heap space or reset": conditions around an "or" are alternatives, and so
 * are the texts of a list that ends in one. The last joint is read first, so that a comma finds what it is part of.
 */
export const joinAlternatives = (scene: Scene): FoundPred[] => {
  const preds = [...scene.preds];
  const joined = new Set<FoundPred>();
  for (let at = scene.marks.length - 1; at > 0; at--) {
    const comma = markAt(scene, at)?.text === ',';
    if (!comma && !isOr(scene, at)) continue;
    const before = nextContent(scene, at - 1, -1);
    const left = preds.find((found) => found.at === before);
    const right = behind(scene, preds, at);
    if (left === undefined || right === undefined || left === right) continue;
    // "no timeouts or deadlocks" leaves both out.
    if (isNegative(left) && isNegative(right)) continue;
    if (comma && !(joined.has(right) && left.source === 'text' && right.source === 'text')) continue;
    const either: FoundPred = {
      ...left,
      pred: {
        kind: 'or',
        preds: [left.pred, ...(comma && right.pred.kind === 'or' ? right.pred.preds : [right.pred])],
      },
    };
    preds.splice(preds.indexOf(left), 1, either);
    preds.splice(preds.indexOf(right), 1);
    joined.add(either);
  }
  return preds;
};
