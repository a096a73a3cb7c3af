/** The services that own data, in the order in which they start. */
export const SERVICES = [
  'directory',
  'intake',
  'assignment',
  'supervision',
  'meeting',
  'evaluation',
  'training',
  'archive',
  'notification',
] as const;

export type ServiceName = (typeof SERVICES)[number];
