import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { onlyPackage, openPackages, type WorkPackage } from './package-choice.ts';

/** Which 工作包 is meant; one that is done is meant no more, and the only one is chosen already. */
export function PackageField(props: {
  readonly packages: readonly WorkPackage[];
  readonly onChosen?: (chosen: WorkPackage) => void;
}): ReactElement {
  const { packages, onChosen } = props;
  const open = openPackages(packages);
  const choose = (id: string): void => {
    const chosen = open.find(({ packageId }) => packageId === id);
    if (chosen !== undefined) onChosen?.(chosen);
  };
  return (
    <Form.Item
      name="packageId"
      label="工作包"
      initialValue={onlyPackage(packages)?.packageId}
      rules={[{ required: true, message: '请选择工作包' }]}
    >
      <Select<string>
        onChange={choose}
        notFoundContent="没有未完成的工作包"
        options={open.map(({ packageId, task }) => ({ value: packageId, label: task }))}
      />
    </Form.Item>
  );
}
