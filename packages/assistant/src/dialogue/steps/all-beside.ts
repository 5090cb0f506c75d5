import { fieldAt, type Scene } from '../../compose/scene.ts';
import { sameField } from '../../ir/field-ref.ts';
import type { Key } from '../../ir/query-ir.ts';
import type { Mark } from '../../link/mark.ts';
import { type Step, withoutMarks } from './draft.ts';
import { isOn, wantsValues } from './preds.ts';

const COUNT = '(?: (?:two|three|four|five|six|seven|eight|nine|ten|\\d{1,3}))?';
const LEAD = new RegExp(
  `^(?:(?:and|but|ok|okay|now|then|please|how about|what about|can you|could you|i want|i need|let me see|show|show me|give me|list|put|compare|comparing|a comparison of|comparison of|compared|the same|same|it|that|for|of|with|across|in)[\\s,]+)*(?:all(?: of)?|every|each|both|the)(?: the| our| of the| of our| these| those| other)?${COUNT}$`,
  'i',
);
const BESIDE =
  /^(?:side by side|next to (?:each other|one another)|beside (?:each other|one another)|alongside (?:each other|one another)|against each other|in comparison|compared(?: (?:with|to) each other)?|separately|individually|one by one|apart|each on its own|at a glance)(?: |$)/i;
const CLOSES = /^(?:[\s?.!,]|\b(?:please|then|now|instead|too|again)\b)*$/i;

const textOf = (marks: readonly Mark[]): string =>
  marks
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ')
    .trim();

/** "all three services side by side": no longer of one of them, but of each. */
export const allBeside: Step = ({ ir, marks }, about) => {
  const scene: Scene = { ...about.scene, marks };
  const at = marks.findIndex((_, index) => fieldAt(scene, index) !== null);
  const field = fieldAt(scene, at);
  const lead = textOf(marks.slice(0, at));
  const tail = textOf(marks.slice(at + 1));
  if (field === null || ir.related !== null || ir.shape === 'distinct' || !LEAD.test(lead)) return null;
  const compares = /\bcompar/i.test(lead) && CLOSES.test(tail);
  if (!compares && !(BESIDE.test(tail) && CLOSES.test(tail.replace(BESIDE, '')))) return null;
  const key: Key = { kind: 'field', field };
  const keys = ir.keys.some((known) => known.kind === 'field' && sameField(known.field, field))
    ? ir.keys
    : [...ir.keys, key];
  const metrics = ir.metrics.length === 0 ? ([{ kind: 'count', name: 'count' }] as const) : ir.metrics;
  const series = keys.some(({ kind }) => kind === 'bucket');
  return {
    ir: {
      ...ir,
      where: ir.where.filter((pred) => !(isOn(pred, field) && wantsValues(pred))),
      shape: 'table',
      keys,
      metrics,
      order: series ? ir.order : { by: 'column', name: metrics[0]?.name ?? 'count', direction: 'desc' },
      limit: null,
      columns: [],
    },
    marks: withoutMarks(marks, () => true),
  };
};
