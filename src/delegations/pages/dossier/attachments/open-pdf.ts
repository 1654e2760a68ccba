import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, version } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { responseOf } from '../../../../ui/fetch.ts'
import { openAttachment } from '../../../attachments/contract.ts'

GlobalWorkerOptions.workerSrc = workerUrl
/** Letters of Asian scripts, the standard fonts, a decoder of pictures: fetched where a file needs them; see `vite.config.ts`. */
const HELP = `/assets/pdfjs-${version}/`

/** Fetches an attached PDF and opens it; `close` lets go of it, whether it has come or not. */
export function openPdf(id: string): { pdf: Promise<PDFDocumentProxy>; close: () => void } {
  let close: () => void = () => undefined
  let closed = false
  async function open(): Promise<PDFDocumentProxy> {
    const response = await responseOf(openAttachment, { id })
    const loading = getDocument({
      data: await response.arrayBuffer(),
      cMapUrl: `${HELP}cmaps/`,
      standardFontDataUrl: `${HELP}standard_fonts/`,
      wasmUrl: `${HELP}wasm/`,
      // The policy of our pages lets nothing be compiled.
      useWasm: false,
      isEvalSupported: false,
      enableXfa: false,
      verbosity: 0,
    })
    close = () => void loading.destroy()
    if (closed) close()
    return loading.promise
  }
  return {
    pdf: open(),
    close: () => {
      closed = true
      close()
    },
  }
}
