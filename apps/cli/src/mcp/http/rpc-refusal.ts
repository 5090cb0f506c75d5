/** Codes of JSON-RPC that a server may choose: the request was not taken. */
const REFUSED = -32_000;

/** An answer of JSON-RPC that belongs to no request, which was not read. */
export const rpcRefusal = (status: number, message: string): Response =>
  Response.json({ jsonrpc: '2.0', error: { code: REFUSED, message }, id: null }, { status });
