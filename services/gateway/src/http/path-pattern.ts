/** Names of the parameters in `/suggestions/{id}:submit`. */
export type PathKeys<Url extends string> = Url extends `${string}{${infer Key}}${infer Rest}`
  ? Key | PathKeys<Rest>
  : never;

/**
 * Turns a path as the API documents it (`/suggestions/{id}:submit`, AIP-136 custom methods) into the router's
 * pattern. A parameter never contains `/` or `:`, so that a verb cannot be taken for part of an id.
 */
export function routerPattern(url: string): string {
  return url.replaceAll(':', '::').replaceAll(/\{(\w+)\}/g, ':$1(^[^/:]+)');
}

/** Parameter names in order. */
export function pathKeys(url: string): string[] {
  return [...url.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
}

/** Files of the build have names that change with each build: they are one route. */
const BUILT_FILES = '/assets/';

/** What spans, metrics and logs call the route of a router's pattern: the path as the API documents it. */
export function routeName(pattern: string): string {
  if (pattern.startsWith(BUILT_FILES)) return `${BUILT_FILES}*`;
  return pattern.replaceAll(/:(\w+)\(\^\[\^\/:\]\+\)/g, '{$1}').replaceAll('::', ':');
}
