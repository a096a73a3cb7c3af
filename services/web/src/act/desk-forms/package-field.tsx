import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import type { Handling } from '../../api/use-handling.ts';

type WorkPackage = NonNullable<Handling['taskForce']>['workPackages'][number];

/** Which 工作包 is meant; one that is done is meant no more, and the only one is chosen already. */
export function PackageField({ packages }: { packages: readonly WorkPackage[] }): ReactElement {
  const open = packages.filter(({ completedOn }) => completedOn === '');
  const [only, ...others] = open;
  return (
    <Form.Item
      name="packageId"
      label="工作包"
      initialValue={others.length === 0 ? only?.packageId : undefined}
      rules={[{ required: true, message: '请选择工作包' }]}
    >
      <Select
        notFoundContent="没有未完成的工作包"
        options={open.map(({ packageId, task }) => ({ value: packageId, label: task }))}
      />
    </Form.Item>
  );
}
