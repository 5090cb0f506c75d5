import type { Pred } from '../../ir/query-ir.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { conceptAt, type FoundPred, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';

const PER_MANY = new Set([10, 100, 1_000, 10_000, 100_000, 1_000_000]);

/** "failed checks per thousand": of a thousand checks, where nothing else is named behind the number. */
const outcomeBefore = (
  scene: Scene,
  at: number,
  behind: number,
): { readonly found: FoundPred; readonly whole: Pred } | null => {
  const next = nextContent(scene, behind);
  const ends =
    next < 0 || markAt(scene, next)?.meaning.kind === 'punctuation' || conceptAt(scene, next)?.kind === 'group';
  const found = scene.preds.find((entry) => entry.at === at - 1 && entry.source === 'value');
  if (!ends || found?.pred.kind !== 'compare' || found.pred.op !== '==' || found.pred.field.role !== null) return null;
  return { found, whole: { ...found.pred, op: '!=', value: { kind: 'null' } } };
};

/** "failed uploads per thousand requests": a value that says what went on, right before the rate of it. */
const isRightBefore = ({ source, pred, at }: FoundPred, cue: number): boolean =>
  source === 'value' && at === cue - 1 && pred.kind === 'compare' && (pred.field.role ?? 'error') === 'error';

const isOutcome = ({ source, pred }: FoundPred): boolean =>
  source === 'value' &&
  pred.kind === 'compare' &&
  pred.op === '==' &&
  pred.field.role === null &&
  pred.field.root === 'd';

/** "rejected comments per thousand comments": the same things before and behind, of which the first are some. */
const ofSameThings = (scene: Scene, at: number, thing: number): FoundPred | null => {
  const before = nextContent(scene, at - 1, -1);
  const word = wordForm((markAt(scene, thing)?.text ?? '').toLowerCase());
  const isSame = wordForm((markAt(scene, before)?.text ?? '').toLowerCase().split(' ').at(-1) ?? '') === word;
  const found = scene.preds.findLast(
    (entry) =>
      isOutcome(entry) && entry.at <= before && entry.at >= before - 1 && markAt(scene, thing)?.plural === true,
  );
  if (found === undefined || word === '') return null;
  const words = (markAt(scene, found.at)?.text ?? '').toLowerCase().split(/[^\p{L}]+/u);
  return isSame || words.some((other) => other.startsWith(word)) ? found : null;
};

/** "the number of" says no more than the rate does. */
const takeCount = (scene: Scene, at: number): void => {
  const count = nextContent(scene, at - 1, -1);
  if (conceptAt(scene, count)?.kind === 'count') take(scene, count);
};

/** Of which of all the things it is a part: those of which it is told how it went. */
const wholeOf = ({ pred }: FoundPred): FoundPred[] =>
  pred.kind === 'compare' ? [{ source: 'presence', pred: { ...pred, op: '!=', value: { kind: 'null' } }, at: -1 }] : [];

/** "errors per 1000 requests by service": a rate of so many records, not a group nor a limit. */
export const perMany = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const amount = markAt(scene, at + 1)?.meaning;
    const thing = nextContent(scene, at + 2);
    if (conceptAt(scene, at)?.kind !== 'group' || amount?.kind !== 'amount' || amount.unit !== null) continue;
    const some = PER_MANY.has(amount.value) && thing > 0 ? ofSameThings(scene, at, thing) : null;
    if (some !== null) {
      scene.preds.splice(scene.preds.indexOf(some), 1, ...wholeOf(some));
      takeCount(scene, some.at);
      take(scene, at, at + 1, thing);
      addMetric(scene, { kind: 'ratio', part: some.pred, name: `per_${amount.value}`, per: amount.value });
      continue;
    }
    const ofOutcome = conceptAt(scene, thing)?.kind === 'entity' ? null : outcomeBefore(scene, at, at + 2);
    if (!PER_MANY.has(amount.value) || (conceptAt(scene, thing)?.kind !== 'entity' && ofOutcome === null)) continue;
    if (ofOutcome !== null) {
      scene.preds.splice(scene.preds.indexOf(ofOutcome.found), 1, {
        source: 'presence',
        pred: ofOutcome.whole,
        at: -1,
      });
      take(scene, at, at + 1);
      const part = ofOutcome.found.pred;
      addMetric(scene, { kind: 'ratio', part, name: `per_${amount.value}`, per: amount.value });
      continue;
    }
    const found = scene.preds.findLast(
      (entry) => entry.at < at && (/^(severity|outcome|status|text)$/.test(entry.source) || isRightBefore(entry, at)),
    );
    if (found === undefined) continue;
    scene.preds.splice(scene.preds.indexOf(found), 1);
    take(scene, at, at + 1, thing);
    addMetric(scene, { kind: 'ratio', part: found.pred, name: `per_${amount.value}`, per: amount.value });
  }
};
