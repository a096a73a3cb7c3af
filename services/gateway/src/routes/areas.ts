import type { Api } from '../http/api.ts';

/** The REST routes of each service behind the gateway: one import and one line an area. */
export const AREAS: readonly ((api: Api) => void)[] = [];
