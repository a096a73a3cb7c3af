import { useSyncExternalStore } from 'react';

/** Up to this width, in CSS pixels, pages are laid out for a phone; design/app.css says the same. Paper is none. */
const PHONE = window.matchMedia('screen and (max-width: 860px)');

export function usePhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      PHONE.addEventListener('change', changed);
      return () => PHONE.removeEventListener('change', changed);
    },
    () => PHONE.matches,
  );
}
