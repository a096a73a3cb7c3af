import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findProgram } from '@huiyin/deploy/servers/find-program';
import { runProgram } from '@huiyin/deploy/servers/run-program';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';
import { installPackages } from './system-packages.ts';

/** LibreOffice's writer without a window, and the readers of PDF. */
const PACKAGES = ['libreoffice-writer-nogui', 'poppler-utils'];

/** LibreOffice and Poppler as a test uses them: over files in a folder of their own that goes away again. */
export class Office {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Installs what is missing. Close it after use. */
  static async open(): Promise<Office> {
    const isThere = ['soffice', 'pdftotext', 'pdftoppm'].every((name) => findProgram(name) !== undefined);
    if (!isThere) await installPackages('LibreOffice or Poppler', PACKAGES);
    return new Office(await mkdtemp(join(tmpdir(), 'huiyin-office-')));
  }

  /** Keeps a file in the folder and answers its path. */
  async keep(name: string, bytes: Uint8Array): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, bytes);
    return path;
  }

  /**
   * What LibreOffice makes of documents, all in one start of it, as paths of PDFs. Only the fonts of `fontFolders` exist
   * for it, so that the result does not depend on the machine.
   */
  async toPdf(documents: readonly string[], fontFolders: readonly string[]): Promise<string[]> {
    const fonts = await this.keep('fonts.conf', Buffer.from(fontConfiguration(this.folder, fontFolders)));
    const out = join(this.folder, 'office');
    const profile = `-env:UserInstallation=file://${join(this.folder, 'profile')}`;
    await this.#run(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...documents],
      {
        FONTCONFIG_FILE: fonts,
      },
    );
    return documents.map((path) => join(out, basename(path).replace(/\.\w+$/, '.pdf')));
  }

  /** The text of each page as it stands on it. */
  async pages(pdf: string): Promise<string[]> {
    const target = `${pdf}.txt`;
    await this.#run('pdftotext', ['-layout', '-enc', 'UTF-8', pdf, target]);
    return (await readFile(target, 'utf8')).split('\f').slice(0, -1);
  }

  /** The first page as a PNG. */
  async picture(pdf: string, dotsPerInch: number): Promise<Buffer> {
    const target = pdf.replace(/\.pdf$/, '');
    await this.#run('pdftoppm', ['-r', String(dotsPerInch), '-f', '1', '-singlefile', '-png', pdf, target]);
    return readFile(`${target}.png`);
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }

  async #run(
    name: string,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const program = findProgram(name);
    if (program === undefined) throw new StartupFailure(`${name} cannot be found after the installation`);
    const { code, output } = await runProgram(program, args, { env: { ...process.env, ...env } });
    if (code !== 0) throw new Error(`${name} failed (exit code ${code}): ${output}`);
  }
}

function fontConfiguration(folder: string, fontFolders: readonly string[]): string {
  const directories = fontFolders.map((directory) => `<dir>${directory}</dir>`).join('');
  return (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">' +
    `<fontconfig>${directories}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`
  );
}
