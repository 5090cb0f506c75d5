import type { Pred, Severity } from '../../ir/query-ir.ts';
import { isNegated } from '../negation.ts';
import {
  addPred,
  conceptAt,
  fieldAt,
  linksAt,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { addKey } from './groups.ts';
import { spokenFlags } from './spoken-flags.ts';

const OPPOSITES = /^(miss|misses|missed|off|disabled|inactive)$/i;
const MISSED = /\s(?:miss|misses|missed)$|^(?:miss|misses|missed|missing)\s/i;

/** "cache hit vs miss", "hits and misses": either side, each for itself. */
const takeBothSides = (scene: Scene, at: number): boolean => {
  const joiner = conceptAt(scene, at + 1)?.kind;
  const isOther = OPPOSITES.test(markAt(scene, at + 2)?.text ?? '') || MISSED.test(markAt(scene, at + 2)?.text ?? '');
  if ((joiner !== 'versus' && joiner !== 'conjunction') || !isOther) return false;
  take(scene, at, at + 1, at + 2);
  return true;
};

/** Fields that are true or false: `cache hits`, `where cache_hit is false`, `not cached`. */
export const booleans = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const field = namesField(scene, at) && !scene.taken.has(at) ? fieldAt(scene, at) : null;
    const before = nextContent(scene, at - 1, -1);
    const after = nextContent(scene, at + 1, 1, (index) => {
      const meaning = markAt(scene, index)?.meaning;
      return meaning?.kind === 'literal' && meaning.token.kind === 'operator';
    });
    const asked = conceptAt(scene, before)?.kind;
    if (field?.type !== 'bool' || asked === 'group' || asked === 'each' || asked === 'distinct') continue;
    if (takeBothSides(scene, at)) {
      addKey(scene, field);
      continue;
    }
    const versus = conceptAt(scene, after + 1)?.kind;
    const isEither = /^(true|false)$/i.test(markAt(scene, after + 2)?.text ?? '');
    if (
      isEither &&
      /^(?:versus|conjunction)$/.test(versus ?? '') &&
      /^(true|false)$/i.test(markAt(scene, after)?.text ?? '')
    ) {
      take(scene, at, after, after + 1, after + 2);
      addKey(scene, field);
      continue;
    }
    const said = /^(true|false)$/i.exec(markAt(scene, after)?.text ?? '')?.[0].toLowerCase();
    if (said !== undefined) take(scene, after);
    take(scene, at);
    const isMissed = MISSED.test(markAt(scene, at)?.text ?? '');
    const isOff = said === undefined && !isMissed && OPPOSITES.test(markAt(scene, at + 1)?.text ?? '');
    if (isOff) take(scene, at + 1);
    const opposite = isMissed !== (said === 'false' || isOff);
    const value = opposite === isNegated(scene, at);
    addPred(scene, 'outcome', { kind: 'compare', field, op: '==', value: { kind: 'bool', value } }, at);
  }
  spokenFlags(scene);
};

interface Pair {
  readonly severity: Severity;
  readonly at: number;
  readonly value: number;
  readonly next: number;
}

const readPair = (scene: Scene, at: number): Pair | null => {
  const concept = conceptAt(scene, at);
  const value = nextContent(scene, at + 1);
  if (concept?.kind !== 'severity' || markAt(scene, value)?.meaning.kind !== 'value') return null;
  return { severity: concept.value, at, value, next: value + 1 };
};

const pairPred = (scene: Scene, pair: Pair): Pred | null => {
  const severity = roleField(scene, 'severity');
  const [link] = linksAt(scene, pair.value);
  if (severity === null || link === undefined) return null;
  return {
    kind: 'and',
    preds: [
      { kind: 'compare', field: severity, op: '==', value: { kind: 'severity', value: pair.severity } },
      { kind: 'compare', field: link.field, op: '==', value: { kind: 'text', value: link.value } },
    ],
  };
};

/** "errors in orders and warnings in users": each severity belongs to its own service. */
export const severityPairs = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const first = readPair(scene, at);
    const joined = first !== null && conceptAt(scene, first.next)?.kind === 'conjunction';
    const second = first !== null && joined ? readPair(scene, nextContent(scene, first.next + 1)) : null;
    if (first === null || second === null || first.severity === second.severity) continue;
    const one = pairPred(scene, first);
    const two = pairPred(scene, second);
    if (one === null || two === null) continue;
    take(scene, first.at, first.value, first.next, second.at, second.value);
    addPred(scene, 'value', { kind: 'or', preds: [one, two] }, at);
    return;
  }
};
