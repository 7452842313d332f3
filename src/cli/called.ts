/**
 * How the program is called where it was installed, so that a line that is printed can be typed as it stands:
 * `npx jianbao` where `script` lies among the packages of a project, `jianbao` where it is on the shell's path.
 * npm keeps what is installed for all in a folder called lib, or, on Windows, npm.
 */
export function calledAs(script: string | undefined): 'jianbao' | 'npx jianbao' {
  const [, project] = /^(.*?)[\\/]node_modules[\\/]/.exec(script ?? '') ?? []
  return project === undefined || /\/lib$|\\npm$/.test(project) ? 'jianbao' : 'npx jianbao'
}
