import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { useHandling, type Handling } from '../../api/use-handling.ts';
import { useUnits } from '../../api/use-units.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { ChoiceField } from '../choice-field.tsx';
import { TextField } from '../text-field.tsx';
import { WithLoaded } from '../with-loaded.tsx';
import { DECISIONS, type Decision } from './decision.ts';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

/** 决定申退: reads the unit's reason, its legal basis and whom it proposes; a refusal needs a reason. */
function DecideReturnForm(props: DeskFormProps): ReactElement {
  const handling = useHandling(props.caseId);
  return (
    <>
      <WithLoaded name={decideReturn.name} query={handling} what="申退" onClose={props.onClose}>
        {(found) => (
          <ActDrawer<Decision>
            {...props}
            name={decideReturn.name}
            hint={<Request handling={found} returnRequestId={props.targetId} />}
            fields={() => (
              <>
                <ChoiceField name="decision" label="决定" options={DECISIONS} />
                <TextField name="reason" label="理由" max={1_000} rows={3} />
              </>
            )}
            send={async ({ decision, reason }, header) => {
              const params = { path: { id: props.targetId }, header };
              const body = { grant: decision === 'grant', reason };
              return dataOf(await api.POST('/api/v1/return-requests/{id}:decide', { params, body }));
            }}
          />
        )}
      </WithLoaded>
    </>
  );
}

function Request(props: {
  readonly handling: Handling;
  readonly returnRequestId: string;
}): ReactElement | null {
  const { handling, returnRequestId } = props;
  const units = useUnits();
  const share = handling.assignments.find((each) => each.returnRequest?.returnRequestId === returnRequestId);
  const request = share?.returnRequest;
  if (share === undefined || request === null || request === undefined) return null;
  return (
    <span className="return-request">
      <b>{units.get(share.unitId)}</b> 申退
      {handling.returnsGranted > 0 && `，此前已同意 ${handling.returnsGranted} 次`}
      <span className="quiet under">理由</span>
      <span className="prewrap under">{request.grounds}</span>
      <span className="quiet under">依据</span>
      <span className="prewrap under">{request.legalBasis}</span>
      <span className="quiet under">建议改由</span>
      <span className="under">{units.get(request.proposedUnitId) ?? '没有提出'}</span>
    </span>
  );
}

export const decideReturn: DeskForm = { act: 'decideReturn', name: '决定申退', Form: DecideReturnForm };
