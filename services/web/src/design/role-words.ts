/** 角色, by their codes. */
export const ROLE_WORDS: Readonly<Record<string, string>> = {
  deputy: '代表',
  'congress-desk': '代表工委',
  'session-registrar': '大会登记员',
  'delegation-clerk': '代表团工作人员',
  committee: '专门委员会',
  council: '主任会议',
  'government-office': '政府办',
  'unit-head': '单位负责人',
  'unit-liaison': '联络员',
  'unit-clerk': '承办人',
  'pre-reviewer': '预审员',
  trainer: '培训管理员',
  'city-congress': '市人大代表工委',
  operator: '运行维护',
  administrator: '管理员',
  'former-deputy': '原代表',
};
