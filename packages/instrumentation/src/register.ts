/** Loaded before the program (`node --import @clearspan/instrumentation/register`): starts its telemetry. */
import { startProcessMetrics } from './process-metrics.ts';
import { telemetrySettings } from './settings.ts';
import { startTelemetry } from './telemetry.ts';

const { settings, problems } = telemetrySettings(process.env);
if (problems.length) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(2);
}
startTelemetry(settings);
startProcessMetrics();
