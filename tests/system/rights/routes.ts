import type { Question } from './questions.ts';
import type { TableRow } from './table.ts';

const PREFIX = '/api/v1';

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Every route that the gateway registers, as the table names it: `POST /suggestions/{id}:submit`. */
export async function registeredRoutes(gatewayUrl: string): Promise<readonly string[]> {
  const { paths } = (await (await fetch(`${gatewayUrl}/api/openapi.json`)).json()) as OpenApi;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(PREFIX, '')}`),
  );
}

/** Routes that neither the walk asks nor a row of the table says where they are tested. */
export function routesForgotten(
  routes: readonly string[],
  questions: readonly Question[],
  table: readonly TableRow[],
): readonly string[] {
  const asked = new Set(questions.map(({ action, route = action }) => route));
  const elsewhere = new Set(
    table.filter(({ expected }) => expected === 'elsewhere').flatMap(({ action }) => action.split('|')),
  );
  return routes.filter((route) => !asked.has(route) && !elsewhere.has(route));
}
