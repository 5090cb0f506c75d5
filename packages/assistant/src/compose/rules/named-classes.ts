import type { Bin, Pred } from '../../ir/query-ir.ts';
import { conceptAt, markAt, type Scene, take } from '../scene.ts';
import { convertAmount } from '../units.ts';
import { numberFor, type Range, rangeAt } from './bins.ts';

interface Named {
  readonly label: string;
  readonly range: Range;
  readonly used: readonly number[];
}

const isWord = (scene: Scene, at: number): boolean => /^\p{L}[\p{L}\s-]*$/u.test(markAt(scene, at)?.text ?? '');

const isJoint = (scene: Scene, at: number): boolean =>
  markAt(scene, at)?.text === ',' || conceptAt(scene, at)?.kind === 'conjunction';

/** "fast (<200 ms)": a name, and in brackets up to where it goes. */
const namedAt = (scene: Scene, at: number): Named | null => {
  if (!isWord(scene, at) || isJoint(scene, at) || markAt(scene, at + 1)?.text !== '(') return null;
  const range = rangeAt(scene, at + 2);
  const end = range?.used.at(-1) ?? -1;
  if (range === null || (range.high === null) === (range.low === null) || markAt(scene, end + 1)?.text !== ')')
    return null;
  return { label: markAt(scene, at)?.text ?? '', range, used: [at, at + 1, ...range.used, end + 1] };
};

interface Rest {
  readonly label: string;
  readonly used: readonly number[];
}

/** "and slow": the name of all others, which needs no end. */
const restAfter = (scene: Scene, end: number): Rest | null => {
  let at = end + 1;
  while (isJoint(scene, at)) at += 1;
  const bare = at > end + 1 && isWord(scene, at) && markAt(scene, at + 1)?.text !== '(';
  return bare
    ? { label: markAt(scene, at)?.text ?? '', used: Array.from({ length: at - end }, (_, i) => end + 1 + i) }
    : null;
};

const readNamed = (scene: Scene): readonly Named[] => {
  const found: Named[] = [];
  for (let at = 0; at < scene.marks.length; at++) {
    const named = scene.taken.has(at) ? null : namedAt(scene, at);
    if (named === null) continue;
    found.push(named);
    at = named.used.at(-1) ?? at;
  }
  return found;
};

/** "Group calls into fast (<200 ms), ok (<1 s) and slow": classes with names of their own, the last of which takes the rest. */
export const namedClasses = (scene: Scene): void => {
  const said = readNamed(scene);
  const last = said.at(-1);
  const field = last === undefined || said.length + 1 < 2 ? null : numberFor(scene);
  const rest = last === undefined ? null : restAfter(scene, last.used.at(-1) ?? 0);
  if (field === null || last === undefined || said.length + (rest === null ? 0 : 1) < 2) return;
  const edge = (range: Range, isRest: boolean): Pred | null => {
    const { value, closed } = range.high ?? range.low ?? { value: 0, closed: true };
    const amount = convertAmount(value, range.unit, field.unit);
    const below = (range.high !== null) !== isRest;
    const op = below ? '<' : '>';
    return amount === null
      ? null
      : { kind: 'compare', field, op: closed === isRest ? op : `${op}=`, value: { kind: 'number', value: amount } };
  };
  const bins: Bin[] = [];
  for (const { label, range } of said) {
    const pred = edge(range, false);
    if (pred !== null) bins.push({ label, pred });
  }
  const others = rest === null ? null : edge(last.range, true);
  if (rest !== null && others !== null) bins.push({ label: rest.label, pred: others });
  take(scene, ...said.flatMap(({ used }) => used), ...(rest?.used ?? []));
  for (let at = (said[0]?.used[0] ?? 0) + 1; at < (last.used[0] ?? 0); at++) if (isJoint(scene, at)) take(scene, at);
  scene.keys.push({ kind: 'bins', name: 'class', bins });
};
