import { spawn } from "node:child_process";

/** What opens an address, by the name of the system. */
const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
  linux: ["xdg-open"],
};

/** Opens an address in the browser, where there is one. Nothing depends on it: the address is printed as well. */
export function openBrowser(url: string): void {
  const [program, ...before] = openers[process.platform] ?? [];
  const hasScreen = process.platform !== "linux" || "DISPLAY" in process.env || "WAYLAND_DISPLAY" in process.env;
  if (program === undefined || !hasScreen) return;
  const opener = spawn(program, [...before, url], { stdio: "ignore", detached: true });
  opener.on("error", () => undefined);
  opener.unref();
}
