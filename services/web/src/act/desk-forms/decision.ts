/** What an office decides about a request, and why. */
export interface Decision {
  readonly decision: 'grant' | 'refuse';
  readonly reason: string;
}

export const DECISIONS = [
  { value: 'grant', label: '同意' },
  { value: 'refuse', label: '不同意' },
] as const;
