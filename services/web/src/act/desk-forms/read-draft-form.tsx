import { Drawer } from 'antd';
import { useRef, type ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { useAssignment, type AssignmentFile } from '../../api/use-assignment.ts';
import { usePhone } from '../../design/use-phone.ts';
import { word } from '../../design/words.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { WithLoaded } from '../with-loaded.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

/** 查阅答复稿: recorded first, then shown; words that changed since are asked for anew (domain.md §3.2). */
function ReadDraftForm(props: DeskFormProps): ReactElement {
  const share = useAssignment(props.targetId);
  const isRead = useRef(false);
  const closeUnlessRead = (): void => {
    if (!isRead.current) props.onClose();
  };
  return (
    <>
      <WithLoaded name={readReplyDraft.name} query={share} what="答复稿" onClose={props.onClose}>
        {(file) => {
          const draft = file.replies.find(({ status }) => status === 'draft');
          if (draft !== undefined) return <DraftShown {...{ file, draft }} onClose={props.onClose} />;
          return (
            <ActDrawer<object>
              {...props}
              name={readReplyDraft.name}
              hint="答复稿还没有签发。查阅会留下记录，承办单位能看到谁在什么时候查阅过。"
              onClose={closeUnlessRead}
              onDone={() => {
                isRead.current = true;
              }}
              send={async (_nothing, header) => {
                const params = { path: { id: props.targetId }, header };
                return dataOf(await api.POST('/api/v1/assignments/{id}/replies:read-draft', { params }));
              }}
            />
          );
        }}
      </WithLoaded>
    </>
  );
}

function DraftShown(props: {
  readonly file: AssignmentFile;
  readonly draft: AssignmentFile['replies'][number];
  readonly onClose: () => void;
}): ReactElement {
  const { file, draft, onClose } = props;
  const isPhone = usePhone();
  return (
    <Drawer
      open
      title="答复稿（未签发）"
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '85%' : 520}
    >
      <p className="quiet">
        {draft.resultClass === '' ? '尚未选定办理结果类别' : word('resultClass', draft.resultClass)}
        {draft.round > 1 && ` · 第 ${draft.round} 轮`}
      </p>
      <p className="prewrap reading">{draft.opening}</p>
      <ol className="reading">
        {draft.sections.map(({ demandNumber, answer }) => (
          <li key={demandNumber}>
            <b>{file.demands[demandNumber - 1] ?? ''}</b>
            <p className="prewrap">{answer}</p>
          </li>
        ))}
      </ol>
    </Drawer>
  );
}

export const readReplyDraft: DeskForm = {
  act: 'readReplyDraft',
  name: '查阅答复稿',
  Form: ReadDraftForm,
};
