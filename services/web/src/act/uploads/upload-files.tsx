import CameraOutlined from '@ant-design/icons/CameraOutlined';
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import PaperClipOutlined from '@ant-design/icons/PaperClipOutlined';
import { Button, Upload as Choose } from 'antd';
import { useRef, type ReactElement } from 'react';
import { usePhone } from '../../design/use-phone.ts';
import { NamedRow, UploadRow } from './file-rows.tsx';
import { ACCEPTED } from './upload-words.ts';
import type { Uploads } from './use-uploads.ts';
import './uploads.css';

interface UploadFilesProps {
  readonly uploads: Uploads;
  /** What the files are, as in 附件 or 证明材料. */
  readonly label: string;
  /** Of the field, so that a check can lead to it. */
  readonly id?: string;
  /** Nothing may be added or taken away now. */
  readonly locked?: boolean;
}

/** 附件: chosen, dropped or taken with the phone's camera; each shows how it goes, and what helps where it does not. */
export function UploadFiles({ uploads, label, id, locked = false }: UploadFilesProps): ReactElement {
  const { named, max, underway } = uploads;
  const list = useRef<HTMLElement>(null);
  const stay = (act: () => void) => (): void => {
    act();
    // The button that had the focus is gone with its row.
    list.current?.focus();
  };
  return (
    <section className="upload-files" id={id} tabIndex={-1} ref={list} aria-label={label}>
      {!locked && named.length + underway < max && <Chooser uploads={uploads} label={label} />}
      <ul className="rows">
        {named.map((file) => (
          <NamedRow
            key={file.attachmentId}
            file={file}
            {...(locked ? {} : { onRemove: stay(() => uploads.drop(file.attachmentId)) })}
          />
        ))}
        {uploads.uploads.map((upload) => (
          <UploadRow
            key={upload.key}
            upload={upload}
            onRetry={stay(() => uploads.retry(upload.key))}
            onRemove={stay(() => uploads.remove(upload.key))}
          />
        ))}
      </ul>
      <p role="status" className="unseen">
        {announcement(uploads)}
      </p>
    </section>
  );
}

function Chooser({ uploads, label }: { uploads: Uploads; label: string }): ReactElement {
  const isPhone = usePhone();
  const hint = `pdf、docx、xlsx、pptx、ofd 或照片，每个不超过 20\u00a0MB，最多 ${uploads.max} 个。照片里的拍摄地点、时间等信息不会保存。`;
  const common = {
    multiple: true,
    showUploadList: false,
    customRequest: ({ file }: { file: unknown }) => {
      if (file instanceof File) uploads.add([file]);
    },
  };
  if (!isPhone)
    return (
      <Choose.Dragger {...common} accept={ACCEPTED}>
        <p>
          <InboxOutlined aria-hidden /> 把{label}拖到这里，或点这里选文件
        </p>
        <p className="quiet">{hint}</p>
      </Choose.Dragger>
    );
  return (
    <div>
      <div className="act-bar">
        <Choose {...common} accept="image/*" capture="environment" multiple={false}>
          <Button icon={<CameraOutlined />}>拍照</Button>
        </Choose>
        <Choose {...common} accept={ACCEPTED}>
          <Button icon={<PaperClipOutlined />}>选文件</Button>
        </Choose>
      </div>
      <p className="quiet">{hint}</p>
    </div>
  );
}

/** What a screen reader is told: it changes with a file's state, not with every per cent. */
function announcement({ named, uploads }: Uploads): string {
  const count = (...kinds: readonly string[]): number =>
    uploads.filter(({ stage }) => kinds.includes(stage.kind)).length;
  const parts = [
    [named.length, '个已附上'],
    [count('sending', 'ready'), '个正在传'],
    [count('scanning'), '个正在查毒'],
    [count('lost'), '个等连接'],
    [count('refused'), '个没有附上'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}`)
    .join('，');
}
