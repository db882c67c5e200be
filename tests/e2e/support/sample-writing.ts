/** The sample's report, open, and a hand that writes into it. */
import type { Stage } from './stage.ts';

export async function openSample({ page }: Pick<Stage, 'page'>): Promise<void> {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
}

/** Writes at the beginning of the chapter shown, and waits until the program has it. */
export async function writeFirst({ page }: Pick<Stage, 'page'>, text: string): Promise<void> {
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/chapter.saveBody'));
  await page.locator('.ProseMirror').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(text);
  await saved;
}
