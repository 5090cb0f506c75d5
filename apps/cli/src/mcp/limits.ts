/** Rows of an answer: what a model reads is paid for, and what is too long is not read at all. */
export const ROWS_DEFAULT = 50;
export const ROWS_MAX = 500;
export const COLUMNS_MAX = 200;
/** Characters of all rows of an answer as JSON. */
export const ROWS_CHARS_MAX = 20_000;
/** Characters of one row, and of one text in it. */
export const ROW_CHARS_MAX = 4_000;
export const CELL_CHARS_MAX = 500;
/** Characters of the text form of any answer. */
export const TEXT_CHARS_MAX = 24_000;

/** Spans shown of a trace. */
export const SPANS_DEFAULT = 60;
export const SPANS_MAX = 300;

export const FIELDS_DEFAULT = 20;
export const FIELDS_MAX = 100;

/** Nodes, and edges, of a service map. */
export const MAP_PARTS_MAX = 100;

/** Calls of tools that are worked on at the same time, of all clients together. */
export const CALLS_MAX = 16;

/** Bytes of one message. */
export const MESSAGE_BYTES_MAX: number = 1024 * 1024;

/** Clients with a session over HTTP. */
export const SESSIONS_MAX = 32;
/** A session that was silent this long gives way to a new one. */
export const SESSION_IDLE_MS: number = 10 * 60_000;
/** Connections to the HTTP server, and how long a request may take to arrive. */
export const CONNECTIONS_MAX = 128;
export const REQUEST_MS_MAX = 30_000;
