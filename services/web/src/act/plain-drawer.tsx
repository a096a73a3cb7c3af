import { Drawer } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { usePhone } from '../design/use-phone.ts';

/** Where an act begins, without a form of its own. A sheet from below on a phone. */
export function PlainDrawer(props: {
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const isPhone = usePhone();
  return (
    <Drawer
      open
      title={props.name}
      onClose={props.onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '85%' : 520}
    >
      {props.children}
    </Drawer>
  );
}
