import { Form } from 'antd';
import type { ReactElement } from 'react';
import type { NamedFile } from './upload.ts';
import { UploadFiles } from './upload-files.tsx';
import { useUploads } from './use-uploads.ts';

interface UploadFieldProps {
  readonly name: string | readonly string[];
  readonly label: string;
  /** Under which the form is kept. */
  readonly keptAs: string;
  readonly max: number;
  /** Why at least one is needed; absent where none is. */
  readonly required?: string;
}

/** Files as a field of an act's form. */
export function UploadField({ name, label, keptAs, max, required }: UploadFieldProps): ReactElement {
  return (
    <Form.Item
      name={typeof name === 'string' ? name : [...name]}
      label={label}
      initialValue={[]}
      {...(required === undefined ? {} : { rules: [{ type: 'array', min: 1, message: required }] })}
    >
      <Field label={label} keptAs={keptAs} max={max} />
    </Form.Item>
  );
}

/** The form gives it value, change and id. */
function Field(props: {
  readonly label: string;
  readonly keptAs: string;
  readonly max: number;
  readonly id?: string;
  readonly value?: readonly NamedFile[];
  readonly onChange?: (files: NamedFile[]) => void;
}): ReactElement {
  const { label, keptAs, max, id, value = [], onChange } = props;
  const uploads = useUploads({ keptAs, max, named: value, onChange: (files) => onChange?.(files) });
  return <UploadFiles uploads={uploads} label={label} {...(id === undefined ? {} : { id })} />;
}
