import { conceptAt, conceptsOf, markAt, type Scene } from '../scene.ts';

/** What records of a severity are called together. */
export const SEVERAL: Readonly<Record<string, string>> = {
  ERROR: 'errors',
  WARNING: 'warnings',
  CRITICAL: 'criticals',
  INFO: 'infos',
  DEBUG: 'debugs',
  VERBOSE: 'verboses',
};

/** The column of a count is called after what is counted. */
export const countName = (scene: Scene): string => {
  const severities = conceptsOf(scene, 'severity').flatMap((at) => {
    const concept = conceptAt(scene, at);
    return concept?.kind === 'severity' ? [concept.value] : [];
  });
  const kept = scene.preds.some(
    (found) => found.source === 'severity' && found.pred.kind === 'compare' && found.pred.op === '==',
  );
  const [severity] = severities;
  if (severities.length === 1 && severity !== undefined && (kept || scene.dataset === 'spans'))
    return SEVERAL[severity] ?? 'count';
  for (const at of [...conceptsOf(scene, 'entity'), ...conceptsOf(scene, 'outcome')]) {
    const concept = conceptAt(scene, at);
    if (concept?.kind === 'entity' && concept.entity === 'request') return 'requests';
    if (concept?.kind === 'entity' && concept.entity === 'span') return 'spans';
    if (concept?.kind === 'outcome' && /request/i.test(markAt(scene, at)?.text ?? '')) return 'requests';
  }
  return 'count';
};
