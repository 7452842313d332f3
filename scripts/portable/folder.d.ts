interface System {
  readonly os: 'win32' | 'darwin' | 'linux'
  readonly cpu: string
  /** The npm package that carries this system's Node, and where in it. */
  readonly package: string
  readonly node: string
  readonly archive: string
}

export const SYSTEMS: Readonly<
  Record<'win-x64' | 'macos-arm64' | 'macos-x64' | 'linux-x64' | 'linux-arm64', System>
>

/** Makes the portable folder of one system. */
export function makeFolder(made: {
  readonly system: keyof typeof SYSTEMS
  readonly root: string
  readonly files: readonly string[]
  readonly installed: string
  readonly folder: string
}): void
