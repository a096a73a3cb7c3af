/** One reader of the walk: a role in a relation to every case of the walk, and whose login that is. */
export interface Reader {
  readonly role: string;
  readonly relation: string;
  readonly tenant: 'own' | 'other';
  readonly login: string;
}

const own = (role: string, relation: string, login: string): Reader => ({
  ...{ role, relation, login: `${login}@donghu` },
  tenant: 'own',
});

const other = (role: string, login: string): Reader => ({ role, relation: 'none', tenant: 'other', login });

const unit = (relation: string, code: string): readonly Reader[] => [
  own('unit-head', relation, `head${code}`),
  own('unit-liaison', relation, `liaison${code}`),
  own('unit-clerk', relation, `clerk${code}`),
];

export const LEAD_DEPUTY = 'deputy-3';
export const COSIGNER = 'deputy-4';
export const LEAD_UNIT = 'jiaotong';
export const CO_UNIT = 'caizheng';
/** 参阅 in every case that is handed over. */
export const REFERENCE_UNIT = 'shuiwu';
/** Of a suggestion merged into the cases at these stages. */
export const MERGED_DEPUTY = 'deputy-31';
const MERGED_INTO: readonly string[] = ['return-requested', 'in-progress'];
/** Co-signed the case at this stage, and left office. */
export const FORMER_DEPUTY = 'deputy-32';
/** A category that committee-2 of the demo city oversees and committee does not. */
export const CATEGORY = '城建环保';

/** Everybody who walks: each role, in each relation it can have. Unit people of 交通运输局 carry the short logins. */
export const READERS: readonly Reader[] = [
  own('deputy', 'lead-deputy', LEAD_DEPUTY),
  own('deputy', 'cosigner', COSIGNER),
  own('deputy', 'none', 'deputy-30'),
  own('deputy', 'none', MERGED_DEPUTY),
  own('former-deputy', 'none', FORMER_DEPUTY),
  own('congress-desk', 'none', 'desk'),
  own('session-registrar', 'none', 'registrar'),
  own('delegation-clerk', 'none', 'delegation'),
  own('committee', 'overseeing', 'committee-2'),
  own('committee', 'none', 'committee'),
  own('council', 'none', 'council'),
  own('government-office', 'deciding-office', 'government'),
  ...unit('lead-unit', ''),
  ...unit('co-unit', `-${CO_UNIT}`),
  own('unit-head', 'reference-unit', `head-${REFERENCE_UNIT}`),
  own('unit-clerk', 'reference-unit', `clerk-${REFERENCE_UNIT}`),
  ...unit('none', '-weijian'),
  own('pre-reviewer', 'none', 'reviewer'),
  own('trainer', 'none', 'trainer'),
  own('operator', 'none', 'operator'),
  own('administrator', 'none', 'admin'),
  other('deputy', 'deputy@xiling'),
  other('congress-desk', 'desk@xiling'),
  other('council', 'council@xiling'),
  other('committee', 'committee-2@xiling'),
  other('government-office', 'government@xiling'),
  other('unit-head', 'head@xiling'),
  other('unit-liaison', 'liaison@xiling'),
  other('city-congress', 'city@yunchuan'),
];

/** How a reader stands to the case of one stage, where it is otherwise than to the rest. */
export function relationIn({ login, relation }: Reader, stage: string, action: string): string {
  if (stage === 'cosigning' && login === `${COSIGNER}@donghu`) return 'invited';
  if (MERGED_INTO.includes(stage) && login === `${MERGED_DEPUTY}@donghu`) return 'merged-deputy';
  if (stage === 'left-office' && login === `${FORMER_DEPUTY}@donghu`) return 'cosigner';
  if (stage === 'left-office' && login === `${COSIGNER}@donghu`) return 'none';
  if (stage === 'parallel' && relation === 'co-unit')
    return OTHERS_SHARE.test(action) ? 'other-parallel' : 'lead-unit';
  const isConfidant = stage === 'confidential' && login === 'clerk@donghu' && action.startsWith('author in ');
  return isConfidant ? 'confidant' : relation;
}

/** Questions about the first unit's share of a parallel handling. */
const OTHERS_SHARE = /^(draft reply in|POST .*\/assignments\/|GET \/clocks\/\{id\}\/)/;
