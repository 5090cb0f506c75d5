import { classifyQuestion, generate, type Learned, linkQuestion } from '@clearspan/assistant';
import { type Caller, type Catalog, interpretRequest, interpretResponse } from '@clearspan/contracts';
import { inSpan } from '@clearspan/instrumentation';
import type { ServiceApp } from '@clearspan/service-kit';
import { emptyCatalog } from '../core/empty-catalog.ts';
import { toWire } from '../core/wire.ts';
import type { ModelTurn } from '../model/model-turn.ts';

const nanosOf = (ms: number): bigint => BigInt(Math.trunc(ms)) * 1_000_000n;

export interface GenerateParts {
  readonly catalogOf: () => Promise<Catalog | null>;
  readonly learnedOf: (caller: Caller) => Promise<Learned | null>;
  readonly modelTurn: ModelTurn;
}

/** `POST /generate`: a question to DataPrime, linked to what the store holds and to what its caller has taught. */
export const generateRoute = (app: ServiceApp, { catalogOf, learnedOf, modelTurn }: GenerateParts): void => {
  app.post(
    '/generate',
    {
      config: { span: 'query_service.generate_dataprime_query' },
      schema: { body: interpretRequest, response: { 200: interpretResponse } },
    },
    async ({ body, span }) => {
      const nowMs = body.now ? Date.parse(body.now) : Date.now();
      const routed = inSpan('query_service.classify_intent', {}, () => classifyQuestion(body.user_input));
      const { linked, isKnown } = await inSpan('query_service.link_schema', {}, async () => {
        const learned = body.caller ? await learnedOf(body.caller) : null;
        const known = await catalogOf();
        const catalog = known ?? emptyCatalog(new Date(nowMs).toISOString());
        return { linked: linkQuestion(routed, catalog, nanosOf(nowMs), learned), isKnown: known !== null };
      });
      const { reading: interpretation, use } = await inSpan('query_service.generate', {}, async (step) => {
        const found = generate(linked, {
          mode: body.mode,
          ...(body.context ? { context: body.context } : {}),
          ...(body.time_range ? { window: body.time_range } : {}),
        });
        step.setAttribute('intent.type', found.intent.type);
        return modelTurn(linked, found, body);
      });
      span?.setAttributes({
        'user.input.length': body.user_input.length,
        'intent.type': interpretation.intent.type,
        'intent.confidence': interpretation.intent.confidence,
        ...(interpretation.kind === 'answer' ? { 'query.generated': interpretation.query } : {}),
      });
      return toWire(interpretation, isKnown, use);
    },
  );
};
