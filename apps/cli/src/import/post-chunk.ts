import { promisify } from 'node:util';
import { constants, zstdCompress } from 'node:zlib';
import { type ImportAnswer, importAnswer } from '@clearspan/contracts';
import type { Signal } from '@clearspan/telemetry-store';

const compress = promisify(zstdCompress);
/** The fastest: the bytes only go to this machine and into the log. */
const COMPRESSION = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

const PATHS: Readonly<Record<Signal, string>> = {
  logs: '/import/logs',
  traces: '/import/spans',
  metrics: '/import/metrics',
};
const ANSWER_MS = 60_000;
const RETRY_AFTER_MS_MAX = 60_000;

export interface ChunkToPost {
  readonly signal: Signal;
  readonly head: { readonly import: string; readonly line: number; readonly request?: 'protobuf' };
  readonly bytes: Uint8Array;
}

/** What came of one attempt. */
export type Posted =
  | { readonly kind: 'taken'; readonly answer: ImportAnswer }
  /** The same may be sent again after that time. */
  | { readonly kind: 'busy'; readonly waitMs: number }
  /** The chunk is wrong, and sending it again does not help. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  /** What answers there takes no imports, or failed. */
  | { readonly kind: 'failed'; readonly message: string }
  /** Nobody answered; whether the chunk was taken is not known. */
  | { readonly kind: 'away'; readonly message: string };

const reasonOf = (error: unknown): string => {
  const { cause, message } = error as { readonly cause?: { readonly code?: string }; readonly message?: string };
  return cause?.code ?? message ?? 'no answer';
};

const messageOf = (body: string): string => {
  try {
    return (JSON.parse(body) as { readonly message?: string }).message ?? body;
  } catch {
    return body;
  }
};

const retryAfterMs = (response: Response): number =>
  Math.min(RETRY_AFTER_MS_MAX, Number(response.headers.get('retry-after') ?? 1) * 1_000 || 1_000);

const read = (response: Response, body: string): Posted => {
  const { status } = response;
  if (status === 200) {
    const answer = importAnswer.safeParse(JSON.parse(body));
    return answer.success
      ? { kind: 'taken', answer: answer.data }
      : { kind: 'failed', message: 'answered in another way than a telemetry store of this version does' };
  }
  if (status === 429 || status === 503) return { kind: 'busy', waitMs: retryAfterMs(response) };
  if (status === 400 || status === 413) return { kind: 'refused', status, message: messageOf(body) };
  return { kind: 'failed', message: `answered with status ${status}: ${messageOf(body)}` };
};

/** Makes one attempt to hand a chunk to the store at `url`, where OTLP is taken. */
export const postChunk = async (url: string, { signal, head, bytes }: ChunkToPost): Promise<Posted> => {
  const body = await compress(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]), COMPRESSION);
  try {
    const response = await fetch(`${url}${PATHS[signal]}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', 'content-encoding': 'zstd' },
      body,
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return read(response, await response.text());
  } catch (error) {
    return { kind: 'away', message: reasonOf(error) };
  }
};
