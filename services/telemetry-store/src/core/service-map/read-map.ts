import type { ServiceMap } from '@clearspan/contracts';
import type { QueryLimits, TelemetryStore } from '@clearspan/telemetry-store';
import { isoOf, minutesOf, type Window } from '../window.ts';
import type { EdgeKeeper } from './edge-keeper.ts';
import { foldMap } from './fold-map.ts';
import { edgesSql, servicesSql } from './map-sql.ts';

export interface MapParts {
  readonly store: Pick<TelemetryStore, 'query'>;
  readonly edges: Pick<EdgeKeeper, 'refresh'>;
  readonly limits: Omit<QueryLimits, 'rows'> & { readonly mapNodesMax: number; readonly mapEdgesMax: number };
}

/** Who calls whom in the minutes that a window touches. Rejects with a `StoreError`. */
export const readMap = async (
  { store, edges, limits }: MapParts,
  window: Window,
  signal?: AbortSignal,
): Promise<ServiceMap> => {
  const { mapNodesMax: nodesMax, mapEdgesMax: edgesMax, ...limit } = limits;
  const minutes = minutesOf(window);
  const pending = await edges.refresh(minutes);
  const read = async (sql: string, rows: number): Promise<readonly (readonly unknown[])[]> =>
    (await store.query({ sql, limits: { ...limit, rows }, signal })).rows;
  const [services, found] = await Promise.all([
    read(servicesSql(minutes, nodesMax), nodesMax),
    read(edgesSql(minutes, edgesMax), edgesMax + 1),
  ]);
  return {
    from: isoOf(minutes.from),
    to: isoOf(minutes.to),
    ...foldMap(services, found.slice(0, edgesMax)),
    pending_minutes: pending,
    truncated: found.length > edgesMax,
  };
};
