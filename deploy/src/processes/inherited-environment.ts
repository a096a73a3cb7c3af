const INHERITED = ['PATH', 'HOME', 'USER', 'LOGNAME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR'];

/** What a child takes over from the person's shell. Everything else it gets is said explicitly. */
export function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && (INHERITED.includes(name) || name.startsWith('OTEL_')),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}
