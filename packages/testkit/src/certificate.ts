import { generate } from 'selfsigned';

/** A server's certificate and key, and the authority that it is trusted by; PEM. */
export interface TestCertificate {
  readonly cert: string;
  readonly key: string;
  readonly authority: string;
}

/** A certificate for one host name, by an authority made for it alone. */
export async function certificateFor(host: string): Promise<TestCertificate> {
  const authority = await generate([{ name: 'commonName', value: 'Huiyin tests' }], {
    ...{ keyType: 'ec', algorithm: 'sha256' },
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const { cert, private: key } = await generate([{ name: 'commonName', value: host }], {
    ...{ keyType: 'ec', algorithm: 'sha256' },
    ca: { cert: authority.cert, key: authority.private },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
  });
  return { cert, key, authority: authority.cert };
}
