import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import css from './attachments.module.css'
import { openPdf } from './open-pdf.ts'
import { useAttachmentWords } from './use-attachment-words.ts'

/** A PDF, one page at a time, drawn as wide as there is room. */
export default function PdfPages({ id, name }: { id: string; name: string }) {
  const m = useAttachmentWords()
  const [pdf, setPdf] = useState<PDFDocumentProxy | undefined>(undefined)
  const [failed, setFailed] = useState(false)
  const [page, setPage] = useState(1)
  useEffect(() => {
    const opening = openPdf(id)
    opening.pdf.then(setPdf, () => setFailed(true))
    return opening.close
  }, [id])
  if (failed) return <p role="alert">{m.unshown}</p>
  if (pdf === undefined) return <p className="mute">{m.loading}</p>
  const at = (number: number) => (number < 1 || number > pdf.numPages ? m.page(page, pdf.numPages) : undefined)
  return (
    <>
      <PdfPage pdf={pdf} page={page} name={name} onFailed={() => setFailed(true)} />
      <div className={css.turn}>
        <Button disabledBecause={at(page - 1)} onClick={() => setPage(page - 1)}>
          {m.previous}
        </Button>
        <span role="status" className="num small">
          {m.page(page, pdf.numPages)}
        </span>
        <Button disabledBecause={at(page + 1)} onClick={() => setPage(page + 1)}>
          {m.next}
        </Button>
      </div>
    </>
  )
}

interface PdfPageProps {
  pdf: PDFDocumentProxy
  page: number
  name: string
  onFailed: () => void
}

function PdfPage({ pdf, page, name, onFailed }: PdfPageProps) {
  const m = useAttachmentWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [text, setText] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what to do when it fails does not draw the page anew
  useEffect(() => {
    let gone = false
    let stop: () => void = () => undefined
    async function draw() {
      const opened = await pdf.getPage(page)
      const onto = canvas.current
      if (gone || onto === null) return
      const room = onto.parentElement?.clientWidth ?? 600
      const scale = (room / opened.getViewport({ scale: 1 }).width) * Math.min(window.devicePixelRatio || 1, 2)
      const viewport = opened.getViewport({ scale })
      onto.width = viewport.width
      onto.height = viewport.height
      const drawing = opened.render({ canvas: onto, viewport })
      stop = () => drawing.cancel()
      await drawing.promise
      const { items } = await opened.getTextContent()
      if (!gone) setText(items.map((item) => ('str' in item ? `${item.str} ` : '')).join(''))
    }
    draw().catch(() => gone || onFailed())
    return () => {
      gone = true
      stop()
    }
  }, [pdf, page])
  return (
    <>
      <canvas ref={canvas} className={css.page} role="img" aria-label={m.pageOf(page, pdf.numPages, name)} />
      <p className="visually-hidden">{text}</p>
    </>
  )
}
