import type { OutgoingMessage } from '../../src/app/ports.ts';

/** One notice on its way to one person. */
export const MESSAGE: OutgoingMessage = {
  ...{ tenant: 'donghu', deliveryId: '0d6f3c52-52f1-5a55-9c0e-0f2a4f6f1c11', personId: 'wang' },
  ...{ address: 'wang@example.cn', digestOn: undefined, total: 1 },
  notices: [
    {
      ...{ sourceEventId: 'e', noticeId: 'n', text: '承办单位已签发答复', caseId: 'case-1' },
      ...{ caseNumber: '第30号', dueOn: '' },
    },
  ],
};
