/**
 * Loads every module that `clearspan up` starts, so that Node's compile cache holds them. A process that finds its
 * modules there never loads the part of Node that removes types: a third less memory, and a faster start.
 */
import { globSync, readdirSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './workspaces.ts';

const ENTRIES: readonly string[] = [
  'packages/instrumentation/src/register.ts',
  'packages/telemetry-store-clickhouse/src/child/main.ts',
  'apps/cli/src/main.ts',
  ...readdirSync(join(ROOT, 'apps/cli/src/commands')).map((name) => `apps/cli/src/commands/${name}`),
  ...readdirSync(join(ROOT, 'services')).map((name) => `services/${name}/src/main.ts`),
  ...globSync('examples/*/src/*/main.ts', { cwd: ROOT }),
  'examples/storefront/src/database/sql/sqlite-thread.ts',
];

// Nothing is to be sent anywhere from here.
process.env.TELEMETRY_STORE_OTLP_URL = 'off';
for (const entry of ENTRIES) await import(join(ROOT, entry));
flushCompileCache();
process.exit(0);
