import { type FaultList, faultList, type StorefrontName } from '@clearspan/contracts';
import type { CallOutcome, MeshClient } from '@clearspan/mesh';
import { passOn } from '../http/pass-on.ts';
import type { FaultRequest } from './fault-request.ts';

/** The faults of the service behind this one, and of those behind it: each service hands on what is not its own. */
export interface FaultsBehind {
  list(): Promise<FaultList>;
  switch(request: FaultRequest): Promise<void>;
  clear(): Promise<void>;
}

/** Faults are switched outside of any trace: the telemetry of the shop is about its visitors. */
export const faultsBehind = <Name extends StorefrontName>(mesh: MeshClient<Name>, service: Name): FaultsBehind => {
  const call = async (method: 'GET' | 'POST' | 'DELETE', body?: FaultRequest): Promise<unknown> => {
    const outcome: CallOutcome = await mesh.call({ service, method, path: '/faults', body, untraced: true });
    return passOn(outcome);
  };
  return {
    list: async () => faultList.parse(await call('GET')),
    switch: async (request) => void (await call('POST', request)),
    clear: async () => void (await call('DELETE')),
  };
};
