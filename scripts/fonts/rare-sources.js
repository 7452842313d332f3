// Where the fonts of the optional package come from: npm packages, and one of Debian for what no npm package has.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sha256, unpack } from '../pinned-package.js'
import { getSources, SOURCES } from './sources.js'

const NPM = {
  serif: SOURCES.serif,
  serifBold: SOURCES.serifBold,
  serifHongKong: SOURCES.serifHongKong,
  sans: SOURCES.sans,
  sansBold: SOURCES.sansBold,
  kai: SOURCES.kai,
  serifJapanBold: {
    package: '@expo-google-fonts/noto-serif-jp',
    version: '0.4.3',
    licence: 'package/LICENSE_FONT',
    path: 'package/700Bold/NotoSerifJP_700Bold.ttf',
    sha256: '370341f60a5a33dff0dd66e9fb04ddb7523846d4800e4e2cd8fba0bf715d44ea',
  },
  sansJapan: {
    package: '@expo-google-fonts/noto-sans-jp',
    version: '0.4.3',
    licence: 'package/LICENSE_FONT',
    path: 'package/400Regular/NotoSansJP_400Regular.ttf',
    sha256: 'd930d5d52d15231c283089760f84584272ad5e37e14607ba0d19c798e7a9caec',
  },
  sansJapanBold: {
    package: '@expo-google-fonts/noto-sans-jp',
    version: '0.4.3',
    licence: 'package/LICENSE_FONT',
    path: 'package/700Bold/NotoSansJP_700Bold.ttf',
    sha256: 'c5b7b9d6a6eb682b0d4e6bbb38509575fd2759a28f147daa74714d1359a7909e',
  },
  sansHongKong: {
    package: '@expo-google-fonts/noto-sans-hk',
    version: '0.4.3',
    licence: 'package/LICENSE_FONT',
    path: 'package/400Regular/NotoSansHK_400Regular.ttf',
    sha256: '154ee8273741df924c7c509029478389bc4d91994fc51d5213af158ce09d3efb',
  },
  sansHongKongBold: {
    package: '@expo-google-fonts/noto-sans-hk',
    version: '0.4.3',
    licence: 'package/LICENSE_FONT',
    path: 'package/700Bold/NotoSansHK_700Bold.ttf',
    sha256: '9c8bc87430613644fee27cbde7df8b72fd1ae8a6ff3ef8d9a35c4e6cd155b20f',
  },
}

const DEBIAN = {
  package: 'fonts-hanazono',
  version: '20170904-2.1',
  sha256: 'a6943366b4f5a6cec34221f8b4eb22555a628f0ee6ef4e3d3401cabe9363aeae',
  licence: './usr/share/doc/fonts-hanazono/copyright',
}
const FOLDER = './usr/share/fonts/truetype/hanazono'

const HANAZONO = {
  hanaA: {
    package: DEBIAN.package,
    version: DEBIAN.version,
    path: `${FOLDER}/HanaMinA.ttf`,
    sha256: '7ca87559414474848fc513a8d8eb42d5b0f8194c30c2abdfbfedff5398ec88d7',
  },
  hanaB: {
    package: DEBIAN.package,
    version: DEBIAN.version,
    path: `${FOLDER}/HanaMinB.ttf`,
    sha256: '829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c',
  },
}

/** By short name, as in `SOURCES`. */
export const RARE_SOURCES = { ...NPM, ...HANAZONO }

/** The package by Debian's own client, put into a folder; nothing of it is installed or run. */
function downloadDebian(folder) {
  const spec = `${DEBIAN.package}=${DEBIAN.version}`
  execFileSync('apt-get', ['download', spec], { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] })
  return join(folder, readdirSync(folder)[0])
}

/** The named files of the Debian package at a path. */
function unpackDebian(path, wanted) {
  if (sha256(readFileSync(path)) !== DEBIAN.sha256)
    throw new Error(`${path} is not the package that was pinned`)
  const tar = execFileSync('dpkg-deb', ['--fsys-tarfile', path], { maxBuffer: 2 ** 28 })
  return unpack(gzipSync(tar, { level: 1 }), wanted)
}

function debianFiles(path, wanted) {
  if (path !== undefined) return unpackDebian(path, wanted)
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-package-'))
  try {
    return unpackDebian(downloadDebian(folder), wanted)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Gets every font and licence. `debian`: path of the Debian package where it is at hand already. */
export function getRareSources(debian) {
  const { fonts, licences } = getSources(NPM)
  const files = debianFiles(debian, [DEBIAN.licence, ...Object.values(HANAZONO).map((one) => one.path)])
  for (const [name, { path, sha256: hash }] of Object.entries(HANAZONO)) {
    const bytes = files.get(path)
    if (bytes === undefined || sha256(bytes) !== hash) throw new Error(`${path} has changed`)
    fonts[name] = bytes
  }
  return { fonts, licences: { ...licences, [DEBIAN.package]: files.get(DEBIAN.licence) } }
}
