/** Areas of the API as the human page groups them. */
export const TAGS = {
  session: '登录',
  directory: '机构与人员',
  intake: '提出与登记',
  assignment: '交办与办理',
  supervision: '督办与三色预警',
  meeting: '三次见面',
  evaluation: '测评、承诺与考核',
  training: '培训矩阵',
  archive: '档案与统计',
  notification: '通知',
  public: '公开',
  operations: '运行维护',
} as const satisfies Record<string, string>;

export type Tag = keyof typeof TAGS;
