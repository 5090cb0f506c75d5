import { createMeshClient } from '@clearspan/mesh';
import type { Effect } from '../../faults/fault-board.ts';
import type { DatabaseMesh } from '../database/database.ts';

/** Nothing that an ordinary user starts can listen there, so connections are refused. */
const NOWHERE = 'http://127.0.0.1:1';

export interface UnreachableDatabase extends Effect {
  /** The client while it leads nowhere; null while the fault is off. */
  mesh(): DatabaseMesh | null;
}

/** A client of its own: what its breaker learns must not outlast the fault. */
export const unreachableDatabase = (caller: string): UnreachableDatabase => {
  let mesh: DatabaseMesh | null = null;
  return {
    mesh: () => mesh,
    start: () => {
      mesh = createMeshClient({ caller, services: { 'database-service': NOWHERE } });
    },
    stop: async () => {
      const before = mesh;
      mesh = null;
      await before?.close();
    },
  };
};
