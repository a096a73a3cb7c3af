import { useEffect, useState } from 'react';

/** Whether what was got at `gotAt` (milliseconds since 1970, 0 before anything was) is older than so many milliseconds. */
export function useIsOld(gotAt: number, afterMs: number): boolean {
  const [oldAt, setOldAt] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setOldAt(gotAt), gotAt + afterMs - Date.now());
    return () => clearTimeout(timer);
  }, [gotAt, afterMs]);
  return gotAt > 0 && oldAt === gotAt;
}
