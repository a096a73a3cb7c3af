import { useQuery } from '@tanstack/react-query';

const SHOWN_BYTES = 4;

/** 核对码 of a ballot's key, as 3f2a 91c7: all who vote have been given the same key when all read the same. */
export function useKeyCode(publicKey: string): string {
  const code = useQuery({
    queryKey: ['ballot-key-code', publicKey],
    queryFn: async () => {
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(publicKey));
      const shown = [...new Uint8Array(hash).subarray(0, SHOWN_BYTES)];
      const hex = shown.map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return `${hex.slice(0, SHOWN_BYTES)} ${hex.slice(SHOWN_BYTES)}`;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return code.data ?? '';
}
