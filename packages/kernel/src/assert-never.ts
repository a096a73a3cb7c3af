/** Ends an exhaustive switch. Throws with the value, so that a new member of a union cannot pass unnoticed. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
