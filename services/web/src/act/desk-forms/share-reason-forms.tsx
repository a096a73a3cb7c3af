import type { ReactElement } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { useHandling } from '../../api/use-handling.ts';
import { ActDrawer } from '../act-drawer.tsx';
import { TextField } from '../text-field.tsx';
import type { Send } from '../use-command.ts';
import { WithLoaded } from '../with-loaded.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';
import { replyingShares, ShareField } from './share-field.tsx';

interface ShareReason {
  readonly assignmentId: string;
  readonly reason: string;
}

/** An act on one unit's share that needs nothing but a reason. */
function ShareReasonForm(
  props: DeskFormProps & {
    readonly name: string;
    readonly hint: string;
    readonly max: number;
    readonly send: Send<ShareReason>;
  },
): ReactElement {
  const { max, ...rest } = props;
  const handling = useHandling(props.caseId);
  return (
    <>
      <WithLoaded name={props.name} query={handling} what="承办单位" onClose={props.onClose}>
        {(found) => {
          const [only, ...others] = replyingShares(found);
          return (
            <ActDrawer<ShareReason>
              {...rest}
              initial={only === undefined || others.length > 0 ? {} : { assignmentId: only.assignmentId }}
              fields={() => (
                <>
                  <ShareField handling={found} />
                  <TextField name="reason" label="理由" max={max} rows={3} />
                </>
              )}
            />
          );
        }}
      </WithLoaded>
    </>
  );
}

/** 免开现场会: only 代表工委, with a reason (decisions 5). */
function WaiveOnSiteForm(props: DeskFormProps): ReactElement {
  return (
    <ShareReasonForm
      {...props}
      name={waiveOnSite.name}
      hint="只有代表工委可以免开现场会，理由会留在事实经过里。"
      max={2_000}
      send={async (body, header) => {
        const params = { path: { id: props.caseId }, header };
        return dataOf(await api.POST('/api/v1/suggestions/{id}/meetings:waive-on-site', { params, body }));
      }}
    />
  );
}

/** 认定代表未回应: after two invitations and ten working days of silence, never by the unit (decisions 5). */
function RecordNoResponseForm(props: DeskFormProps): ReactElement {
  return (
    <ShareReasonForm
      {...props}
      name={recordNoResponse.name}
      hint="两次邀请有记录、此后 10 个工作日没有回应的，可以认定。认定后单位可以报方案；统计时单列。"
      max={2_000}
      send={async (body, header) => {
        const params = { path: { id: props.caseId }, header };
        return dataOf(
          await api.POST('/api/v1/suggestions/{id}/meetings:record-no-response', { params, body }),
        );
      }}
    />
  );
}

/** 要求重新办理: a new round with its own clock. */
function OrderRehandlingForm(props: DeskFormProps): ReactElement {
  return (
    <ShareReasonForm
      {...props}
      name={orderRehandling.name}
      hint="单位重新办理并再次答复，期限另起。"
      max={5_000}
      send={async (body, header) => {
        const params = { path: { id: props.caseId }, header };
        return dataOf(await api.POST('/api/v1/suggestions/{id}:order-rehandling', { params, body }));
      }}
    />
  );
}

/** 不再重新办理: where the profile leaves it to 代表工委; the deputies are told why. */
function WaiveRehandlingForm(props: DeskFormProps): ReactElement {
  return (
    <ShareReasonForm
      {...props}
      name={waiveRehandling.name}
      hint="理由将告知评价为不满意的代表和承办单位。该件照常办结，统计中仍计为不满意。"
      max={5_000}
      send={async (body, header) => {
        const params = { path: { id: props.caseId }, header };
        return dataOf(await api.POST('/api/v1/suggestions/{id}:waive-rehandling', { params, body }));
      }}
    />
  );
}

export const waiveOnSite: DeskForm = { act: 'waiveOnSite', name: '免开现场会', Form: WaiveOnSiteForm };
export const recordNoResponse: DeskForm = {
  act: 'recordNoResponse',
  name: '认定代表未回应',
  Form: RecordNoResponseForm,
};
export const orderRehandling: DeskForm = {
  act: 'orderRehandling',
  name: '要求重新办理',
  Form: OrderRehandlingForm,
};
export const waiveRehandling: DeskForm = {
  act: 'waiveRehandling',
  name: '不再重新办理',
  Form: WaiveRehandlingForm,
};
