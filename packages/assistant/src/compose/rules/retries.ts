import type { FieldRef } from '../../ir/field-ref.ts';
import type { CompareOp } from '../../ir/query-ir.ts';
import { isNegated } from '../negation.ts';
import {
  addPred,
  assume,
  conceptAt,
  fieldAt,
  isNumeric,
  markAt,
  namesField,
  nextContent,
  type Scene,
  take,
} from '../scene.ts';
import { amountAt } from './having.ts';

const RETRIED = /^(?:was |were |got |been )?(?:retried|retries|re-?tried|re-?attempted|re-?sent|attempted|tried)$/i;
const NOUN = /^(?:retry|retries|re-?tries|attempts?|tries|try)$/i;
const TIMES = /^times?$/i;
const OFTEN: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };
/** "needed 3 attempts", "after 4 retries": says no more than that there were so many. */
const HAD =
  /^(?:need|needs|needed|needing|require|requires|required|took|takes|take|taking|used|made|after|only after|on|with|had|having)$/i;

const RETRY_NAME = /^(?:.*[._])?(?:retry|retries|resend)(?:[._]?(?:count|number|no|num))?$/i;
const ATTEMPT_NAME = /^(?:.*[._])?(?:attempts?|tries)(?:[._]?(?:count|number|no|num))?$/i;
const BOUND_NAME = /max|limit|left|remain/i;

interface Counter {
  readonly field: FieldRef;
  readonly max: number;
  /** The field is called as the question says. */
  readonly named: boolean;
}

/** The number of tries that records have, by either of its names; the one that is said first. */
const counterFor = (scene: Scene, word: string): Counter | null => {
  const again = /^(?:.* )?re/i.test(word);
  for (const name of again ? [RETRY_NAME, ATTEMPT_NAME] : [ATTEMPT_NAME, RETRY_NAME]) {
    const found = scene.data.fields.find(
      ({ ref, name: called }) => isNumeric(ref) && name.test(called) && !BOUND_NAME.test(called),
    );
    if (found === undefined) continue;
    const max = found.source.numbers?.max ?? Math.max(...found.source.values.map(({ value }) => Number(value)));
    return { field: found.ref, max, named: again === (name === RETRY_NAME) };
  }
  return null;
};

interface Tries {
  readonly op: CompareOp;
  readonly value: number;
  /** Marks that said it. */
  readonly used: readonly number[];
  readonly word: string;
}

/** "more than 2", "at least twice", "3": how often, from a place on. */
const howOften = (
  scene: Scene,
  from: number,
): { op: CompareOp; value: number; last: number; used: number[] } | null => {
  const start = nextContent(scene, from);
  const concept = conceptAt(scene, start);
  const compares = concept?.kind === 'comparator';
  const at = compares ? nextContent(scene, start + 1) : start;
  const amount = amountAt(scene, at);
  const value = amount?.unit === null ? amount.value : (OFTEN[markAt(scene, at)?.text.toLowerCase() ?? ''] ?? null);
  if (value === null || scene.taken.has(at)) return null;
  return { op: compares ? concept.op : '==', value, last: at, used: compares ? [start, at] : [at] };
};

/** "retried more than 2 times", "were retried twice". */
const afterVerb = (scene: Scene, at: number): Tries | null => {
  const word = markAt(scene, at)?.text ?? '';
  const often = RETRIED.test(word) ? howOften(scene, at + 1) : null;
  if (often === null) return null;
  const times = TIMES.test(markAt(scene, often.last + 1)?.text ?? '');
  const { op, value, used } = often;
  const told = OFTEN[markAt(scene, often.last)?.text.toLowerCase() ?? ''] !== undefined;
  // What was retried is read as retries where only those are known.
  const said = times || told || (used.length > 1 && !NOUN.test(word));
  return said ? { op, value, used: [at, ...used, ...(times ? [often.last + 1] : [])], word } : null;
};

/** "needed at least 3 attempts", "after 4 retries". */
const beforeNoun = (scene: Scene, at: number): Tries | null => {
  const word = markAt(scene, at)?.text ?? '';
  // "was declined twice": how often that was, which is no number of tries.
  if (!NOUN.test(word)) return null;
  const amount = amountAt(scene, at - 1);
  const often = OFTEN[markAt(scene, at - 1)?.text.toLowerCase() ?? ''];
  const value = amount?.unit === null ? amount.value : (often ?? null);
  if (value === null || scene.taken.has(at - 1)) return null;
  const before = nextContent(scene, at - 2, -1);
  const concept = conceptAt(scene, before);
  const compares = concept?.kind === 'comparator';
  const lead = compares ? before - 1 : at - 2;
  const had = HAD.test(markAt(scene, lead)?.text ?? '') ? [lead] : [];
  if (!compares && had.length === 0) return null;
  return { op: compares ? concept.op : '==', value, used: [at, at - 1, ...(compares ? [before] : []), ...had], word };
};

const OPPOSITE: Readonly<Record<CompareOp, CompareOp>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  '==': '!=',
  '!=': '==',
};

/** "customers with more than 3 retries", "users retried 5 times": who does it may do it in many records. */
const isOfSomeone = (scene: Scene, first: number): boolean => {
  const head = nextContent(scene, first - 1, -1, (at) => /^(with|who)$/.test(conceptAt(scene, at)?.kind ?? ''));
  const concept = conceptAt(scene, head);
  const field = namesField(scene, head) ? fieldAt(scene, head) : null;
  return (concept?.kind === 'role' && concept.role === 'user') || field?.role === 'user';
};

/**
 * "retried more than 2 times", "needed at least 3 attempts", "failed after 4 retries": where records tell how often they
 * were tried, it is a condition on that number, and no count of records.
 */
export const retries = (scene: Scene): void => {
  for (const at of scene.marks.keys()) {
    if (scene.taken.has(at)) continue;
    const tries = afterVerb(scene, at) ?? beforeNoun(scene, at);
    const counter = tries === null ? null : counterFor(scene, tries.word);
    if (tries === null || counter === null || tries.value > counter.max) continue;
    const first = Math.min(...tries.used);
    if (isOfSomeone(scene, first)) continue;
    take(scene, ...tries.used);
    const op = isNegated(scene, first) ? OPPOSITE[tries.op] : tries.op;
    const { field, named } = counter;
    addPred(scene, 'threshold', { kind: 'compare', field, op, value: { kind: 'number', value: tries.value } }, at);
    if (!named) assume(scene, `"${tries.word}" is read as ${field.path.join('.')}`, 0.85);
  }
};
