// Loaded before the program by `node --import @clearspan/instrumentation/register`.
import { observeProcess } from './process-metrics.ts';
import { startTelemetry } from './providers.ts';
import { settingsFrom } from './settings.ts';

startTelemetry(settingsFrom(process.env));
observeProcess();
