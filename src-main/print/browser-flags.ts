// How a browser is started without a window: quiet on the network, a profile of its own, no sandbox only as root.

const quietOnTheNetwork = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-quic',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--proxy-server=direct://',
];

export type HeadlessOptions = {
  /** Chromium's sandbox cannot work for root; for everyone else it stays on. */
  readonly asRoot: boolean;
};

/** Flags that keep a browser from calling home, and from a sandbox it cannot have. */
export function quietFlags({ asRoot }: HeadlessOptions): readonly string[] {
  return [...quietOnTheNetwork, ...(asRoot ? ['--no-sandbox'] : [])];
}

/** Flags for a run without a window; `profileFolder` is empty, absolute, and the caller's to remove. */
export function headlessFlags(profileFolder: string, options: HeadlessOptions): readonly string[] {
  return ['--headless', '--disable-gpu', ...quietFlags(options), `--user-data-dir=${profileFolder}`];
}

/** Whether this process runs as root. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}
