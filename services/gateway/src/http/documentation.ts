import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { TAGS } from './tags.ts';

/** Collects the OpenAPI document of every route registered later; serves it and its human page. */
export async function addDocumentation(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '回音 Huiyin',
        version: '1',
        description:
          '人大代表建议办理系统。每个 POST(登录除外)须带 Idempotency-Key;修改以 If-Match 说明所依据的版本;' +
          '拒绝一律为 RFC 9457 problem+json,带稳定的 code。日期为 YYYY-MM-DD(北京时间),时刻为 RFC 3339。',
      },
      servers: [{ url: '/' }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: '__Host-huiyin', description: '登录后得到' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) => reply.send(app.swagger()));
  await app.register(fastifySwaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    uiConfig: { deepLinking: true, docExpansion: 'none', displayOperationId: true, validatorUrl: null },
    theme: { title: '回音 API' },
  });
}
