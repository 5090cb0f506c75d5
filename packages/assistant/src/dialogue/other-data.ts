import { compose, type Reading } from '../compose/compose.ts';
import type { WindowNanos } from '../compose/finish.ts';
import type { Dataset } from '../ir/field-ref.ts';
import type { Linked } from '../link/link-question.ts';
import type { Mark } from '../link/mark.ts';
import { pointedAt } from './points-back.ts';

const NARROWS = /^(?:severity|outcome)$/;
const READ = /^(?:entity|filler|edit|preposition|conjunction|list|everything|punctuation|severity|outcome)$/;
const POINTS = /\b(?:its|it|that trace|this trace|their|them|those|there)\b/i;

const kindOf = ({ meaning }: Mark): string => (meaning.kind === 'concept' ? meaning.concept.kind : meaning.kind);

/** The data set that is named, and no other; "error logs" is one word of severity. */
const datasetOf = (marks: readonly Mark[]): Dataset | null => {
  const text = marks
    .filter((mark) => /^(?:entity|severity)$/.test(kindOf(mark)))
    .map((mark) => mark.text)
    .join(' ');
  const [logs, spans] = [/\blogs?\b/i.test(text), /\bspans?\b/i.test(text)];
  if (logs === spans) return null;
  return logs ? 'logs' : 'spans';
};

const isNarrowed = (marks: readonly Mark[]): boolean => marks.some((mark) => NARROWS.test(kindOf(mark)));

/** The other data set where the words ask for it and nothing else; narrowed ones must say of what: "error logs of that trace". */
const asksForOther = (base: Reading, marks: readonly Mark[]): Dataset | null => {
  const dataset = datasetOf(marks);
  const isRead = marks.every((mark) => READ.test(kindOf(mark)));
  const points = POINTS.test(marks.map(({ text }) => text).join(' '));
  // "which trace had the slowest span?" > "its logs": of the one that was found, and not asked again.
  const isOther = dataset !== base.ir.dataset && base.ir.related === null && pointedAt(base, marks) === null;
  return isOther && isRead && (points || !isNarrowed(marks)) ? dataset : null;
};

/** "logs", "and the spans?", "error logs of that trace": they go on with what was asked for by conditions. */
export const namesOtherData = (base: Reading, marks: readonly Mark[]): boolean => {
  const points = POINTS.test(marks.map(({ text }) => text).join(' '));
  const isPlain = marks.every((mark) => /^(?:entity|filler|punctuation|preposition)$/.test(kindOf(mark)));
  return (isPlain || points) && base.ir.where.length > 0 && asksForOther(base, marks) !== null;
};

/** "what about spans", "its logs", "the error logs of that trace": the question before, asked of the other data set. */
export const inOtherData = (base: Reading, linked: Linked, window: WindowNanos | null): Reading | null => {
  const { marks, index, nowNanos } = linked;
  const dataset = asksForOther(base, marks);
  if (dataset === null) return null;
  const asked = { dataset, index, nowNanos, window, valueRank: 0 };
  const said = compose({ ...asked, marks: base.scene.marks });
  if (said.scene.missing.length > 0) return null;
  const added = isNarrowed(marks) ? compose({ ...asked, marks }).ir.where : [];
  const ir = { ...said.ir, time: said.ir.time ?? base.ir.time, where: [...said.ir.where, ...added] };
  return { ir, scene: said.scene };
};
