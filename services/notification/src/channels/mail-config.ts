/** A mail server and who writes. */
export interface MailConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** STARTTLS or nothing. */
  readonly requireTls: boolean;
  readonly login: { readonly user: string; readonly pass: string } | undefined;
  /** A plain address. */
  readonly from: string;
  /** Of the application, without a slash at its end. */
  readonly publicUrl: string;
}
