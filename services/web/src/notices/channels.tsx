import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Switch } from 'antd';
import { useState, type ReactElement } from 'react';
import { Refusal } from '../act/refusal.tsx';
import { useCommand } from '../act/use-command.ts';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { PageState } from '../design/page-state.tsx';

type Subscription = Schemas['Subscription'];
type Values = Schemas['ChangeSubscriptionInput'];

const LONGEST_ADDRESS = 254;

/** 通知方式: how the reader is told beside this page. */
export function Channels(): ReactElement {
  const subscription = useQuery({
    queryKey: ['subscription'],
    queryFn: async () => dataOf(await api.GET('/api/v1/subscriptions')),
  });
  return (
    <section id="channels" className="card channels" aria-labelledby="channels-name">
      <h2 id="channels-name">通知方式</h2>
      <p className="quiet">通知都会出现在本页。另外还可以发到：</p>
      <PageState query={subscription} what="通知方式">
        {(found) => <ChannelsForm found={found} />}
      </PageState>
    </section>
  );
}

function ChannelsForm({ found }: { found: Subscription }): ReactElement {
  const { available, ...initial } = found;
  const [form] = Form.useForm<Values>();
  const [saved, setSaved] = useState(false);
  const isOn = Form.useWatch('email', form) ?? initial.email;
  const hasMail = available.includes('e-mail');
  const hasWebhook = available.includes('webhook');
  const change = useCommand<Values>(
    async (body) => dataOf(await api.PUT('/api/v1/subscriptions', { body })),
    { onDone: () => setSaved(true) },
  );
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onValuesChange={() => setSaved(false)}
      onFinish={(values) =>
        change.mutate({ ...initial, ...values, emailAddress: values.emailAddress.trim() })
      }
    >
      <Refusal error={change.error} />
      <div className="channel">
        <Form.Item name="email" valuePropName="checked" noStyle>
          <Switch aria-label="邮件" disabled={!hasMail} />
        </Form.Item>
        <span>邮件</span>
        {!hasMail && <span className="quiet">本市未开通</span>}
      </div>
      <Form.Item
        name="emailAddress"
        label="邮箱地址"
        extra="邮件里只写建议编号和要办的事，不写标题和姓名"
        rules={[{ required: isOn, type: 'email', message: '请填写邮箱地址，例如 name@example.cn' }]}
      >
        <Input maxLength={LONGEST_ADDRESS} inputMode="email" autoComplete="email" disabled={!hasMail} />
      </Form.Item>
      <div className="channel">
        <Form.Item name="webhook" valuePropName="checked" noStyle>
          <Switch aria-label="短信或政务钉钉" disabled={!hasWebhook} />
        </Form.Item>
        <span>短信或政务钉钉</span>
        <span className="quiet">{hasWebhook ? '由本市的消息平台转发' : '本市未开通'}</span>
      </div>
      {(hasMail || hasWebhook) && <WhenForm />}
      <p className="channel">
        <Button
          type="primary"
          htmlType="submit"
          loading={change.isPending}
          disabled={!hasMail && !hasWebhook}
        >
          保存通知方式
        </Button>
        {saved && <span role="status">已保存</span>}
      </p>
    </Form>
  );
}

/** When it goes out: together once a day what may wait, and nothing in the quiet hours. */
function WhenForm(): ReactElement {
  return (
    <>
      <div className="channel">
        <Form.Item name="digest" valuePropName="checked" noStyle>
          <Switch aria-label="不急的每天汇总一次" />
        </Form.Item>
        <span>不急的每天 08:00 汇总成一封；要您办的、变色、督办和答复仍马上发</span>
      </div>
      <fieldset className="quiet-hours">
        <legend>免打扰</legend>
        <Form.Item name="quietFrom" label="从">
          <Input type="time" />
        </Form.Item>
        <Form.Item name="quietTo" label="到">
          <Input type="time" />
        </Form.Item>
        <p className="quiet">这段时间里不发，结束时补发，一条也不少。两个时间相同就是不设。</p>
      </fieldset>
    </>
  );
}
