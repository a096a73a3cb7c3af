import type { ReactElement } from 'react';
import { NavLink } from 'react-router';
import type { PageSpec } from './pages.ts';

/** One place leads nowhere else. */
const FEWEST_FOR_A_NAV = 2;

/** The places of a person: beside the page on a desktop, a bar at the bottom of a phone. Nothing for a single place. */
export function SideNav({ pages }: { pages: readonly PageSpec[] }): ReactElement | null {
  const places = pages.flatMap(({ path, place }) => (place === undefined ? [] : [{ path, ...place }]));
  if (places.length < FEWEST_FOR_A_NAV) return null;
  return (
    <nav className="side-nav" aria-label="各页">
      <ul>
        {places.map(({ path, name, icon: Icon }) => (
          <li key={path}>
            <NavLink to={path} end={path === '/'}>
              <Icon aria-hidden />
              <span>{name}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
