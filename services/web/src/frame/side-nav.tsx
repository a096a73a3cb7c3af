import MoreOutlined from '@ant-design/icons/MoreOutlined';
import { Dropdown } from 'antd';
import type { ComponentType, ReactElement } from 'react';
import { NavLink, useLocation } from 'react-router';
import { usePhone } from '../design/use-phone.ts';
import type { PageSpec } from './pages.ts';

/** One place leads nowhere else. */
const FEWEST_FOR_A_NAV = 2;
/** That many fit beside each other on a phone. */
const MOST_ON_A_PHONE = 5;

interface Place {
  readonly path: string;
  readonly name: string;
  readonly icon: ComponentType;
}

/** The places of a person: beside the page on a desktop, a bar at the bottom of a phone. Nothing for a single place. */
export function SideNav({ pages }: { pages: readonly PageSpec[] }): ReactElement | null {
  const places = pages.flatMap(({ path, place }) => (place === undefined ? [] : [{ path, ...place }]));
  const isPhone = usePhone();
  if (places.length < FEWEST_FOR_A_NAV) return null;
  const isCrowded = isPhone && places.length > MOST_ON_A_PHONE;
  const first = isCrowded ? places.slice(0, MOST_ON_A_PHONE - 1) : places;
  return (
    <nav className="side-nav" aria-label="各页">
      <ul>
        {first.map((place) => (
          <li key={place.path}>
            <PlaceLink place={place} among={places} />
          </li>
        ))}
        {isCrowded && (
          <li>
            <MorePlaces places={places.slice(first.length)} />
          </li>
        )}
      </ul>
    </nav>
  );
}

/** A page of a case marks the place it came from; a place below another place marks only itself. */
function PlaceLink({ place, among }: { place: Place; among: readonly Place[] }): ReactElement {
  const { path, name, icon: Icon } = place;
  const isAboveAnother = among.some((other) => other.path.startsWith(`${path}/`));
  return (
    <NavLink to={path} end={path === '/' || isAboveAnother}>
      <Icon aria-hidden />
      <span>{name}</span>
    </NavLink>
  );
}

/** 更多: the places for which a phone has no room; says where one is when that is one of them. */
function MorePlaces({ places }: { places: readonly Place[] }): ReactElement {
  const { pathname } = useLocation();
  const current = places.find(({ path }) => path === pathname);
  const items = places.map(({ path, name }) => ({ key: path, label: <NavLink to={path}>{name}</NavLink> }));
  return (
    <Dropdown
      menu={{ items, selectedKeys: current === undefined ? [] : [current.path] }}
      trigger={['click']}
      placement="topRight"
    >
      <button
        type="button"
        className={current === undefined ? '' : 'active'}
        aria-current={current === undefined ? undefined : 'page'}
      >
        <MoreOutlined aria-hidden />
        <span>{current === undefined ? '更多' : current.name}</span>
      </button>
    </Dropdown>
  );
}
