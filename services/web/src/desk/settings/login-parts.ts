/** The whole of a login as directory takes it. */
const LOGIN = /^[a-z0-9][a-z0-9._@-]{2,63}$/;

/** A login in two: what is typed, and its place, which is not. */
export interface LoginParts {
  readonly name: string;
  /** `@donghu`; empty for a login that names no place. */
  readonly place: string;
}

/** The parts of somebody's login; whoever has none yet logs in at the tenant. */
export function loginParts(login: string, tenant: string): LoginParts {
  if (login === '') return { name: '', place: `@${tenant}` };
  const at = login.indexOf('@');
  return at === -1 ? { name: login, place: '' } : { name: login.slice(0, at), place: login.slice(at) };
}

/** What of the typed is the name: people type the whole login, and in capitals. */
export function nameTyped(typed: string, place: string): string {
  const login = typed.trim().toLowerCase();
  return login.endsWith(place) ? login.slice(0, login.length - place.length) : login;
}

/** True when directory takes the name at its place as a login. */
export function isLogin({ name, place }: LoginParts): boolean {
  return LOGIN.test(name + place) && !name.includes('@');
}
