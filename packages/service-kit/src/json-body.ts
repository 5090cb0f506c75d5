import { problem } from './problem.ts';
import type { ServiceApp } from './service-app.ts';

const explain = (text: string): string => {
  try {
    JSON.parse(text);
    return 'a key that is not allowed';
  } catch (error) {
    return (error as Error).message;
  }
};

/**
 * JSON is the only body a route takes unless it adds another. What is wrong with one is said with its place; the parser
 * itself stays Fastify's, which refuses keys that reach into prototypes.
 */
export const jsonBodies = (app: ServiceApp): void => {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity')
      return done(problem('UNSUPPORTED_MEDIA_TYPE', `expected a body without content encoding, found "${encoding}"`));
    const text = body as string;
    if (text.trim() === '') return done(problem('INVALID_REQUEST', 'expected a JSON body, found an empty one'));
    return parse(request, text, (error, value) =>
      error ? done(problem('INVALID_REQUEST', `the body is not JSON: ${explain(text)}`)) : done(null, value),
    );
  });
};
