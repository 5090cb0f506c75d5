import type { MeshClient } from '@clearspan/mesh';
import type { ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import { passOn } from '../http/pass-on.ts';
import { NAME } from './name.ts';

interface Page {
  readonly url: string;
  readonly span: string;
  /** Under which the answer of the backend stands. */
  readonly key: string;
  readonly behind: (id: string) => string;
}

/** An id is passed on as it came: what ids look like is known behind. */
const PAGES: readonly Page[] = [
  { url: '/', span: 'frontend_home_request', key: 'backend_response', behind: () => '/api/data' },
  {
    url: '/user/:id',
    span: 'frontend_get_user',
    key: 'user_data',
    behind: (id) => `/api/user/${encodeURIComponent(id)}`,
  },
  {
    url: '/product/:id',
    span: 'frontend_get_product',
    key: 'product_data',
    behind: (id) => `/api/product/${encodeURIComponent(id)}`,
  },
];

const params = z.object({ id: z.string().default('') });

/** The pages of the shop: each is one question to the backend. */
export const pages = (app: ServiceApp, mesh: MeshClient<'backend-service'>): void => {
  for (const { url, span, key, behind } of PAGES) {
    app.get(url, { config: { span }, schema: { params } }, async (request, reply) => {
      const path = behind(request.params.id);
      const answer = passOn(await mesh.call({ service: 'backend-service', method: 'GET', path }));
      // In seconds, as all durations of the shop are.
      return { service: NAME, [key]: answer, duration: reply.elapsedTime / 1_000 };
    });
  }
};
