// The packages that the fonts are reduced from: pinned by version and by the hash of every file taken.
import { inflateSync } from 'node:zlib'
import { download, sha256, unpack } from '../pinned-package.js'

const SERIF = {
  package: '@expo-google-fonts/noto-serif-sc',
  version: '0.4.3',
  licence: 'package/LICENSE_FONT',
}
const SANS = { package: '@expo-google-fonts/noto-sans-sc', version: '0.4.3', licence: 'package/LICENSE_FONT' }
const WENKAI = { package: '@fontsource/lxgw-wenkai', version: '5.3.0', licence: 'package/LICENSE' }

const LATIN_SERIF = {
  package: '@expo-google-fonts/noto-serif',
  version: '0.4.2',
  licence: 'package/LICENSE_FONT',
}
const LATIN_SANS = {
  package: '@expo-google-fonts/noto-sans',
  version: '0.4.2',
  licence: 'package/LICENSE_FONT',
}
const SYMBOLS = {
  package: '@expo-google-fonts/noto-sans-symbols-2',
  version: '0.4.1',
  licence: 'package/LICENSE_FONT',
}
const SERIF_JP = {
  package: '@expo-google-fonts/noto-serif-jp',
  version: '0.4.3',
  licence: 'package/LICENSE_FONT',
}
const SERIF_HK = {
  package: '@expo-google-fonts/noto-serif-hk',
  version: '0.4.3',
  licence: 'package/LICENSE_FONT',
}
const MATH = {
  package: '@expo-google-fonts/noto-sans-math',
  version: '0.4.2',
  licence: 'package/LICENSE_FONT',
}
const MORE_SYMBOLS = {
  package: '@expo-google-fonts/noto-sans-symbols',
  version: '0.4.1',
  licence: 'package/LICENSE_FONT',
}
const EMOJI = {
  package: '@expo-google-fonts/noto-emoji',
  version: '0.4.7',
  licence: 'package/LICENSE_FONT',
}

/** By short name: package, version, path in the package, SHA-256 of that file. */
export const SOURCES = {
  serif: {
    ...SERIF,
    path: 'package/400Regular/NotoSerifSC_400Regular.ttf',
    sha256: 'c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742',
  },
  serifBold: {
    ...SERIF,
    path: 'package/700Bold/NotoSerifSC_700Bold.ttf',
    sha256: '9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6',
  },
  sans: {
    ...SANS,
    path: 'package/400Regular/NotoSansSC_400Regular.ttf',
    sha256: 'd45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16',
  },
  sansBold: {
    ...SANS,
    path: 'package/700Bold/NotoSansSC_700Bold.ttf',
    sha256: '9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96',
  },
  // The package files the regular weight (OS/2 weight class 400) under 500, and the whole font under “latin”.
  kai: {
    ...WENKAI,
    path: 'package/files/lxgw-wenkai-latin-500-normal.woff',
    sha256: '381d6c2166d68d3473e876e2870d17db75fb294adecfa9048d457ece6ed536ed',
  },
  latinSerif: {
    ...LATIN_SERIF,
    path: 'package/400Regular/NotoSerif_400Regular.ttf',
    sha256: 'a7e8ea1ab7e7d368b001c892d6148325fffc849a46e030e55e1bdc597bbe939d',
  },
  latinSerifBold: {
    ...LATIN_SERIF,
    path: 'package/700Bold/NotoSerif_700Bold.ttf',
    sha256: '1b941681106aae26ead3a24c6f15b51f994b1b26adce8742a37ce96648f0fe0a',
  },
  latinSans: {
    ...LATIN_SANS,
    path: 'package/400Regular/NotoSans_400Regular.ttf',
    sha256: 'fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614',
  },
  latinSansBold: {
    ...LATIN_SANS,
    path: 'package/700Bold/NotoSans_700Bold.ttf',
    sha256: '13a813c49624ae3ba3c5c6e72c5ebffc4b9e1e6ea32f421c04069b037c6ad431',
  },
  symbols: {
    ...SYMBOLS,
    path: 'package/400Regular/NotoSansSymbols2_400Regular.ttf',
    sha256: 'f67f40c65f929f029827ab37cfdc4897dfd9ae3c28d9e98ba46e0d52e39eb97e',
  },
  serifJapan: {
    ...SERIF_JP,
    path: 'package/400Regular/NotoSerifJP_400Regular.ttf',
    sha256: '5a04846a0e23acefae825f2f459205036a166f5a63462019ce3492d07bd20e92',
  },
  serifHongKong: {
    ...SERIF_HK,
    path: 'package/400Regular/NotoSerifHK_400Regular.ttf',
    sha256: '636dac589831ccdd5e75efa30c7c7ae8327e5cd36c3fec16d5b493f939627c72',
  },
  math: {
    ...MATH,
    path: 'package/400Regular/NotoSansMath_400Regular.ttf',
    sha256: 'b4a1dfdbfa13b4755e5eac20cb25c1d17ed5a745ceb89639595e8cf45a2b1e07',
  },
  moreSymbols: {
    ...MORE_SYMBOLS,
    path: 'package/400Regular/NotoSansSymbols_400Regular.ttf',
    sha256: 'aedeec1cd0514930aeeafc4a88a6deff83cda1e6b58086f0b9bb9c7dd0157578',
  },
  emoji: {
    ...EMOJI,
    path: 'package/400Regular/NotoEmoji_400Regular.ttf',
    sha256: '24aaa2a20c9c06ffe9bf04284bfd1f14376a329d10122f902abe2770817eb504',
  },
}

/** WOFF 1 to TrueType: every table is stored as it is or deflated. */
function fromWoff(woff) {
  const count = woff.readUInt16BE(12)
  const tables = []
  for (let entry = 44; entry < 44 + 20 * count; entry += 20) {
    const from = woff.readUInt32BE(entry + 4)
    const packed = woff.subarray(from, from + woff.readUInt32BE(entry + 8))
    const length = woff.readUInt32BE(entry + 12)
    tables.push({
      tag: woff.subarray(entry, entry + 4),
      bytes: packed.length < length ? inflateSync(packed) : packed,
    })
  }
  const header = Buffer.alloc(12 + 16 * count)
  woff.copy(header, 0, 4, 8)
  header.writeUInt16BE(count, 4)
  const parts = [header]
  let offset = header.length
  tables.forEach(({ tag, bytes }, index) => {
    tag.copy(header, 12 + 16 * index)
    header.writeUInt32BE(offset, 20 + 16 * index)
    header.writeUInt32BE(bytes.length, 24 + 16 * index)
    const padded = Buffer.alloc((bytes.length + 3) & ~3)
    bytes.copy(padded)
    parts.push(padded)
    offset += padded.length
  })
  return Buffer.concat(parts)
}

/** Gets every font and licence of a table of sources. Fails when a file is not the one that was pinned. */
export function getSources(sources) {
  const packages = new Map()
  const fonts = {}
  const licences = {}
  for (const [name, source] of Object.entries(sources)) {
    const spec = `${source.package}@${source.version}`
    if (!packages.has(spec)) {
      const wanted = Object.values(sources).flatMap((one) =>
        one.package === source.package ? [one.path, one.licence] : [],
      )
      packages.set(spec, unpack(download(spec), wanted))
    }
    const bytes = packages.get(spec).get(source.path)
    if (bytes === undefined || sha256(bytes) !== source.sha256)
      throw new Error(`${spec}: ${source.path} has changed`)
    fonts[name] = source.path.endsWith('.woff') ? fromWoff(bytes) : bytes
    licences[source.package] = packages.get(spec).get(source.licence)
  }
  return { fonts, licences }
}
