import { reject, type Rejection } from '@huiyin/kernel/rejection';

/** Every reason for which directory refuses a command. Stable: clients and tests name them. */
type DirectoryRejectionCode =
  | 'not-permitted'
  | 'malformed-field'
  | 'tenant-unknown'
  | 'tenant-level-fixed'
  | 'parent-not-a-city'
  | 'unit-unknown'
  | 'unit-inactive'
  | 'unit-already-succeeded'
  | 'successor-is-itself'
  | 'person-unknown'
  | 'person-of-other-tenants'
  | 'unit-missing'
  | 'delegation-missing'
  | 'delegation-of-nobody'
  | 'membership-twice'
  | 'memberships-too-many'
  | 'no-mandate'
  | 'date-in-the-future'
  | 'reason-missing'
  | 'login-taken'
  | 'password-too-short'
  | 'congress-session-exists'
  | 'dates-out-of-order'
  | 'rule-pack-day-taken'
  | 'rule-pack-invalid'
  | 'rule-pack-version-exists'
  | 'calendar-invalid'
  | 'calendar-too-long'
  | 'calendar-changed-since'
  | 'clock-not-movable'
  | 'clock-backwards'
  | 'saved-views-full'
  | 'saved-view-name-taken'
  | 'saved-view-unknown'
  | 'too-many-items'
  | 'passwords-busy';

export type DirectoryRejection = Rejection<DirectoryRejectionCode>;

/** A field that is not what its name says. */
export function malformed(field: string, message = '内容格式不正确'): DirectoryRejection {
  return reject('invalid', 'malformed-field', message, { field });
}
