/** What the gateway itself refuses and people meet, by code, in its own words, so that they can be said in English. */
export const PROBLEM_WORDS: Readonly<Record<string, string>> = {
  'not-logged-in': '请先登录',
  'session-expired': '登录已过期，请重新登录',
  'login-failed': '账号或密码不正确',
  'login-locked': '登录尝试过多，请稍后再试',
  'not-permitted': '没有权限',
  'rate-limited': '请求过于频繁，请稍后再试',
  'request-timeout': '请求超时',
  'internal-error': '系统内部错误',
  'session-store-unavailable': '登录服务暂时不可用，请稍后再试',
  'business-time-unknown': '业务时钟暂时不可用，请稍后再试',
  'service-unavailable': '服务暂时不可用，请稍后再试',
};
