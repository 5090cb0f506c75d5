export { type EmbeddedStore, type EmbeddedStoreOptions, openEmbeddedStore } from './embedded-store.ts';
export type { EngineEvent } from './engine/keep-alive.ts';
