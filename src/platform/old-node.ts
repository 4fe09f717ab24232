const least = { major: 22, minor: 18 };

/** What whoever runs us on a Node that is too old is told; null where it is new enough. */
export function oldNode(version: string = process.versions.node): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > least.major || (major === least.major && minor >= least.minor)) return null;
  return `Node ${version} is too old: run it through npm, which brings its own Node, or install Node ${least.major}.${least.minor} or later`;
}
