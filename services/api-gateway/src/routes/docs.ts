import type { ServiceApp } from '@clearspan/service-kit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

/** OpenAPI 3.1 from the schemas that validate, and a page to try them on. Registered before the routes it describes. */
export const docs = async (app: ServiceApp, version: string): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Clearspan', version, description: 'Questions to DataPrime, run on your own telemetry.' },
      tags: [
        { name: 'ask', description: 'Questions, their answers and how they were rated' },
        { name: 'telemetry', description: 'Queries and traces' },
        { name: 'system', description: 'How the system is' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
};

export const openApiRoute = (app: ServiceApp): void => {
  app.get('/api/openapi.json', { config: { unlimited: true }, schema: { hide: true } }, () => app.swagger());
};
