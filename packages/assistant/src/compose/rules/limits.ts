import {
  conceptAt,
  fieldAt,
  isNumeric,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { findHead, isGroupable, numberAt, takeHead } from './ranking.ts';

/** `sort services by error count`, `errors sorted by time`, `requests ordered by duration`. */
export const sorts = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (conceptAt(scene, at)?.kind !== 'sort' || scene.taken.has(at)) continue;
    take(scene, at);
    const rising = scene.marks.some(({ text }) => /^(asc|ascending)$/i.test(text));
    const direction = rising ? 'asc' : 'desc';
    const next = nextContent(scene, at + 1, 1, (index) => conceptAt(scene, index)?.kind === 'group');
    const time = roleField(scene, 'timestamp');
    if (
      /by$/i.test(mark.text) ||
      conceptAt(scene, at + 1)?.kind === 'group' ||
      conceptAt(scene, at + 2)?.kind === 'group'
    ) {
      const field = namesField(scene, next) ? fieldAt(scene, next) : null;
      if (
        /^(time|timestamp|date|when)$/i.test(markAt(scene, at + 1)?.text ?? '') ||
        /^(time|timestamp|date)$/i.test(markAt(scene, at + 2)?.text ?? '')
      ) {
        if (time !== null) scene.order = { by: 'field', field: time, direction };
      } else if (field !== null && isNumeric(field) && scene.keys.length === 0) {
        take(scene, next);
        scene.order = { by: 'field', field, direction };
      }
    }
    if (scene.keys.length === 0 && /^(sort|rank|order)/i.test(mark.text)) {
      const head = findHead(scene, at, false);
      if (head >= 0 && takeHead(scene, head)) scene.counted = true;
    }
    // "services sorted by average duration": the first thing said is what is ranked.
    const first = nextContent(scene, 0, 1, (index) => conceptAt(scene, index)?.kind === 'which');
    if (scene.keys.length === 0 && scene.order === null && first < at && isGroupable(scene, first))
      takeHead(scene, first);
    if (scene.keys.length > 0 && scene.order === null) scene.order = { by: 'column', name: '', direction };
  }
};

/** "newest first", "highest first": how what is shown is ordered; it limits nothing. */
export const orderings = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const concept = conceptAt(scene, at);
    if (concept?.kind !== 'ordered' || scene.taken.has(at)) continue;
    take(scene, at);
    const direction = concept.descending ? 'desc' : 'asc';
    const grouped = scene.keys.length > 0 || scene.metrics.length > 0;
    const field = concept.by === 'metric' ? null : roleField(scene, concept.by === 'time' ? 'timestamp' : 'duration');
    const timed =
      concept.by === 'duration'
        ? scene.metrics.find((metric) => 'field' in metric && metric.field.role === 'duration')
        : undefined;
    if (grouped && concept.by !== 'time')
      scene.order = { by: 'column', name: (timed ?? scene.metrics[0])?.name ?? '', direction };
    else if (!grouped && field !== null) scene.order = { by: 'field', field, direction };
  }
};

/** A number before the thing itself: "give me 50 log lines". */
export const plainLimits = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const limit = numberAt(scene, at);
    const next = conceptAt(scene, nextContent(scene, at + 1));
    const cue = /^limit/i.test(markAt(scene, at - 1)?.text ?? '');
    if (limit === null || scene.limit !== null || (next?.kind !== 'entity' && next?.kind !== 'severity' && !cue))
      continue;
    take(scene, at);
    scene.limit = limit;
  }
};
