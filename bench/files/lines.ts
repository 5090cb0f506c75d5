import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { seeded } from '../d-format/records.ts';

const LINES_PER_WRITE = 5_000;

const PATHS = ['/cart', '/checkout', '/login', '/search', '/item/1', '/item/2', '/item/3', '/account'];
const SERVICES = ['storefront', 'stock', 'payments', 'accounts'];
const STATUSES = [200, 200, 200, 200, 200, 204, 301, 404, 500, 503];

/** Writes lines of a web shop, one JSON object each, until there are this many bytes. Resolves to their number. */
export const writeLines = async (file: string, bytes: number, seed: number): Promise<number> => {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const line = (n: number): string => {
    const status = pick(STATUSES);
    return JSON.stringify({
      time: new Date(1_767_600_000_000 + n * 20).toISOString(),
      level: status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info',
      service: pick(SERVICES),
      msg: status >= 500 ? 'no connection left in pool' : 'request done',
      method: pick(['GET', 'GET', 'POST']),
      path: pick(PATHS),
      status,
      duration_ms: Math.round(random() * 10_000) / 10,
      request_id: Math.floor(random() * 2 ** 48)
        .toString(16)
        .padStart(12, '0'),
      user: { id: Math.floor(random() * 100_000), plan: pick(['free', 'pro']) },
    });
  };
  const out = createWriteStream(file);
  let [written, lines] = [0, 0];
  while (written < bytes) {
    let text = '';
    for (let i = 0; i < LINES_PER_WRITE; i++) text += `${line(lines + i)}\n`;
    lines += LINES_PER_WRITE;
    written += text.length;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return lines;
};
