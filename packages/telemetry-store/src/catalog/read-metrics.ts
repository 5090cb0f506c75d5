import type { CatalogMetric } from '@clearspan/contracts';
import { DATABASE } from '../tables/table.ts';
import type { CatalogLimits } from './catalog-sql.ts';
import type { Read } from './read-sample.ts';

const LABELS_MAX = 50;

/** metric · type · unit · keys of labels, of the series that were sent on the newest day or the one before. */
const metricsSql = ({ metricsMax }: CatalogLimits): string =>
  `SELECT metric, type, unit, arraySlice(arraySort(groupUniqArrayArray(labels.keys)), 1, ${LABELS_MAX})
FROM ${DATABASE}.metric_series WHERE day >= (SELECT max(day) FROM ${DATABASE}.metric_series) - 1
GROUP BY metric, type, unit ORDER BY metric, type, unit LIMIT ${metricsMax}`;

/** The metrics that are sent, by name: the unit is their own. */
export const readMetrics = async (read: Read, limits: CatalogLimits): Promise<readonly CatalogMetric[]> =>
  (await read(metricsSql(limits))).map(([name, type, unit, labels]) => ({
    name: String(name),
    type: type as CatalogMetric['type'],
    unit: String(unit),
    labels: labels as string[],
  }));
