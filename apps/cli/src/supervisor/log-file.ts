import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file at most; its predecessor is kept beside it as `.1`, so a service's logs take twice this at most. */
const LOG_FILE_BYTES_MAX = 8 * 1024 * 1024;
/** Lines are gathered this long before they are written, so that a chatty start costs few writes. */
const FLUSH_AFTER_MS = 100;
const BUFFER_BYTES_MAX = 256 * 1024;

/** A log file of bounded size. Rotated when opened, so that it begins with the process it belongs to. */
export interface LogFile {
  write(line: string): void;
  close(): void;
}

const rotate = (path: string): void => {
  if (existsSync(path) && statSync(path).size > 0) renameSync(path, `${path}.1`);
};

export const openLogFile = (path: string, fileBytesMax: number = LOG_FILE_BYTES_MAX): LogFile => {
  mkdirSync(dirname(path), { recursive: true });
  rotate(path);
  let writtenBytes = 0;
  let buffer = '';
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (buffer === '') return;
    const bytes = Buffer.byteLength(buffer);
    if (writtenBytes > 0 && writtenBytes + bytes > fileBytesMax) {
      rotate(path);
      writtenBytes = 0;
    }
    appendFileSync(path, buffer);
    writtenBytes += bytes;
    buffer = '';
  };
  return {
    write: (line) => {
      buffer += `${line}\n`;
      if (buffer.length > BUFFER_BYTES_MAX) flush();
      else timer ??= setTimeout(flush, FLUSH_AFTER_MS).unref();
    },
    close: flush,
  };
};
