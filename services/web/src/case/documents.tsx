import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { AttachedFiles } from '../act/uploads/attached-files.tsx';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { dayText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import type { CaseFile } from './use-case.ts';

interface DocumentsProps {
  readonly id: string;
  readonly file: CaseFile;
  readonly today: string;
}

/** 文书: every official document of the case that the reader may see, and the files that it names. */
export function Documents({ id, file, today }: DocumentsProps): ReactElement {
  const named = (part: string) => file.attachments.filter((each) => each.part === part);
  return (
    <>
      <OfficialDocuments id={id} today={today} />
      <AttachedFiles title="建议的附件" files={named('text')} />
      <AttachedFiles title="答复稿的证明材料" files={named('draft-reply')} />
      <AttachedFiles title="答复的证明材料" files={named('final-reply')} />
    </>
  );
}

/** Each as a file to keep. */
function OfficialDocuments({ id, today }: Omit<DocumentsProps, 'file'>): ReactElement {
  const documents = useQuery({
    queryKey: ['documents', id],
    queryFn: async () => {
      const answer = await api.GET('/api/v1/cases/{id}/documents', { params: { path: { id } } });
      return dataOf(answer).documents;
    },
  });
  return (
    <PageState query={documents} what="文书">
      {(found) =>
        found.length === 0 ? (
          <p className="quiet">还没有文书，登记、交办、答复以后各成一份</p>
        ) : (
          <ul className="rows">
            {found.map((document) => (
              <li key={`${document.kind} ${document.of}`}>
                <span>
                  <b>{document.title}</b>
                  <span className="quiet under">
                    {document.unitName} {dayText(document.onDate, today)}
                  </span>
                </span>
                <span className="aside">
                  <Download id={id} document={document} as="pdf" />{' '}
                  <Download id={id} document={document} as="docx" />
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </PageState>
  );
}

function Download(props: {
  readonly id: string;
  readonly document: Schemas['DocumentEntry'];
  readonly as: 'pdf' | 'docx';
}): ReactElement {
  const { id, document, as } = props;
  const of = document.of === '' ? '' : `?of=${encodeURIComponent(document.of)}`;
  return (
    <a
      download
      href={`/api/v1/cases/${id}/documents/${document.kind}.${as}${of}`}
      aria-label={`${document.title} .${as}`}
    >
      .{as}
    </a>
  );
}
