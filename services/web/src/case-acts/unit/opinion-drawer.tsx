import type { ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { TextField } from '../../act/text-field.tsx';
import { WithLoaded } from '../../act/with-loaded.tsx';
import type { Send } from '../../act/use-command.ts';
import { useAssignment } from '../../api/use-assignment.ts';
import { useNames } from '../../api/use-names.ts';
import { dayText } from '../../design/days.ts';
import { keptAs, type ActTarget, type CaseAct } from '../case-act.ts';

/** The words of a co-opinion, beginning with what the unit has prepared. */
export function OpinionDrawer(props: {
  readonly act: CaseAct;
  readonly hint: string;
  readonly target: ActTarget;
  readonly send: Send<{ opinion: string }>;
  readonly onClose: () => void;
}): ReactElement {
  const { act, hint, target, send, onClose } = props;
  const share = useAssignment(target.targetId);
  const draft = share.data?.coOpinionDraft;
  const names = useNames([draft?.draftedBy ?? '']);
  return (
    <>
      <WithLoaded name={act.name} query={share} what="协办意见稿" onClose={onClose}>
        {({ coOpinionDraft }) => (
          <ActDrawer<{ opinion: string }>
            name={act.name}
            hint={hint}
            caseId={target.caseId}
            keptAs={keptAs(act.act, target)}
            initial={coOpinionDraft === null ? {} : { opinion: coOpinionDraft.opinion }}
            onClose={onClose}
            fields={() => (
              <TextField
                name="opinion"
                label="协办意见"
                max={10_000}
                rows={6}
                extra={
                  coOpinionDraft === null
                    ? undefined
                    : `${names.get(coOpinionDraft.draftedBy) ?? '本单位'}${dayText(coOpinionDraft.draftedOn, target.today)}起草`
                }
              />
            )}
            send={send}
          />
        )}
      </WithLoaded>
    </>
  );
}
