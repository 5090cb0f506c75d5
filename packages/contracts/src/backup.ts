import { z } from 'zod';

/** `POST /api/store/backup` of the store. */
export const backupRequest = z.object({
  /** Name of a place that was made in the store's own directory, empty or a link to an empty directory. */
  place: z.string(),
});
export type BackupRequest = z.infer<typeof backupRequest>;

export const backupResponse = z.object({
  schema_version: z.number(),
  engine: z.string(),
  /** Rows of each table when the backup began: what came meanwhile may be in it too. */
  rows: z.record(z.string(), z.number()),
});
export type BackupResponse = z.infer<typeof backupResponse>;
