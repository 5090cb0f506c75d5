import { isMoved, isTally } from '../adds-up.ts';
import {
  conceptAt,
  conceptsOf,
  fieldAt,
  isNumeric,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { countName } from './count-name.ts';
import { addMetric, columnWord, countsThings, safe, statMetric } from './metrics.ts';

/** "number of services, pods and users": each of the things that are listed behind. */
const joinedThings = (scene: Scene, from: number): void => {
  let at = from;
  while (markAt(scene, at)?.text === ',' || conceptAt(scene, at)?.kind === 'conjunction') {
    const next = nextContent(scene, at + 1, 1, (index) => conceptAt(scene, index)?.kind === 'conjunction');
    const field = namesField(scene, next) && !scene.taken.has(next) ? fieldAt(scene, next) : null;
    if (field === null || isNumeric(field) || markAt(scene, next)?.plural !== true) return;
    take(scene, at, next);
    addMetric(scene, { kind: 'distinct', field, name: `${safe(markAt(scene, next)?.text ?? '').replace(/s$/, '')}s` });
    at = next + 1;
  }
};

/** `how many users`, `unique users per region`, `number of services`: distinct values, not records. */
export const distinctCounts = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const kind = conceptAt(scene, at)?.kind;
    if ((kind !== 'count' && kind !== 'distinct') || scene.taken.has(at)) continue;
    // "how many times did someone see it": the times are counted, not who.
    if (/\b(?:times|often|frequently)$/i.test(markAt(scene, at)?.text ?? '')) continue;
    // "how many pro users": a value before the noun describes it.
    const isValue = (index: number): boolean => markAt(scene, index)?.meaning.kind === 'value';
    let next = nextContent(scene, at + 1, 1, isValue);
    const said = kind === 'distinct' || conceptAt(scene, next)?.kind === 'distinct';
    if (conceptAt(scene, next)?.kind === 'distinct') {
      take(scene, next);
      next = nextContent(scene, next + 1, 1, isValue);
    }
    // "how many distinct error messages": what they are like stands before what is counted.
    const described = /^(severity|outcome|status)$/.test(conceptAt(scene, next)?.kind ?? '');
    if (said && described && namesField(scene, next + 1)) next += 1;
    const role = conceptAt(scene, next);
    const trace = role?.kind === 'entity' && role.entity === 'trace' && !scene.taken.has(next);
    const named = namesField(scene, next) && !scene.taken.has(next) ? fieldAt(scene, next) : null;
    const field = trace ? roleField(scene, 'trace') : named;
    const missing = namesField(scene, next) && !scene.taken.has(next) && fieldAt(scene, next) === null;
    if (missing) scene.missing.push({ word: markAt(scene, next)?.text ?? '', slot: 'metric' });
    if (field === null || (role?.kind === 'role' && role.role === 'duration')) continue;
    // "how many kilowatt hours", "how much energy", "how many pieces": a number that adds up.
    if (kind === 'count' && !said && (isMoved(field) || isTally(field))) {
      take(scene, at, next);
      addMetric(scene, statMetric('sum', field));
      continue;
    }
    if (kind === 'distinct' && scene.keys.length === 0 && scene.bucket === null && !scene.counted) continue;
    if (!said && field.role === 'message') continue;
    take(scene, at, next);
    const name =
      role?.kind === 'role' || trace
        ? `${safe(markAt(scene, next)?.text ?? columnWord(field)).replace(/s$/, '')}s`
        : `distinct_${columnWord(field)}`;
    // "by number of 404s, with the number of different paths": both are counted.
    const counted = conceptsOf(scene, 'count').find(
      (index) => index < at && !scene.taken.has(index) && countsThings(scene, index),
    );
    if (counted !== undefined && scene.keys.length + conceptsOf(scene, 'cut').length > 0) {
      take(scene, counted);
      addMetric(scene, { kind: 'count', name: countName(scene) });
    }
    addMetric(scene, { kind: 'distinct', field, name });
    if (markAt(scene, next)?.plural === true) joinedThings(scene, next + 1);
  }
};
