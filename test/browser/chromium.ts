import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** The Chromium of this machine, or undefined; CHROMIUM names one elsewhere. */
export const chromiumHere = places.find((place) => place !== '' && existsSync(place));

/** Starts it without a window and without a word to its maker. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumHere,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-dev-shm-usage'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
