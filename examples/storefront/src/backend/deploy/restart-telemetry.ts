import { flushTelemetry, shutdownTelemetry, startTelemetry, telemetrySettings } from '@clearspan/instrumentation';
import type { Restart } from './deployment.ts';

/** For what waits to be sent, and then once more for what is told of the end. */
const SEND_MS = 5_000;

export interface RestartSettings {
  /** `service.name` where the environment has none. */
  readonly name: string;
  /** False for a process that was started without telemetry: it must not begin to send by a deploy. */
  readonly sends: boolean;
}

/** A resource cannot change while it is used, so another version is another start, with all else as it was. */
export const restartTelemetry =
  ({ name, sends }: RestartSettings): Restart =>
  async (version) => {
    await flushTelemetry(SEND_MS);
    await shutdownTelemetry(SEND_MS);
    const { settings } = telemetrySettings(process.env);
    startTelemetry({
      ...settings,
      ...(sends ? {} : { serviceName: name, targets: [] }),
      resource: { ...settings.resource, 'service.version': version },
    });
  };
