import { createHash } from 'node:crypto';
import type { IngestRequest } from '../ingest.ts';

/** What a request says, however it was compressed. The names have no line breaks, so no two contents share a text. */
export const repeatKey = ({ signal, encoding, plain }: Pick<IngestRequest, 'signal' | 'encoding' | 'plain'>): string =>
  createHash('sha256').update(`${signal}\n${encoding}\n`).update(plain).digest('base64url');
