import type { Reading } from '../../compose/compose.ts';
import { conceptAt, fieldAt, type Scene } from '../../compose/scene.ts';
import { sameField } from '../../ir/field-ref.ts';
import type { Pred, QueryIR } from '../../ir/query-ir.ts';
import type { Mark } from '../../link/mark.ts';
import { AS_SHARE } from '../is-edit.ts';
import { readWords, type Step } from './draft.ts';
import { isOutcome } from './preds.ts';
import { namesWhole, shareIr } from './share-of-all.ts';

/** "of all postgresql spans of the service", where that is what it is grouped by. */
const ofEachKey = (base: Reading, marks: readonly Mark[]): boolean => {
  const of = marks.findIndex(({ text }) => /\bof\b/i.test(text));
  const scene: Scene = { ...base.scene, marks };
  const again = marks.some((_, at) => at > of && /^(?:severity|outcome)$/.test(conceptAt(scene, at)?.kind ?? ''));
  return (
    of >= 0 &&
    !again &&
    marks.some((_, at) => {
      const field = at > of ? fieldAt(scene, at) : null;
      return field !== null && base.ir.keys.some((key) => key.kind === 'field' && sameField(key.field, field));
    })
  );
};

const rateOf = (ir: QueryIR, parts: readonly Pred[]): QueryIR => {
  const [only] = parts;
  const part: Pred = parts.length === 1 && only !== undefined ? only : { kind: 'and', preds: parts };
  const series = ir.keys.some(({ kind }) => kind !== 'field');
  return {
    ...ir,
    shape: 'table',
    where: ir.where.filter((pred) => !isOutcome(pred)),
    metrics: [{ kind: 'ratio', part, name: 'rate' }],
    having: [],
    columns: [],
    order: ir.keys.length === 0 ? null : series ? ir.order : { by: 'column', name: 'rate', direction: 'desc' },
  };
};

/** "as a percentage of all requests to that path": of each group, not of the whole. */
const ratesOf = (base: Reading, question: string, marks: readonly Mark[]): QueryIR | null => {
  const parts = base.ir.where.filter(isOutcome);
  const [only] = parts;
  // "as a rate": among all of the same place, and not among those that were counted.
  const rate = /\b(?:rates?|ratios?)[\s?.!]*$/i.test(question);
  if (rate && only !== undefined && base.ir.related === null) return rateOf(base.ir, parts);
  const each =
    /\bof (?:(?:all|the|its|their)\b.*\b(?:that|each|the same|every|its|per)|each|every|(?:its|their)(?: own| total)? (?:requests?|logs?|calls?|traffic|lines|records|spans|total)|(?:requests?|logs?|calls?|traffic|lines|records|spans))\b/i.test(
      question,
    );
  if (!(each || ofEachKey(base, marks)) || only === undefined || base.ir.shape !== 'table' || base.ir.keys.length === 0)
    return null;
  return rateOf(base.ir, parts);
};

const sharesOf = (base: Reading): QueryIR | null =>
  base.ir.shape === 'table' && base.ir.keys.length > 0 && base.ir.metrics.every(({ kind }) => kind === 'count')
    ? { ...base.ir, share: true }
    : null;

/** "as a percentage": each group as a part of the whole, or of what there is of it. */
export const asParts: Step = ({ ir, marks }, about) => {
  const read = readWords(marks, AS_SHARE);
  if (read === null) return null;
  const base: Reading = { ir, scene: about.scene };
  const said = marks.map(({ text }) => text).join(' ');
  const ofWhole = ir.keys.length > 0 && namesWhole({ ir, marks }, about) ? shareIr({ ir, marks }, about) : null;
  const parts = ratesOf(base, said, marks) ?? ofWhole ?? sharesOf(base);
  return parts === null ? null : { ir: parts, marks: read.marks };
};
