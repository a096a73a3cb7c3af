import type { TokenRefusal } from './identity-verifier.ts';

/** The caller's token is not believed, or does not say enough for this RPC. Becomes UNAUTHENTICATED. */
export class NotAuthenticated extends Error {
  readonly code: TokenRefusal | 'token-without-tenant';

  constructor(code: TokenRefusal | 'token-without-tenant') {
    super(code);
    this.name = 'NotAuthenticated';
    this.code = code;
  }
}
