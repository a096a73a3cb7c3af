/** Chinese words of codes, one to one with docs/glossary.md. A code without a word is shown as it is, never hidden. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stage: {
    draft: '草稿', cosigning: '联名', 'pre-review': '预审', submitted: '已提交', registered: '已登记', assigned: '已交办',
    'in-progress': '办理中', replied: '已答复', evaluated: '已评价', rehandling: '重新办理', 'follow-up': '跟踪落实',
    escalated: '提级处理', closed: '办结', archived: '归档', 'returned-to-deputy': '退回修改', withdrawn: '撤回',
    'not-admitted': '不作为建议处理', merged: '并案',
  },
  step: {
    submit: '提交', register: '登记', assign: '交办', 'dual-confirmation': '见面① 双确认', plan: '办理方案',
    'on-site': '见面② 现场会', reply: '答复', evaluate: '代表评价', 'look-back': '见面③ 回头看', close: '办结归档',
  },
  act: {
    'finish-draft': '写完并提交', 'await-pre-review': '等待预审意见', correct: '修改后再提交', register: '登记', classify: '分类',
    assign: '交办', reassign: '重新确定承办单位', acknowledge: '签收', 'await-return-decision': '等待申退决定',
    'dual-confirmation': '约见代表双确认', 'file-plan': '报办理方案', 'on-site-meeting': '开现场会', reply: '起草并签发答复',
    'deliver-reply': '送达答复', 'await-evaluation': '等待代表评价', 'look-back': '组织回头看', close: '核对办结',
    rectify: '整改', 'keep-promise': '兑现承诺', 'decide-escalation': '研究决定', seal: '归档',
  },
  party: { deputy: '领衔代表', desk: '代表工委', office: '政府办', unit: '承办单位', committee: '专门委员会', council: '主任会议' },
  colour: { red: '红', yellow: '黄', green: '绿', none: '未起' },
  clock: {
    reply: '答复', ack: '签收', plan: '办理方案', dual_confirmation: '双确认', on_site: '现场会', co_opinion: '协办意见',
    feedback: '代表评价', register: '登记', session_assign: '交办', inter_session_assign: '交办', look_back: '回头看',
    rectification: '整改', letter_answer: '督办函答复', talk_hold: '约谈', rehandle_reply: '重新办理答复', archive: '归档',
    pre_review: '预审', pre_review_in_session: '预审', return_decision: '申退决定', return_request: '申退', extension_decision: '延期决定',
    deemed_accepted: '视为接受', feedback_lapse_extra: '评价宽限', not_admitted_notice: '告知代表',
  },
  clockState: { open: '进行中', met: '已完成', missed: '已逾期', cancelled: '已停' },
  share: { lead: '主办', co: '协办', parallel: '分别办理', reference: '参阅' },
  shareState: {
    pending: '待签收', acknowledged: '已签收', 'return-requested': '申退中', returned: '已退回', 'in-handling': '办理中', replied: '已答复',
  },
  event: {
    'suggestion-drafted': '开始起草', 'cosignature-requested': '邀请联名', 'cosignature-confirmed': '确认联名',
    'suggestion-submitted': '提交建议', 'suggestion-registered': '登记编号', 'suggestion-returned': '退回修改',
    'suggestion-declined': '不作为建议处理', 'suggestion-merged': '并案', 'suggestion-absorbed': '并入一件建议', 'suggestion-withdrawn': '撤回',
    'pre-review-requested': '申请预审', 'pre-review-answered': '预审意见', 'suggestion-classified': '分类', 'suggestion-marked-key': '确定为重点建议',
    'assignment-made': '交办', 'assignment-acknowledged': '签收', 'assignment-return-requested': '申退', 'assignment-returned': '同意申退',
    'assignment-return-refused': '不同意申退', 'assignment-reassigned': '改办', 'plan-requested': '请报办理方案', 'plan-filed': '办理方案备案',
    'contact-recorded': '沟通记录', 'co-opinion-given': '提交协办意见', 'co-opinion-sent-back': '退回协办意见', 'co-opinion-accepted': '采纳协办意见',
    'extension-requested': '申请延期', 'extension-granted': '同意延期', 'extension-refused': '不同意延期', 'reply-drafted': '起草答复',
    'reply-issued': '签发答复', 'reply-delivered': '答复送达', 'reply-supplemented': '补充答复', 'difficulty-reported': '报告困难',
    'task-force-formed': '成立专班', 'task-force-dissolved': '专班解散', 'clock-started': '时限起算', 'clock-met': '时限内完成', 'clock-missed': '时限逾期', 'clock-moved': '时限调整',
    'clock-cancelled': '时限停止', 'colour-changed': '转色', 'unit-urged': '催办', 'supervision-letter-sent': '发督办函',
    'supervision-letter-answered': '督办函答复', 'talk-called': '约谈通知', 'talk-held': '约谈', 'meeting-scheduled': '约定见面',
    'meeting-held': '见面', 'meeting-confirmed': '确认见面记录', 'dual-confirmation-completed': '双确认完成', 'look-back-required': '列入回头看',
    'look-back-waived': '未抽中回头看', 'look-back-judged': '回头看评价', 'suggestion-evaluated': '代表评价', 'suggestion-lapsed': '逾期未反馈',
    'rehandling-ordered': '重新办理', 'promise-opened': '承诺入账', 'promise-progressed': '承诺进展', 'promise-kept': '承诺兑现', 'promise-broken': '承诺未兑现',
    'rectification-ordered': '整改通知', 'rectification-submitted': '整改报告', 'rectification-accepted': '整改通过', 'follow-up-begun': '跟踪落实', 'suggestion-closed': '办结', 'case-sealed': '归档',
  },
  role: {
    deputy: '代表', 'congress-desk': '代表工委', 'session-registrar': '大会登记员', 'delegation-clerk': '代表团工作人员', committee: '专门委员会',
    council: '主任会议', 'government-office': '政府办', 'unit-head': '单位负责人', 'unit-liaison': '联络员', 'unit-clerk': '承办人',
    'pre-reviewer': '预审员', trainer: '培训管理员', 'city-congress': '市人大代表工委', operator: '运行维护', administrator: '管理员',
  },
};

export function word(kind: string, code: string): string {
  return WORDS[kind]?.[code] ?? code;
}

/** 4月7日, with the year when it is not this one. */
export function dayText(day: string, today: string): string {
  if (day === '') return '';
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  const short = `${Number(month)}月${Number(date)}日`;
  return year === today.slice(0, 4) ? short : `${year}年${short}`;
}

/** An instant in Shanghai: 4月7日 09:30. */
export function instantText(instant: string): string {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('month')}月${part('day')}日 ${part('hour')}:${part('minute')}`;
}
