import { findChromium } from '@huiyin/deploy/servers/chromium';
import { findProgram } from '@huiyin/deploy/servers/find-program';
import { runProgram } from '@huiyin/deploy/servers/run-program';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';
import { chromium, type Browser } from 'playwright-core';
import { installPackages } from './system-packages.ts';

/** Chinese text needs a Chinese font: without one every picture is a row of boxes. */
const PACKAGES = ['chromium-headless-shell', 'fonts-noto-cjk'];

/** A test browser asks nobody but the server under test: no updates, no field trials, no safe-browsing lists. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--metrics-recording-only',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication',
];
/** Everything but this machine is unreachable by name, so that a page that asks elsewhere fails in the test. */
const ONLY_HERE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** Starts the system's Chromium; installs it first where that is missing and possible. Close it after use. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await provideChromium();
  // Chromium's sandbox refuses to run as root, which is what a container is.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...QUIET, ONLY_HERE, ...asRoot] });
}

async function provideChromium(): Promise<string> {
  if (!(await isComplete())) await installPackages('chromium with a Chinese font', PACKAGES);
  const path = findChromium();
  if (path === undefined) throw new StartupFailure('chromium cannot be found after the installation');
  return path;
}

async function isComplete(): Promise<boolean> {
  if (findChromium() === undefined) return false;
  const fontList = findProgram('fc-list');
  if (fontList === undefined) return true;
  const { output } = await runProgram(fontList, [':lang=zh-cn', 'family']);
  return output.trim() !== '';
}
