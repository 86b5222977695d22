import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const ofTheSystem = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A headless Chromium: that of the system if there is one, else the one in the npm package. Whoever starts it closes it. */
export async function startBrowser(): Promise<Browser> {
  const own = ofTheSystem.find((path) => existsSync(path));
  return chromium.launch({
    executablePath: own ?? (await sparticuz.executablePath()),
    args: own === undefined ? sparticuz.args : ["--no-sandbox"],
  });
}
