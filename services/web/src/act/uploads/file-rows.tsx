import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import DisconnectOutlined from '@ant-design/icons/DisconnectOutlined';
import LoadingOutlined from '@ant-design/icons/LoadingOutlined';
import PaperClipOutlined from '@ant-design/icons/PaperClipOutlined';
import SafetyOutlined from '@ant-design/icons/SafetyOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import type { ReactElement } from 'react';
import { api, dataOf, Refused } from '../../api/client.ts';
import type { NamedFile, Upload } from './upload.ts';
import { GONE, sizeText, stageText } from './upload-words.ts';

const HTTP_NOT_FOUND = 404;
const LOOK_AGAIN_MS = 4_000;

/** A file that the form names: its name leads to the file itself. */
export function NamedRow(props: {
  readonly file: Pick<NamedFile, 'attachmentId' | 'name'>;
  /** Absent where nothing may be taken away. */
  readonly onRemove?: () => void;
}): ReactElement {
  const { file, onRemove } = props;
  const found = useQuery({
    queryKey: ['attachment', file.attachmentId],
    queryFn: async () =>
      dataOf(await api.GET('/api/v1/attachments/{id}', { params: { path: { id: file.attachmentId } } })),
    staleTime: Number.POSITIVE_INFINITY,
    // Somebody else's file is readable once the fact that names it has reached archive.
    refetchInterval: ({ state }) => (state.status === 'error' ? LOOK_AGAIN_MS : false),
  });
  const isGone = found.error instanceof Refused && found.error.problem.status === HTTP_NOT_FOUND;
  const isRead = onRemove === undefined;
  const size = found.data === undefined ? '' : sizeText(found.data.sizeBytes);
  const standing = isGone ? goneText(isRead) : [isRead ? '' : '已附上', size].filter(Boolean).join(' · ');
  return (
    <li className="upload-row">
      {NAMED_MARKS[isGone ? 'gone' : isRead ? 'read' : 'attached']}
      <span className="file-words">
        {isGone ? (
          <span>{file.name}</span>
        ) : (
          <a download href={`/api/v1/attachments/${file.attachmentId}/content`}>
            {file.name}
          </a>
        )}
        <span className="quiet under">{standing}</span>
      </span>
      {onRemove !== undefined && (
        <Button aria-label={`去掉 ${file.name}`} onClick={onRemove}>
          去掉
        </Button>
      )}
    </li>
  );
}

function goneText(isRead: boolean): string {
  return isRead ? '现在看不到这个文件' : `${GONE.message}。${GONE.whatToDo}。`;
}

/** A file on its way, or one that was not taken. */
export function UploadRow(props: {
  readonly upload: Upload;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { upload, onRetry, onRemove } = props;
  const { name, sizeBytes, stage } = upload;
  const mayRetry = stage.kind === 'lost' || (stage.kind === 'refused' && stage.mayRetry);
  return (
    <li className={`upload-row ${stage.kind}`}>
      {MARKS[stage.kind]}
      <span className="file-words">
        <span>
          {name} <span className="quiet">{sizeText(sizeBytes)}</span>
        </span>
        <span className={stage.kind === 'refused' ? 'under' : 'quiet under'}>{stageText(upload)}</span>
        {stage.kind === 'sending' && (
          <Progress
            percent={Math.floor(stage.sent * 100)}
            showInfo={false}
            size="small"
            aria-label={`${name} 传了多少`}
          />
        )}
      </span>
      {mayRetry && (
        <Button aria-label={`再传 ${name}`} onClick={onRetry}>
          再传
        </Button>
      )}
      <Button aria-label={`去掉 ${name}`} onClick={onRemove}>
        去掉
      </Button>
    </li>
  );
}

const NAMED_MARKS = {
  attached: <CheckCircleOutlined aria-hidden />,
  read: <PaperClipOutlined aria-hidden />,
  gone: <CloseCircleOutlined className="refused" aria-hidden />,
} as const;

const MARKS = {
  sending: <LoadingOutlined aria-hidden />,
  lost: <DisconnectOutlined aria-hidden />,
  scanning: <SafetyOutlined aria-hidden />,
  ready: <CheckCircleOutlined aria-hidden />,
  refused: <CloseCircleOutlined aria-hidden />,
} as const;
