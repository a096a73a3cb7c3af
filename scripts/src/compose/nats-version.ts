/** Whether a nats-server of this version (`2.9.10`) knows `sync_interval`; older ones refuse their configuration for it. */
export function knowsSyncInterval(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 2 || (major === 2 && minor >= 10);
}
