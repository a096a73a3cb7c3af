import { reject } from '@huiyin/kernel/rejection';
import { malformed, type DirectoryRejection } from './rejections.ts';

/** deputy@donghu */
const LOGIN = /^[a-z0-9][a-z0-9._@-]{2,63}$/;
const MIN_PASSWORD_CHARACTERS = 8;
const MAX_PASSWORD_CHARACTERS = 200;

/** Logins compare without case and outer spaces, as people type them. */
export function tidyLogin(login: string): string {
  return login.trim().toLowerCase();
}

/** Undefined means login and password may be used. */
export function refuseCredentials(login: string, password: string): DirectoryRejection | undefined {
  if (!LOGIN.test(login)) return malformed('login', '登录名为3–64位小写字母、数字、点、横线、下划线或@');
  if (password.length < MIN_PASSWORD_CHARACTERS) {
    return reject('invalid', 'password-too-short', `密码至少${MIN_PASSWORD_CHARACTERS}位`, {
      field: 'password',
    });
  }
  return password.length > MAX_PASSWORD_CHARACTERS ? malformed('password', '密码过长') : undefined;
}
