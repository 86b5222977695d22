import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium, type Locator } from "playwright-core";

const ofTheSystem = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A headless Chromium: that of the system if there is one, else the one in the npm package. Whoever starts it closes it. */
export async function startBrowser(): Promise<Browser> {
  const own = ofTheSystem.find((path) => existsSync(path));
  return chromium.launch({
    executablePath: own ?? (await sparticuz.executablePath()),
    args: own === undefined ? sparticuz.args : ["--no-sandbox"],
  });
}

/** Acts until what the act brings is seen: a click made while a page still draws can miss what has moved since. */
export async function until(seen: Locator, act: () => Promise<void>): Promise<void> {
  for (let attempt = 1; attempt < 10; attempt += 1) {
    await act();
    const came = await seen.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (came) return;
  }
  await seen.waitFor();
}
