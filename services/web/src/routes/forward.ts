import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { isProblemCode } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';
import { problem, type ServiceApp } from '@clearspan/service-kit';

/** Of the answer of the service behind these reach the browser; the rest belongs to the connection between the two. */
const PASSED_BACK: readonly string[] = [
  'content-type',
  'cache-control',
  'content-disposition',
  'etag',
  'last-modified',
  'location',
  'retry-after',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'x-ratelimit-remaining',
  'x-gateway-time',
  'x-gateway-version',
];

/** As nginx has it: the client closed the connection before it was answered. */
const CLIENT_CLOSED_REQUEST = 499;

const passedBack = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(PASSED_BACK.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));

/** Fires when the exchange is over: when the browser went away, nobody waits for the answer any more. */
const whenGone = (response: ServerResponse): AbortSignal => {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
};

export interface Forwarding<Name extends string> {
  /** Everything below it is handed on. */
  readonly prefix: string;
  readonly service: Name;
  readonly methods: readonly ('GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE')[];
  /** The path there, of the path here. */
  readonly pathOf: (path: string) => string;
  readonly requestMs: number;
  /** No spans here nor on the call: for what a page asks by itself, again and again. */
  readonly untraced: boolean;
  /** Names of headers of the request that are handed on, lower case. */
  readonly passedOn?: readonly string[];
}

const passedOf = (names: readonly string[], headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );

/** What is below the prefix goes to the service, in the trace of the request, and comes back as it streams. */
export const forwardRoutes = <Name extends string>(
  app: ServiceApp,
  mesh: MeshClient<Name>,
  { prefix, service, methods, pathOf, requestMs, untraced, passedOn = [] }: Forwarding<Name>,
): void => {
  for (const method of methods)
    app.route({
      method,
      url: `${prefix}/*`,
      config: { untraced },
      handler: async (request, reply) => {
        const [path = prefix, search] = request.url.split('?');
        const answer = await mesh.stream({
          service,
          method,
          path: pathOf(path),
          query: Object.fromEntries(new URLSearchParams(search)),
          ...(request.body === undefined || request.body === null ? {} : { body: request.body }),
          headers: { ...passedOf(passedOn, request.headers), accept: request.headers.accept ?? '*/*' },
          deadlineMs: requestMs,
          signal: whenGone(reply.raw),
          untraced,
        });
        if (answer.ok) return reply.code(answer.status).headers(passedBack(answer.headers)).send(answer.body);
        const { error } = answer;
        // Nobody is there to read an answer, and that is no failure: it must not count as one of ours.
        if (error.code === 'CANCELLED') return reply.code(CLIENT_CLOSED_REQUEST).send();
        // The service's own problem is the better one: it names its trace.
        if (error.problem && error.status)
          return reply
            .code(error.status)
            .type('application/problem+json; charset=utf-8')
            .send(JSON.stringify(error.problem));
        throw problem(isProblemCode(error.code) ? error.code : 'UPSTREAM_ERROR', error.message);
      },
    });
};
