import { canonicalRulePack, parseRulePack } from '@huiyin/calendar/rule-pack';
import type { LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import { malformed, type DirectoryRejection } from './rejections.ts';

/** 规则包 of a tenant, valid from a day on. */
export interface ActivatedRulePack {
  /** sd-district-2026-01 */
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  /** Canonical JSON; schema in packages/calendar/src/rule-pack.ts. */
  readonly contentJson: string;
}

const VERSION = /^[a-z0-9][a-z0-9.-]{0,59}$/;
const MAX_CONTENT_CHARACTERS = 100_000;

/**
 * Checks a pack and brings it into canonical form. A version, once activated, never changes: cases keep it. Only the
 * first may hold from a day that has gone: with a later one, what was decided since would have been by other rules.
 */
export function activateRulePack(
  activated: readonly ActivatedRulePack[],
  wanted: ActivatedRulePack,
  today: LocalDate,
): ActivatedRulePack | DirectoryRejection {
  if (!VERSION.test(wanted.version)) return malformed('version', '版本号只能用小写字母、数字、点和连字符');
  const contentJson = canonical(wanted.contentJson);
  if (contentJson === undefined) {
    return reject('invalid', 'rule-pack-invalid', '规则包内容不完整或格式不正确', { field: 'contentJson' });
  }
  const pack = { ...wanted, contentJson };
  const before = activated.find(({ version }) => version === pack.version);
  if (before !== undefined) return isSameRulePack(before, pack) ? pack : versionExists();
  if (activated.length > 0 && pack.effectiveFrom < today) {
    return malformed('effectiveFrom', '生效日不能早于今天');
  }
  if (activated.some(({ effectiveFrom }) => effectiveFrom === pack.effectiveFrom)) {
    return reject('wrong-state', 'rule-pack-day-taken', '已有规则包自这一天起生效，请另选一天', {
      field: 'effectiveFrom',
    });
  }
  return pack;
}

function versionExists(): DirectoryRejection {
  return reject('wrong-state', 'rule-pack-version-exists', '该版本已启用，修改须用新版本号', {
    field: 'version',
  });
}

/** True when both say the same. */
function isSameRulePack(one: ActivatedRulePack, other: ActivatedRulePack): boolean {
  return one.contentJson === other.contentJson && one.effectiveFrom === other.effectiveFrom;
}

function canonical(json: string): string | undefined {
  if (json.length > MAX_CONTENT_CHARACTERS) return undefined;
  try {
    return canonicalRulePack(parseRulePack(json));
  } catch {
    // Neither JSON nor a pack: the sender sees which field, the details are the schema's.
    return undefined;
  }
}
