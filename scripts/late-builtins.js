// An esbuild plugin: Node's modules that cost milliseconds are loaded when a function of theirs is first called, not
// with the file that imports them. A function that is not listed here ends the bundling with an error.
const LATE = {
  'node:child_process': ['execFile', 'spawn'],
  'node:crypto': ['createHash', 'randomBytes', 'timingSafeEqual'],
  'node:fs/promises': ['mkdir', 'mkdtemp', 'open', 'readFile', 'rename', 'rm', 'utimes', 'writeFile'],
}

export function lateBuiltins() {
  return {
    name: 'late-builtins',
    setup(build) {
      const filter = new RegExp(`^(${Object.keys(LATE).join('|')})$`)
      build.onResolve({ filter }, ({ path, namespace }) =>
        namespace === 'late-builtins' ? { path, external: true } : { path, namespace: 'late-builtins' },
      )
      build.onLoad({ filter: /.*/, namespace: 'late-builtins' }, ({ path }) => ({
        contents: LATE[path]
          .map((name) => `export const ${name} = (...given) => require('${path}').${name}(...given)`)
          .join('\n'),
        loader: 'js',
      }))
    },
  }
}
