import fastifySwagger, { type SwaggerTransform, type SwaggerTransformObject } from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { noBody } from './route.ts';
import { TAGS } from './tags.ts';

/** Scripts and styles from here only; the hash is of the one style element that the page's bundle makes itself. */
const PAGE_POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** One document, one server, and a session that only the login can give: nothing to choose or to enter for those. */
const PAGE_STYLE = `
.swagger-ui .topbar, .swagger-ui .scheme-container { display: none; }
.swagger-ui .info { margin: 24px 0; }
.swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag, .swagger-ui .opblock .opblock-summary-description {
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
.swagger-ui .opblock-tag { font-size: 18px; }
`;

/** Collects the OpenAPI document of every route registered later; serves it and its human page. */
export async function addDocumentation(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '回音 Huiyin',
        version: '1',
        description:
          '人大代表建议办理系统。每个 POST（登录、无记名投票除外）须带 Idempotency-Key；修改以 If-Match 说明所依据的版本；' +
          '拒绝一律为 RFC 9457 problem+json，带稳定的 code。日期为 YYYY-MM-DD（北京时间），时刻为 RFC 3339。',
      },
      servers: [{ url: '/' }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: '__Host-huiyin', description: '登录后得到' },
        },
      },
    },
    transform: withoutEmptyBodies,
    transformObject: withoutUnusedSchemas,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) => reply.send(app.swagger()));
  await app.register(fastifySwaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: PAGE_POLICY,
    uiConfig: { deepLinking: true, docExpansion: 'none', displayOperationId: true, validatorUrl: null },
    theme: { title: '回音 API', css: [{ filename: 'huiyin.css', content: PAGE_STYLE }] },
  });
}

const withoutEmptyBodies: SwaggerTransform = (route) => {
  if (route.schema?.body !== noBody) return jsonSchemaTransform(route);
  const { body: _none, ...schema } = route.schema;
  return jsonSchemaTransform({ ...route, schema });
};

/** Every named schema is written for requests and for answers; what nothing refers to is left out. */
const withoutUnusedSchemas: SwaggerTransformObject = (documentObject) => {
  const document = jsonSchemaTransformObject(documentObject);
  if (!('components' in document)) return document as ReturnType<SwaggerTransformObject>;
  const schemas: Record<string, unknown> = document.components?.schemas ?? {};
  const used = new Set<string>();
  const visit = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      if (!(name in schemas))
        throw new Error(`${name} is referred to and not there: name the recursive schema`);
      used.add(name);
      visit(schemas[name]);
    }
  };
  visit(document.paths);
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
  return {
    ...document,
    components: { ...document.components, schemas: kept },
  } as ReturnType<SwaggerTransformObject>;
};
