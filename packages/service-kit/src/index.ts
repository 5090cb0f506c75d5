export { VERSION } from '@clearspan/instrumentation';
export {
  bytes,
  configErrors,
  dataDir,
  headerName,
  host,
  isLoopback,
  logLevel,
  millis,
  port,
  readConfig,
  url,
} from './config.ts';
export { createLogger } from './logger.ts';
export { isProblem, type ProblemError, type ProblemOptions, problem } from './problem.ts';
export { runService } from './run-service.ts';
export type { ServiceApp } from './service-app.ts';
export { type RunningService, type ServiceSettings, startService } from './start-service.ts';
export type { ReadinessCheck } from './system-routes.ts';
