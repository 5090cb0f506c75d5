import { storeError } from '../engine/store-error.ts';

/** The first version that has the index of words that `otel.logs` has. */
const OLDEST = [26, 2] as const;

/** Refuses a server whose tables could not be made. */
export const needNewEnough = (version: string): void => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw storeError('ENGINE', `expected ClickHouse ${OLDEST.join('.')} or later, found ${version}`);
};
