/** Words of meetings 见面, by kind and state. */
export const MEETING_WORDS = {
  meeting: {
    'dual-confirmation': '见面① 双确认',
    'on-site': '见面② 现场会',
    'look-back': '见面③ 回头看',
    'task-force': '专班会议',
    coordination: '协调会',
    'joint-study': '专题研究',
    talk: '约谈',
    'hand-over': '交办会',
  },
  meetingState: {
    scheduled: '已约定',
    held: '已开',
    confirmed: '各方已确认',
    judged: '代表已评价',
    cancelled: '已取消',
  },
} as const;
