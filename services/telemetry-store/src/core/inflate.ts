import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { Compression } from '../wal/record.ts';

const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const unzstd = promisify(zlib.zstdDecompress);

export type Inflated =
  | { readonly ok: true; readonly plain: Uint8Array }
  | { readonly ok: false; readonly reason: 'too-large' | 'damaged'; readonly message: string };

const inflaters: Readonly<
  Record<Exclude<Compression, 'identity'>, (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>>
> = {
  gzip: gunzip,
  deflate: inflate,
  zstd: unzstd,
};

/** The body without its compression, at most `plainBytesMax` long however small it came. */
export const inflateBody = async (
  body: Uint8Array,
  compression: Compression,
  plainBytesMax: number,
): Promise<Inflated> => {
  if (compression === 'identity') {
    if (body.byteLength <= plainBytesMax) return { ok: true, plain: body };
    return {
      ok: false,
      reason: 'too-large',
      message: `expected a body of at most ${plainBytesMax} bytes, found ${body.byteLength}`,
    };
  }
  try {
    return { ok: true, plain: await inflaters[compression](body, { maxOutputLength: plainBytesMax }) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      return {
        ok: false,
        reason: 'too-large',
        message: `expected a body of at most ${plainBytesMax} bytes when inflated, found more`,
      };
    }
    // zlib says "unexpected end of file" of a body that was cut.
    const found =
      code === 'Z_BUF_ERROR' || /unexpected end|incomplete/i.test(message)
        ? 'a truncated one'
        : `one that cannot be read (${message})`;
    return { ok: false, reason: 'damaged', message: `expected a whole ${compression} body, found ${found}` };
  }
};
