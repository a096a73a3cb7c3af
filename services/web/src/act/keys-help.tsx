import { Button, Modal, Switch } from 'antd';
import { useState, type ReactElement } from 'react';
import './keys.css';
import { setSingleKeys, singleKeysOn } from './key-habits.ts';
import { useKeys } from './use-keys.ts';

/** The keys of a page: a button for those who look, `?` for those who know. */
export function KeysHelp({
  keys,
}: {
  keys: readonly (readonly [key: string, does: string])[];
}): ReactElement {
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(singleKeysOn);
  useKeys({ '?': () => setOpen(true) });
  return (
    <>
      <Button type="text" className="keys-button" onClick={() => setOpen(true)}>
        快捷键 <kbd>?</kbd>
      </Button>
      <Modal open={open} title="快捷键" footer={null} onCancel={() => setOpen(false)}>
        <dl className="keys">
          {[...keys, ['?', '看这张表'] as const, ['Esc', '关闭'] as const].map(([key, does]) => (
            <div key={key}>
              <dt>
                {key.split(' ').map((each) => (
                  <kbd key={each}>{each}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="keys-switch">
          <Switch
            checked={on}
            onChange={(wanted) => {
              setSingleKeys(wanted);
              setOn(wanted);
            }}
          />
          单个字母和数字作快捷键（在输入框里从不起作用）
        </label>
      </Modal>
    </>
  );
}
