import { inSpan } from '@clearspan/instrumentation';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import type { LookUp } from '../cache/look-up.ts';
import type { Database } from '../database/database.ts';
import { user } from '../database/database-answers.ts';
import { processing } from '../meters.ts';
import { NAME } from '../name.ts';
import { readId } from '../read-id.ts';

export interface UserRouteDeps {
  readonly lookUp: LookUp;
  readonly database: Database;
}

const params = z.object({ id: z.string() });
const answer = z.object({ service: z.literal(NAME), user, from_cache: z.boolean() });

/** A wrong id is the caller's error, so the span says what was found and is not in error itself. */
const validateUserId = (text: string): number => {
  const read = inSpan('validate_user_id', {}, (span) => {
    const result = processing('validation', () => readId('user', text));
    span.setAttribute('validation.ok', result.ok);
    return result;
  });
  if (!read.ok) throw problem('INVALID_REQUEST', read.message);
  return read.id;
};

/** `GET /api/user/:id` */
export const userRoute = (app: ServiceApp, { lookUp, database }: UserRouteDeps): void => {
  const options = { config: { span: 'backend_get_user' }, schema: { params, response: { 200: answer } } };
  app.get('/api/user/:id', options, async (request) => {
    const id = validateUserId(request.params.id);
    request.span?.setAttribute('user.id', id);
    const { value, fromCache } = await lookUp(request, {
      what: 'user',
      key: `user:${id}`,
      load: () => database.user(id),
    });
    return { service: NAME, user: value, from_cache: fromCache };
  });
};
