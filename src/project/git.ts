import { execFile } from 'node:child_process'
import { devNull } from 'node:os'
import { delimiter } from 'node:path'
import { type Environment, findProgram, programFolders } from './find-program.ts'

const SECONDS = 20

/** What git said: its output, as bytes, or its complaint. */
export type GitAnswer = { readonly output: Uint8Array } | { readonly fault: string }

/** How git is run: where, and how much it may say. */
export interface GitRun {
  /** The project's folder. */
  readonly cwd: string
  readonly mostBytes: number
  /** What git is looked for and run with; the folder that the person is in is not searched. */
  readonly env: Environment
  readonly here: string
}

/**
 * What a repository's own configuration would have git run or fetch, set otherwise: `-c` is stronger than any file. The
 * protocols are shut in the environment too, which even `protocol.NAME.allow` cannot open again.
 */
const SETTINGS: readonly string[] = [
  'protocol.allow=never',
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  'core.sshCommand=false',
  'core.gitProxy=',
  'core.askPass=',
  'core.alternateRefsCommand=',
  'core.pager=',
  'credential.helper=',
  'diff.external=',
  'log.showSignature=false',
  'submodule.recurse=false',
  'safe.bareRepository=explicit',
]

/** Of git's own variables only those that say where the person's configuration is are handed on. */
const KEPT = new Set(['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'])

/** The environment that git gets: nothing fetches missing objects, nothing asks, nothing is written. */
function environment(env: Environment, foreign: readonly string[]): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(
    ([name]) => !/^(GIT_|SSH_ASKPASS)/i.test(name) || KEPT.has(name.toUpperCase()),
  )
  const plain = own.filter(([name]) => name.toUpperCase() !== 'PATH')
  return {
    ...Object.fromEntries(plain),
    PATH: programFolders(env, foreign).join(delimiter),
    GIT_ALLOW_PROTOCOL: '',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
  }
}

/**
 * Runs git with fixed arguments and no shell, so that it only reads its own store: nothing of what the repository
 * configures is run, and no network is used. Gives null where there is no git outside the project.
 */
export function runGit(
  args: readonly string[],
  { cwd, mostBytes, env, here }: GitRun,
): Promise<GitAnswer | null> {
  const program = findProgram('git', env, [cwd, here])
  if (program === null) return Promise.resolve(null)
  const options = {
    cwd,
    env: environment(env, [cwd, here]),
    maxBuffer: mostBytes,
    timeout: SECONDS * 1000,
    windowsHide: true,
    encoding: 'buffer' as const,
  }
  const all = ['--no-pager', ...SETTINGS.flatMap((setting) => ['-c', setting]), ...args]
  return new Promise((settle) => {
    execFile(program, all, options, (error, stdout, stderr) =>
      settle(error ? { fault: (String(stderr) || error.message).split('\n')[0] ?? '' } : { output: stdout }),
    )
  })
}
