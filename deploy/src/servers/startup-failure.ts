/** Something a person has to put right; the message is the one line that says what. */
export class StartupFailure extends Error {
  override readonly name = 'StartupFailure';
}
