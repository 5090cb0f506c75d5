import { Readable } from 'node:stream';
import type { Settings } from '../engine/settings.ts';
import type { ServerAddress } from './server-address.ts';

/** Rows of RowBinary that a statement reads by a name of a table. */
export interface TableBeside {
  readonly name: string;
  readonly structure: string;
  readonly bytes: Uint8Array;
}

export interface BesideRequest {
  readonly sql: string;
  readonly settings: Settings;
  readonly beside: TableBeside;
  readonly signal: AbortSignal;
}

/**
 * A statement with a table beside it, as the interface takes it: a form with a file, its columns among the parameters. The
 * client has no call for that. Rejects as the client does, with the number of the exception as `code`.
 */
export const askBeside = async (
  { url, username, password }: ServerAddress,
  { sql, settings, beside: { name, structure, bytes }, signal }: BesideRequest,
): Promise<Readable> => {
  const parameters = new URLSearchParams({
    query: sql,
    [`${name}_format`]: 'RowBinary',
    [`${name}_structure`]: structure,
  });
  for (const [setting, value] of Object.entries(settings)) parameters.set(setting, String(value));
  const form = new FormData();
  form.append(name, new Blob([new Uint8Array(bytes)]), name);
  const answer = await fetch(`${url}/?${parameters.toString()}`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
    body: form,
    signal,
  });
  if (answer.ok && answer.body !== null) return Readable.fromWeb(answer.body);
  const code = answer.headers.get('x-clickhouse-exception-code') ?? undefined;
  throw Object.assign(new Error(await answer.text()), { code });
};
