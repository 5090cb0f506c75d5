import { readWords, type Step } from './draft.ts';

const SIDE =
  /^(?:(?:and|but|so|ok|now)[\s,]+)*(?:(?:which|which ones|what about|how about|show|show me|the|those|the ones|ones|are|is)[\s,]+)*(above|over|higher|below|under|lower|the rest|the others)(?: (?:that|it|this))?[\s?.!]*$/i;

/** "and which are below?", after groups above a bound: the others. */
export const otherSide: Step = ({ ir, marks }) => {
  const last = ir.having.at(-1);
  const read = last === undefined || !/^[<>]/.test(last.op) ? null : readWords(marks, SIDE);
  if (read === null || last === undefined) return null;
  const isUp = last.op.startsWith('>');
  const said = read.match[1] ?? '';
  const up = /^the/i.test(said) ? !isUp : /^(?:above|over|higher)$/i.test(said);
  if (up === isUp) return null;
  const op = ({ '>': '<=', '>=': '<', '<': '>=', '<=': '>' } as const)[last.op as '>' | '>=' | '<' | '<='];
  return { ir: { ...ir, having: [...ir.having.slice(0, -1), { ...last, op }] }, marks: read.marks };
};
