export type { TakeBackup } from './backup/back-up.ts';
export { backupPlace, ENGINE_BACKUP, isPlaceName, placeFault } from './backup/backup-place.ts';
export { type RestoreStoreOptions, restoreStore } from './backup/restore-store.ts';
export { type EmbeddedStore, type EmbeddedStoreOptions, openEmbeddedStore } from './embedded-store.ts';
export type { EngineEvent } from './engine/keep-alive.ts';
export type { Partition } from './partitions.ts';
export { SCHEMA_VERSION } from './schema/migrations.ts';
