export { wireDiagnostic, wireResult, wireRow } from '@clearspan/telemetry-store';
