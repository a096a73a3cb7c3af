/** Where to fetch packages and as whom; other settings are about the host. */
const CARRIED = /^(@[\w.-]+:)?registry$|^\/\/.+:_?\w+$|^(strict-ssl|https?-proxy|proxy|noproxy)$/;

/** Where deploy/Dockerfile shows the host's certificates to a step. */
const CERTIFICATES = '/run/secrets/certificates';

/** The lines of several .npmrc texts, the later one winning, that a build on the same host needs too. */
export function npmSettings(texts: readonly string[], hasCertificates: boolean): string {
  const settings = new Map<string, string>();
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const [, key, value] = /^\s*([^#;=\s]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined && CARRIED.test(key)) settings.set(key, value);
  }
  if (hasCertificates) settings.set('cafile', CERTIFICATES);
  return [...settings].map(([key, value]) => `${key}=${value}\n`).join('');
}
