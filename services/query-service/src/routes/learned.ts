import { checkAlias, type Learned, learnedKey, learnedText, learnFrom } from '@clearspan/assistant';
import {
  aliasRequest,
  type Caller,
  type Catalog,
  caller,
  LEARNED_QUERY_CHARS_MAX,
  LEARNING_LIMITS,
  type LearnedContent,
  type LearnedItem,
  type LearnedLesson,
  type LearnedRecord,
  learnedAction,
  learnedActionsOf,
  learnedItem,
  learnedList,
  learnRequest,
  learnResponse,
} from '@clearspan/contracts';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import type { LearnedCache } from '../core/learned-cache.ts';
import type { LearningStore, Outcome } from '../core/learning-store.ts';

const REFUSED = {
  rate: `expected at most ${LEARNING_LIMITS.correctionsPerUserPerDayMax} corrections within a day`,
  full: `expected at most ${LEARNING_LIMITS.entriesPerOwnerMax} things learned`,
} as const;

export interface LearningDeps {
  readonly store: LearningStore;
  readonly cache: LearnedCache;
  /** Null where the data cannot be asked. */
  readonly catalogOf: () => Promise<Catalog | null>;
  /** The same, read again. */
  readonly newestCatalog: () => Promise<Catalog | null>;
}

const valueIn = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value;
  throw problem(outcome.code, outcome.message);
};

const itemOf = (record: LearnedRecord, by: Caller): LearnedItem => ({
  ...record,
  says: learnedText(record.content),
  actions: learnedActionsOf(record, by),
});

const lessonOf = (
  by: Caller,
  content: LearnedContent,
  rest: Pick<LearnedLesson, 'origin' | 'evidence'>,
): LearnedLesson => ({ caller: by, key: learnedKey(content), content, ...rest });

const nanosOfNow = (): bigint => BigInt(Date.now()) * 1_000_000n;

/** What feedback teaches is concluded here, beside the catalog and the assistant; it is kept by the storage service. */
const learnRoute = (app: ServiceApp, { store, cache, catalogOf }: LearningDeps): void => {
  app.post(
    '/learn',
    { config: { span: 'query_service.learn' }, schema: { body: learnRequest, response: { 200: learnResponse } } },
    async ({ body, span }) => {
      const catalog = await catalogOf();
      if (catalog === null) return { learned: [], not_learned: 'what the data holds is not known now' };
      const known: Learned | null = await cache.get(body.caller);
      const lesson = learnFrom(
        {
          question: body.user_input,
          query: body.generated_query,
          corrected: body.corrected_query,
          rating: body.rating,
        },
        { catalog, nowNanos: nanosOfNow(), ...(known ? { learned: known } : {}) },
      );
      const evidence = {
        feedback_id: body.feedback_id,
        question: body.user_input,
        before: body.generated_query.slice(0, LEARNED_QUERY_CHARS_MAX),
        after: (body.corrected_query ?? body.generated_query).slice(0, LEARNED_QUERY_CHARS_MAX),
      };
      const learned: LearnedItem[] = [];
      let reason = lesson.reason;
      for (const content of lesson.learned) {
        const kept = valueIn(await store.keep(lessonOf(body.caller, content, { origin: 'correction', evidence })));
        if (kept.refused !== null) reason = REFUSED[kept.refused];
        learned.push(...kept.records.map((record) => itemOf(record, body.caller)));
      }
      cache.forget();
      span?.setAttributes({ 'learned.count': learned.length, 'feedback.rating': body.rating });
      return { learned, not_learned: learned.length > 0 ? null : reason };
    },
  );
};

/** An alias that somebody has written down is held against the data like one that was concluded. */
const addRoute = (app: ServiceApp, { store, cache, catalogOf, newestCatalog }: LearningDeps): void => {
  app.post(
    '/learned',
    { schema: { body: z.object({ caller, alias: aliasRequest }), response: { 201: learnedItem } } },
    async ({ body }, reply) => {
      const catalog = await catalogOf();
      if (catalog === null) throw problem('SERVICE_UNAVAILABLE', 'what the data holds is not known now');
      const seen = checkAlias(body.alias, catalog);
      // A service that has just come is not in a catalog of some seconds ago.
      const newest = seen.ok ? null : await newestCatalog();
      const checked = newest === null ? seen : checkAlias(body.alias, newest);
      if (!checked.ok) throw problem('INVALID_REQUEST', checked.problem);
      const evidence = { feedback_id: null, question: '', before: '', after: '' };
      const kept = valueIn(await store.keep(lessonOf(body.caller, checked.alias, { origin: 'hand', evidence })));
      const [record] = kept.records;
      if (kept.refused !== null || record === undefined)
        throw problem('RATE_LIMIT_EXCEEDED', REFUSED[kept.refused ?? 'full']);
      cache.forget();
      return reply.code(201).send(itemOf(record, body.caller));
    },
  );
};

const asked = z.object({
  user: caller.shape.user,
  team: caller.shape.user.optional(),
  admin: z.stringbool(),
  all: z.stringbool().default(false),
});
const target = z.object({ id: z.string().min(1).max(100), action: learnedAction });

export const learnedRoutes = (app: ServiceApp, deps: LearningDeps): void => {
  learnRoute(app, deps);
  addRoute(app, deps);
  app.get(
    '/learned',
    { schema: { querystring: asked, response: { 200: learnedList } } },
    async ({ query: { user, team = null, admin, all } }) => {
      const by: Caller = { user, team, admin };
      // What others have learned for themselves is shown to those only who decide for everyone.
      const records = valueIn(await deps.store.list(by, all && admin));
      return { items: records.map((record) => itemOf(record, by)) };
    },
  );
  app.post(
    '/learned/:id/:action',
    { schema: { params: target, body: z.object({ caller }), response: { 200: learnedItem } } },
    async ({ params, body }) => {
      const record = valueIn(await deps.store.act(params.id, params.action, body.caller));
      deps.cache.forget();
      return itemOf(record, body.caller);
    },
  );
};
