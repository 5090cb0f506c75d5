/**
 * Who may import whom, in numbers: a workspace may depend only on workspaces of a lower layer.
 * `docs/architecture.md` says why.
 */
export const LAYERS: Readonly<Record<string, number>> = {
  'packages/text': 0,
  'packages/dataprime': 1,
  'packages/contracts': 1,
  'packages/resilience': 1,
  'packages/assistant': 2,
  'packages/language-server': 2,
  'packages/telemetry-store': 2,
  'packages/tasks': 2,
  'packages/instrumentation': 2,
  'packages/mesh': 2,
  'packages/telemetry-store-clickhouse': 3,
  'packages/tasks-sqlite': 3,
  'packages/records-sql': 3,
  'packages/service-kit': 3,
  'services/*': 4,
  'apps/*': 4,
  'examples/*': 5,
};

/** Edges inside one layer that are meant: the client between services stands on the telemetry API. */
export const SAME_LAYER: readonly (readonly [string, string])[] = [['packages/mesh', 'packages/instrumentation']];

/** No file, network, clock, randomness or environment: all of it comes in as arguments. */
export const PURE: readonly string[] = [
  'packages/text',
  'packages/dataprime',
  'packages/contracts',
  'packages/resilience',
  'packages/assistant',
  'packages/language-server',
  'packages/tasks',
];

/**
 * Holds zod schemas, whose types are inferred: too long to write out for isolatedDeclarations. So do the services, which
 * nobody imports.
 */
export const INFERRED: readonly string[] = ['packages/contracts'];

/** Runs in the browser: may stand only on these. */
export const BROWSER: { readonly workspace: string; readonly may: readonly string[] } = {
  workspace: 'apps/web',
  may: ['packages/text', 'packages/dataprime', 'packages/contracts'],
};

export const layerOf = (workspace: string): number => {
  const layer = LAYERS[workspace] ?? LAYERS[`${workspace.split('/')[0]}/*`];
  if (layer === undefined) throw new Error(`${workspace} has no layer in tools/layers.ts`);
  return layer;
};
