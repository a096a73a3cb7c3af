import { useSearchParams } from 'react-router';
import { GIVEN_ROLES } from './given-roles.ts';
import type { Role } from './save-person.tsx';

/** What a tab of the settings shows, as its address says it. */
export interface SettingsAddress {
  /** A part of a unit's or a person's name; empty for all. */
  readonly name: string;
  /** Undefined for all. */
  readonly role: Role | undefined;
}

/** The filter in the address and the way to change it; the open tab stays. */
export function useSettingsAddress(): {
  readonly address: SettingsAddress;
  readonly change: (changed: Partial<SettingsAddress>) => void;
} {
  const [search, setSearch] = useSearchParams();
  const address = addressOf(search);
  return {
    address,
    change: (changed) =>
      setSearch(
        (before) => ({
          ...tabOf(before),
          ...searchOf({ ...addressOf(before), ...changed }),
        }),
        { replace: true },
      ),
  };
}

export function addressOf(search: URLSearchParams): SettingsAddress {
  const role = GIVEN_ROLES.find(({ value }) => value === search.get('role'))?.value;
  return { name: search.get('name') ?? '', role: role as Role | undefined };
}

/** Only what differs from the tab one comes to. */
export function searchOf({ name, role }: SettingsAddress): Record<string, string> {
  return { ...(name === '' ? {} : { name }), ...(role === undefined ? {} : { role }) };
}

function tabOf(search: URLSearchParams): Record<string, string> {
  const tab = search.get('tab');
  return tab === null ? {} : { tab };
}
