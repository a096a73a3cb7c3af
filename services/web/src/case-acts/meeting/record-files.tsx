import type { ReactElement } from 'react';
import type { Schemas } from '../../api/client.ts';

type Files = Schemas['Meeting']['photos'];

/** What browsers can show; others are for downloading. */
const SHOWN = /\.(?:jpe?g|png|webp)$/i;

/** 照片 and 纪要 of a record; nothing where it names none. Whoever may not read them gets no picture. */
export function RecordFiles({ photos, minutesFiles }: { photos: Files; minutesFiles: Files }): ReactElement {
  return (
    <>
      {photos.length > 0 && (
        <>
          <h3>照片 {photos.length}</h3>
          <ul className="photos">
            {photos.map((photo) => (
              <li key={photo.attachmentId}>
                <FileLink file={photo} />
              </li>
            ))}
          </ul>
        </>
      )}
      {minutesFiles.length > 0 && (
        <>
          <h3>纪要</h3>
          <ul>
            {minutesFiles.map((file) => (
              <li key={file.attachmentId}>
                <a href={addressOf(file)} download>
                  {file.name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function FileLink({ file }: { file: Files[number] }): ReactElement {
  return (
    <a href={addressOf(file)} download>
      {SHOWN.test(file.name) ? <img src={addressOf(file)} alt={file.name} loading="lazy" /> : file.name}
    </a>
  );
}

function addressOf({ attachmentId }: Files[number]): string {
  return `/api/v1/attachments/${encodeURIComponent(attachmentId)}/content`;
}
