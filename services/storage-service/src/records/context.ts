import type { RecordTables } from '@clearspan/records-sql';
import type { Kysely } from 'kysely';

export interface RecordsContext {
  readonly db: Kysely<RecordTables>;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly newId: () => string;
  readonly rowsMax: number;
}
