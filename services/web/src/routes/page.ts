import { problem, type ServiceApp } from '@clearspan/service-kit';
import type { PageFile, PageFiles } from '../static/page-files.ts';

const ONE_YEAR_S = 31_536_000;

const NOT_BUILT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Clearspan: not built</title></head>
<body><h1>The page has not been built yet</h1>
<p>Run <code>npm start</code>, which builds it, or <code>npm run build:web</code>, and load this again.</p>
<p>The API is there all the same: <a href="/api/docs">its documentation</a>.</p></body></html>
`;

const acceptsGzip = (header: string | undefined): boolean =>
  /(^|[\s,])gzip\s*(;\s*q=(1|0\.\d*[1-9]))?\s*(,|$)/.test(header ?? '');

const headersOf = (file: PageFile): Record<string, string> => ({
  'Content-Type': file.type,
  'Cache-Control': file.immutable ? `public, max-age=${ONE_YEAR_S}, immutable` : 'no-cache',
  ETag: file.etag,
  ...(file.gzip ? { Vary: 'Accept-Encoding' } : {}),
});

const matches = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((part) => part.trim().replace(/^W\//, '') === etag || part.trim() === '*');

/** The page and its files. They make no spans: a visit is not a question. */
export const pageRoutes = (app: ServiceApp, files: PageFiles): void => {
  app.get('/*', { config: { untraced: true } }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const file = files.get(path);
    if (!file) {
      if (path !== '/' || files.isBuilt()) throw problem('NOT_FOUND', `nothing is at ${path}`);
      return reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT);
    }
    reply.headers(headersOf(file));
    if (matches(request.headers['if-none-match'], file.etag)) return reply.code(304).send();
    if (file.gzip && acceptsGzip(request.headers['accept-encoding']))
      return reply.header('Content-Encoding', 'gzip').send(file.gzip);
    return reply.send(file.body);
  });
};
