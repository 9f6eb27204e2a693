/**
 * Where the module a thread begins with lies: beside the one that starts it (`from` is its `import.meta.url`), TypeScript
 * when run from the sources, JavaScript when built.
 */
export function threadAddress(name: string, from: string): URL {
  return new URL(`./${name}.${from.endsWith('.ts') ? 'ts' : 'js'}`, from)
}
