import {
  conceptAt,
  conceptsOf,
  isGap,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { addMetric } from './metrics.ts';

/**
 * "which different errors", "how many distinct warnings per service": errors differ by what they say, so their messages are
 * listed or counted once each. "distinct error codes" names what differs itself.
 */
export const differentErrors = (scene: Scene): void => {
  const message = roleField(scene, 'message');
  if (message === null) return;
  for (const at of conceptsOf(scene, 'distinct')) {
    const said = nextContent(scene, at + 1);
    const concept = conceptAt(scene, said);
    // "unique log messages": lines differ by what they say too.
    const messages = concept?.kind === 'entity' && /messages$/i.test(markAt(scene, said)?.text ?? '');
    const isSeverity = concept?.kind === 'severity' || messages;
    if (scene.taken.has(at) || !isSeverity || namesField(scene, said + 1)) continue;
    const count = conceptsOf(scene, 'count').find((other) => other < at && !scene.taken.has(other));
    const between = count === undefined ? [] : scene.marks.slice(count + 1, at).map((_, step) => count + 1 + step);
    const counted = count !== undefined && between.every((other) => isGap(scene, other));
    take(scene, at);
    if (counted || scene.keys.length > 0 || scene.bucket !== null) {
      if (counted) take(scene, count);
      addMetric(scene, { kind: 'distinct', field: message, name: 'messages' });
    } else {
      scene.columns.push(message);
      scene.distinct = true;
    }
    return;
  }
};
