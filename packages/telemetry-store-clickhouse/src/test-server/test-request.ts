import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request to the HTTP interface, as its documentation says it is read. */
export interface TestRequest {
  readonly sql: string;
  readonly queryId: string;
  /** Rows of an insert; null where the statement came in the body. */
  readonly rows: Buffer | null;
  /** What the rows are, where they are not those of an insert. */
  readonly table: { readonly name: string; readonly structure: string } | null;
  readonly settings: ReadonlyMap<string, string>;
}

/** Parameters of the interface itself; every other one is a setting. */
const OWN_PARAMETERS: ReadonlySet<string> = new Set([
  'query',
  'query_id',
  'database',
  'default_format',
  'wait_end_of_query',
  'session_id',
  'role',
]);

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** A table beside the statement: its rows in a form, its columns among the parameters. */
const withTable = async (all: URLSearchParams, sql: string, body: Buffer, type: string): Promise<TestRequest> => {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const [[name, file] = []] = [...form];
  if (name === undefined || typeof file !== 'object') throw new Error('expected a file in the form, found none');
  const structure = all.get(`${name}_structure`) ?? '';
  const settings = [...all].filter(([key]) => !OWN_PARAMETERS.has(key) && !key.startsWith(`${name}_`));
  return {
    sql,
    rows: Buffer.from(await file.arrayBuffer()),
    table: { name, structure },
    queryId: all.get('query_id') ?? '',
    settings: new Map(settings),
  };
};

export const parseRequest = async (request: IncomingMessage): Promise<TestRequest> => {
  const { searchParams } = new URL(request.url ?? '/', 'http://server');
  const body = await bodyOf(request);
  const query = searchParams.get('query');
  const type = request.headers['content-type'] ?? '';
  if (query !== null && type.startsWith('multipart/form-data')) return withTable(searchParams, query, body, type);
  return {
    sql: query ?? body.toString(),
    rows: query === null ? null : body,
    table: null,
    queryId: searchParams.get('query_id') ?? '',
    settings: new Map([...searchParams].filter(([name]) => !OWN_PARAMETERS.has(name))),
  };
};

/** As the server words it: the number in a header, and in the text with what it is about. */
export const refuse = (response: ServerResponse, code: number, message: string): void => {
  response.writeHead(code === 516 ? 403 : 500, { 'x-clickhouse-exception-code': String(code) });
  const text = message.replace(/^Query failed: /, '');
  response.end(/^Code: \d+/.test(text) ? text : `Code: ${code}. DB::Exception: ${text}. (TEST_SERVER)`);
};
