/** Why a body is not taken, with a stable code. */
export type OtlpFault =
  | 'not-json'
  | 'not-otlp'
  | 'too-large'
  | 'wrong-content-type'
  | 'wrong-encoding'
  | 'no-such-route'
  | 'wrong-method'
  | 'not-authenticated'
  | 'malformed-id'
  | 'malformed-minutes';

const STATUS = {
  'not-json': 400,
  'not-otlp': 400,
  'malformed-id': 400,
  'malformed-minutes': 400,
  'not-authenticated': 401,
  'no-such-route': 404,
  'wrong-method': 405,
  'too-large': 413,
  'wrong-content-type': 415,
  'wrong-encoding': 415,
} as const satisfies Record<OtlpFault, number>;

/** Thrown while a request is read; the server answers `{ code, message }` with its HTTP status. */
export class OtlpRefusal extends Error {
  readonly code: OtlpFault;

  constructor(code: OtlpFault, message: string) {
    super(message);
    this.name = 'OtlpRefusal';
    this.code = code;
  }

  get status(): number {
    return STATUS[this.code];
  }
}
