import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface PostgresServer {
  /** The address of a new, empty database. */
  newDatabase(): string;
  stop(): Promise<void>;
}

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

const PROGRAMS = '/usr/lib/postgresql/*/bin/postgres';
const START_MS = 20_000;

const programs = (): string => {
  const [found] = globSync(PROGRAMS).toSorted().reverse();
  if (found === undefined) throw new Error(`expected ${PROGRAMS}, found none: apt-get install postgresql`);
  return join(found, '..');
};

/** PostgreSQL refuses to run as root; its package has made a user for it. */
const ownerOf = (): Owner => {
  if (process.getuid?.() !== 0) return {};
  const id = (kind: '-u' | '-g'): number => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
};

/** A server of its own, in a folder that goes with it, reached by a socket in that folder. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const bin = programs();
  const owner = ownerOf();
  const folder = mkdtempSync(join(tmpdir(), 'storefront-pg-'));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const settings = { ...owner, cwd: folder, encoding: 'utf8' } as const;
  const initialize = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(bin, 'initdb'), initialize, { ...settings, stdio: ['ignore', 'ignore', 'inherit'] });
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-F'], {
    ...settings,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const exited = once(server, 'exit');
  const psql = (sql: string): void =>
    void execFileSync(join(bin, 'psql'), ['-qX', '-h', folder, '-U', 'postgres', '-c', sql], settings);
  const isReady = (): boolean => {
    try {
      execFileSync(join(bin, 'pg_isready'), ['-q', '-h', folder], settings);
      return true;
    } catch {
      return false;
    }
  };
  const deadlineMs = performance.now() + START_MS;
  while (!isReady()) {
    if (server.exitCode !== null || performance.now() > deadlineMs) throw new Error('PostgreSQL could not be started');
    await wait(50);
  }
  let databases = 0;
  return {
    newDatabase: () => {
      databases += 1;
      const name = `shop_${databases}`;
      psql(`CREATE DATABASE ${name}`);
      return `postgresql:///${name}?host=${encodeURIComponent(folder)}&user=postgres`;
    },
    stop: async () => {
      // Ends connections that are still open; what it would have written goes with the folder.
      server.kill('SIGQUIT');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
