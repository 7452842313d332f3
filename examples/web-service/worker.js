// One thread: sets one issue after another, as it is told. It has no state and reads no files but the package's own.
import { parentPort } from 'node:worker_threads'
import { formatDiagnostic, placeOf, render } from 'jianbao'

parentPort.on('message', async (job) => parentPort.postMessage(await answer(job)))

async function answer({ files, language, ...request }) {
  try {
    const { products, pages, ok, diagnostics, sources } = await render({ ...request, files })
    const said = diagnostics.map((one) => ({
      severity: one.severity,
      code: one.code,
      place: placeOf(one, sources),
      text: formatDiagnostic(one, sources, { language }),
    }))
    return { ok, pages, products, said }
  } catch (error) {
    // What no YAML could say, such as an object that is nested a hundred times, is the request's fault.
    return { fault: String(error?.message), isRequest: error instanceof TypeError }
  }
}
