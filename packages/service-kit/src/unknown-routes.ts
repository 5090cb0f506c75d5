import { type ProblemError, problem } from './problem.ts';
import type { ServiceApp } from './service-app.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `/traces/:id` as an expression for the paths it answers. */
const pathsOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.split('*').map(escaped).join('.*')))
      .join('/')}/?$`,
  );

/**
 * What to say where no route answers: that the path is unknown, or which methods it takes. Called before any route is
 * added.
 */
export const unknownRoutes = (app: ServiceApp): ((method: string, path: string) => ProblemError) => {
  const methodsOf = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsOf.get(url) ?? new Set<string>();
    for (const one of [method].flat()) methods.add(one);
    methodsOf.set(url, methods);
  });
  return (method, path) => {
    const allowed = [...methodsOf].flatMap(([url, methods]) => (pathsOf(url).test(path) ? [...methods] : []));
    if (allowed.length === 0) return problem('NOT_FOUND', `no route ${method} ${path}`);
    const allow = [...new Set(allowed)].sort().join(', ');
    return problem('METHOD_NOT_ALLOWED', `expected one of ${allow} for ${path}, found ${method}`, {
      headers: { Allow: allow },
    });
  };
};
