// One cold build with Typst through Node: node typst-build.js SOURCE.typ OUT.pdf FONTS [tags|bare]
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const [source, output, fonts, tags = 'bare'] = process.argv.slice(2)
const compiler = NodeCompiler.create({ workspace: dirname(source), fontArgs: [{ fontPaths: [fonts] }] })
const pdf = compiler.pdf({ mainFileContent: readFileSync(source, 'utf8') }, { pdfTags: tags === 'tags' })
writeFileSync(output, pdf)
