/** Where the three servers are, credentials included: secrets, never to be logged whole. */
export interface ServerUrls {
  /** Any database, as a role that may create databases and roles. */
  readonly postgresAdmin: string;
  readonly nats: string;
  readonly redis: string;
}

/** The same server seen by another role and into another database. */
export function databaseUrl(
  adminUrl: string,
  database: string,
  login?: { readonly role: string; readonly password: string | undefined },
): string {
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  if (login !== undefined) {
    if (login.password === undefined) throw new Error(`no password is known for the role ${login.role}`);
    url.username = encodeURIComponent(login.role);
    url.password = encodeURIComponent(login.password);
  }
  return url.href;
}

/** A URL as it may be shown to people. */
export function withoutCredentials(text: string): string {
  const url = new URL(text);
  url.username = '';
  url.password = '';
  return url.href;
}
