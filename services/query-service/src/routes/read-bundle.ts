import { readBundle } from '@clearspan/assistant';
import { bundle, readBundleRequest } from '@clearspan/contracts';
import type { ServiceApp } from '@clearspan/service-kit';

/** `POST /read-bundle`: what the results of a bundle's parts say. */
export const readBundleRoute = (app: ServiceApp): void => {
  app.post(
    '/read-bundle',
    {
      config: { span: 'query_service.read_bundle' },
      schema: { body: readBundleRequest, response: { 200: bundle } },
    },
    ({ body, span }) => {
      const read = readBundle(body.bundle, body.results);
      span?.setAttribute(
        'clearspan.findings_count',
        read.parts.filter(({ finding }) => finding?.stands_out === true).length,
      );
      return read;
    },
  );
};
