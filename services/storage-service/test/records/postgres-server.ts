import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { RecordTables } from '@clearspan/records-sql';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';

const PROGRAMS = '/usr/lib/postgresql/*/bin/postgres';
const START_MS = 20_000;
const WORKSPACE = new URL('../../../../examples/storefront/package.json', import.meta.url);

/** The driver is the storefront's: the records are not kept on a server yet, so that this service needs none. */
const { Pool } = createRequire(WORKSPACE)('pg') as { Pool: new (options: object) => PostgresPool };

/** PostgreSQL refuses to run as root; its package has made a user for it. */
const postgresUser = (): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const id = (kind: '-u' | '-g'): number => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
};

export interface PostgresServer {
  /** Its database with no tables in it, whatever was there before. */
  empty(): Promise<Kysely<RecordTables>>;
  stop(): Promise<void>;
}

/** A server of its own, in a folder that goes with it, reached by a socket in that folder. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const [found] = globSync(PROGRAMS).toSorted().reverse();
  if (found === undefined) throw new Error(`expected ${PROGRAMS}, found none: apt-get install postgresql`);
  const program = (name: string): string => join(found, '..', name);
  const user = postgresUser();
  const folder = mkdtempSync(join(tmpdir(), 'clearspan-pg-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const run = { ...user, cwd: folder, stdio: 'ignore' } as const;
  execFileSync(program('initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], run);
  const server = spawn(program('postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-F'], run);
  const exited = once(server, 'exit');
  const connect = (): Kysely<RecordTables> =>
    new Kysely({
      dialect: new PostgresDialect({ pool: new Pool({ host: folder, user: 'postgres', database: 'postgres' }) }),
    });
  const deadlineMs = performance.now() + START_MS;
  for (;;) {
    try {
      execFileSync(program('pg_isready'), ['-q', '-h', folder], run);
      break;
    } catch (cause) {
      if (server.exitCode !== null || performance.now() > deadlineMs)
        throw new Error('PostgreSQL did not start', { cause });
      await wait(50);
    }
  }
  return {
    empty: async () => {
      const db = connect();
      await db.schema.dropSchema('public').ifExists().cascade().execute();
      await db.schema.createSchema('public').execute();
      return db;
    },
    stop: async () => {
      // Ends connections that are still open; what it would have written goes with the folder.
      server.kill('SIGQUIT');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
