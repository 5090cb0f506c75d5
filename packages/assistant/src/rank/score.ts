import type { Reading } from '../compose/compose.ts';
import { conceptAt, hasConcept, type Scene } from '../compose/scene.ts';
import type { Pred } from '../ir/query-ir.ts';
import { coverageOf, ignoredMarks } from './coverage.ts';

/** Weights set by hand, kept together so that they can be fitted. */
const WEIGHTS = {
  coverage: 3,
  ignored: 0.25,
  missing: 2,
  value: 0.6,
  valueRank: 0.15,
  assumption: 0.04,
  emptyDataset: 1.5,
  explicitSpan: 1.6,
  explicitLog: 1.1,
  severity: 1,
  latency: 0.6,
  pathOfLogs: 0.9,
  request: 0.35,
  logs: 0.15,
  related: 2.5,
  extract: 2,
} as const;

const mentions = (preds: readonly Pred[], role: string): boolean =>
  preds.some(
    (pred) =>
      ('field' in pred && pred.field?.role === role) ||
      ('pred' in pred && mentions([pred.pred], role)) ||
      ('preds' in pred && mentions(pred.preds, role)),
  );

const usesRole = ({ ir }: Reading, role: string): boolean =>
  mentions(ir.where, role) ||
  ir.keys.some((key) => key.kind === 'field' && key.field.role === role) ||
  ir.columns.some((field) => field.role === role);

const usesDuration = ({ ir, scene }: Reading): boolean =>
  mentions(ir.where, 'duration') ||
  ir.metrics.some((metric) => 'field' in metric && metric.field.role === 'duration') ||
  (ir.order?.by === 'field' && ir.order.field.role === 'duration') ||
  scene.marks.some((_, at) => {
    const concept = conceptAt(scene, at);
    return concept?.kind === 'role' && concept.role === 'duration';
  });

const saysEntity = (scene: Scene, entity: string): boolean =>
  scene.marks.some((_, at) => {
    const concept = conceptAt(scene, at);
    return concept?.kind === 'entity' && concept.entity === entity;
  });

/** How likely the question is about this data set: its own words first, then the fields used, then habit. */
const datasetScore = (reading: Reading): number => {
  const { scene } = reading;
  const logs = scene.dataset === 'logs';
  let score = logs ? WEIGHTS.logs : 0;
  const other = logs ? scene.index.spans : scene.index.logs;
  if (scene.data.records === 0 && other.records > 0) score -= WEIGHTS.emptyDataset;
  const spanWords =
    saysEntity(scene, 'span') ||
    (saysEntity(scene, 'trace') && !saysEntity(scene, 'log')) ||
    hasConcept(scene, 'root-span') ||
    hasConcept(scene, 'database') ||
    usesRole(reading, 'operation') ||
    (!saysEntity(scene, 'log') && scene.preds.some((found) => found.source === 'id'));
  if (spanWords && !logs) score += WEIGHTS.explicitSpan;
  if (saysEntity(scene, 'log') && logs) score += WEIGHTS.explicitLog;
  if (hasConcept(scene, 'severity') && logs) score += WEIGHTS.severity;
  const latency = usesDuration(reading);
  const pathed = usesRole(reading, 'path') || usesRole(reading, 'status') || usesRole(reading, 'method');
  if (latency && !logs) score += WEIGHTS.latency;
  if (latency && pathed && logs) score += WEIGHTS.pathOfLogs;
  if (!latency && saysEntity(scene, 'request') && logs) score += WEIGHTS.request;
  return score;
};

/** The log-linear score of a reading: higher is likelier. */
export const scoreReading = (reading: Reading): number => {
  const { scene } = reading;
  const values = scene.valueScores.reduce((sum, score) => sum + score, 0);
  return (
    WEIGHTS.coverage * coverageOf(scene) -
    WEIGHTS.ignored * ignoredMarks(scene).length -
    WEIGHTS.missing * scene.missing.length +
    WEIGHTS.value * (scene.valueScores.length === 0 ? 0 : values / scene.valueScores.length) -
    WEIGHTS.valueRank * scene.valueRank -
    WEIGHTS.assumption * scene.assumptions.length +
    (reading.ir.related === null ? 0 : WEIGHTS.related) +
    (reading.ir.extract === null ? 0 : WEIGHTS.extract) +
    datasetScore(reading)
  );
};
