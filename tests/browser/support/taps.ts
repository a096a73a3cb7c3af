import type { Locator, Page } from 'playwright-core';

/** A person with a phone: taps are counted, typing into what was tapped is free. */
export class Taps {
  count = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async tap(what: Locator): Promise<void> {
    await what.click();
    this.count += 1;
  }

  /** Taps a field and types into it. */
  async write(field: Locator, text: string): Promise<void> {
    await this.tap(field);
    await this.#page.keyboard.insertText(text);
  }
}
