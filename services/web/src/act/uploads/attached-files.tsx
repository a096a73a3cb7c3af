import type { ReactElement } from 'react';
import { NamedRow } from './file-rows.tsx';
import type { NamedFile } from './upload.ts';
import './uploads.css';

/** 附件 for whoever reads what names them; nothing where there are none. */
export function AttachedFiles({
  files,
  title = '附件',
}: {
  readonly files: readonly Pick<NamedFile, 'attachmentId' | 'name'>[];
  readonly title?: string;
}): ReactElement | null {
  if (files.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>
        {title} {files.length} 个
      </h3>
      <ul className="rows">
        {files.map((file) => (
          <NamedRow key={file.attachmentId} file={file} />
        ))}
      </ul>
    </section>
  );
}
