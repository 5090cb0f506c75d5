import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Version of the software, as telemetry and health answers state it. All workspaces carry the same one. */
export const VERSION: string = version;
