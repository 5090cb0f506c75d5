import { SHOP_VERSION } from '../../version.ts';
import type { Gate } from './gate.ts';

/** Ends the telemetry of the version that ran, and begins that of the one that is to run. */
export type Restart = (version: string) => Promise<void>;

export interface Deployment {
  /** The version that runs. */
  version(): string;
  deploy(version: string): Promise<void>;
  /** No deploy begins any longer: at the end of the service. */
  close(): void;
}

export interface DeploymentDeps {
  readonly gate: Gate;
  readonly restart: Restart;
  /** Says how many entries there were. */
  readonly emptyCache: () => number;
  readonly log: { info(fields: object, message: string): void };
}

/**
 * Deploys a version as a restart of the process would: requests that come in wait, those under way are answered by the
 * old version and told under its name, and the new one begins with nothing in its cache and figures at zero.
 */
export const createDeployment = ({ gate, restart, emptyCache, log }: DeploymentDeps): Deployment => {
  let running = SHOP_VERSION;
  let closed = false;
  return {
    version: () => running,
    deploy: async (version) => {
      if (closed || version === running) return;
      log.info({ version: running, next: version }, 'a deploy begins');
      await gate.closedFor(async () => {
        await restart(version);
        running = version;
        log.info({ entries: emptyCache() }, 'cache emptied');
      });
      log.info({ version }, 'a version was deployed');
    },
    close: () => {
      closed = true;
    },
  };
};
