export type { CallError, CallErrorCode } from './call-error.ts';
export type { CallOutcome, CallRequest, StreamOutcome } from './call-request.ts';
export { type CatalogCache, catalogCache } from './catalog-cache.ts';
export { createMeshClient, type MeshClient, type MeshSettings } from './mesh-client.ts';
export type { ServiceStatus } from './service-status.ts';
