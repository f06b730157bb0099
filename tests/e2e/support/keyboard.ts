import type { Locator, Page } from 'playwright-core';

/** Press Tab until `target` has the focus, and see that the focus can be seen. @throws where it is not reached */
export async function tabTo(page: Page, target: Locator, { back = false } = {}): Promise<void> {
  await target.first().waitFor();
  for (let presses = 0; presses < 250; presses += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    if (await target.first().evaluate((element) => element === document.activeElement)) {
      if (!(await isFocusVisible(page))) throw new Error(`the focus on ${target} cannot be seen`);
      return;
    }
  }
  throw new Error(`${target} is not reached by Tab`);
}

/** Type over whatever the field has. */
export async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

export async function isFocusVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
  });
}

/** The id of what has the focus. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}
