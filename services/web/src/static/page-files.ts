import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Files and bytes of the built page at most: it is held in memory whole. */
const PAGE_FILES_MAX = 200;
const PAGE_BYTES_MAX = 16 * 1024 * 1024;
/** Smaller ones gain nothing. */
const GZIP_FROM_BYTES = 1_024;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
  /** The same compressed; null where that would not be smaller. */
  readonly gzip: Buffer | null;
  readonly etag: string;
  /** Its name holds its content's hash, so that it may be kept for ever. */
  readonly immutable: boolean;
}

export interface PageFiles {
  /** A file by its path, `/` being the page itself; null where there is none. */
  get(path: string): PageFile | null;
  /** False until the page has been built. */
  isBuilt(): boolean;
}

const readPageFile = (path: string, name: string): PageFile => {
  const body = readFileSync(path);
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const packed = body.length >= GZIP_FROM_BYTES && /^text|json|svg/.test(type) ? gzipSync(body, { level: 9 }) : null;
  return {
    type,
    body,
    gzip: packed && packed.length < body.length ? packed : null,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    immutable: name.startsWith('/assets/'),
  };
};

const readAll = (dir: string): Map<string, PageFile> => {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  if (names.length > PAGE_FILES_MAX)
    throw new Error(`expected at most ${PAGE_FILES_MAX} files in ${dir}, found ${names.length}`);
  const files = new Map<string, PageFile>();
  let bytes = 0;
  for (const entry of names) {
    const path = join(entry.parentPath, entry.name);
    const name = `/${relative(dir, path).split(sep).join('/')}`;
    const file = readPageFile(path, name);
    bytes += file.body.length;
    if (bytes > PAGE_BYTES_MAX) throw new Error(`expected at most ${PAGE_BYTES_MAX} bytes in ${dir}`);
    files.set(name, file);
  }
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return files;
};

/**
 * The built page, read when it is first asked for and again when it was built anew. A path is looked up among the names
 * that were found, never on the disk: nothing outside the folder can be reached.
 */
export const createPageFiles = (dir: string): PageFiles => {
  const index = join(dir, 'index.html');
  let files = new Map<string, PageFile>();
  let readAtMs = -1;
  const fresh = (): Map<string, PageFile> => {
    const builtAtMs = existsSync(index) ? statSync(index).mtimeMs : -1;
    if (builtAtMs !== readAtMs) {
      files = builtAtMs === -1 ? new Map() : readAll(dir);
      readAtMs = builtAtMs;
    }
    return files;
  };
  return {
    get: (path) => (path === '/' ? fresh() : files.size > 0 ? files : fresh()).get(path) ?? null,
    isBuilt: () => fresh().size > 0,
  };
};
