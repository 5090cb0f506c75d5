import { type FaultList, faultList } from '@clearspan/contracts';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import type { FaultyService } from './fault.ts';
import type { FaultBoard } from './fault-board.ts';
import { FAULTS } from './fault-catalog.ts';
import { faultRequest } from './fault-request.ts';
import { faultStates } from './fault-states.ts';
import type { FaultsBehind } from './faults-behind.ts';

export interface FaultRoutesDeps {
  readonly service: FaultyService;
  readonly board: FaultBoard;
  /** Null for the last service of the chain. */
  readonly behind: FaultsBehind | null;
}

/**
 * `/faults`: those of this service and of all behind it, so that the frontend knows every fault of the shop. A fault of
 * a service in front is refused by name.
 */
export const faultRoutes = (app: ServiceApp, { service, board, behind }: FaultRoutesDeps): void => {
  const config = { untraced: true };
  const all = async (): Promise<FaultList> => {
    const own = faultStates(service, board);
    const theirs = (await behind?.list()) ?? { faults: [], hidden: 0 };
    return { faults: [...own.faults, ...theirs.faults], hidden: own.hidden + theirs.hidden };
  };
  app.get('/faults', { config, schema: { response: { 200: faultList } } }, all);
  app.post('/faults', { config, schema: { body: faultRequest, response: { 200: faultList } } }, async (request) => {
    const { name } = request.body;
    if (board.has(name)) {
      const switched = await board.switch(request.body);
      if (!switched.ok) throw problem('INVALID_REQUEST', switched.message);
    } else if (behind !== null) await behind.switch(request.body);
    else throw problem('INVALID_REQUEST', `${name} is a fault of ${FAULTS[name].service}: switch it there`);
    return all();
  });
  app.delete('/faults', { config, schema: { response: { 200: faultList } } }, async () => {
    await board.clear();
    await behind?.clear();
    return all();
  });
};
