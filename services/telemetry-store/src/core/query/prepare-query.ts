export {
  missesFields,
  type Prepared,
  prepareQuery,
  type QueryInput,
  type RowLimits,
} from '@clearspan/telemetry-store';
