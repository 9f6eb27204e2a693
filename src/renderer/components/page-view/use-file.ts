import { useEffect, useState } from 'react'
import { CallError, type FileAddress } from '#contract/client.ts'
import { useTransport } from '../../transport/context.tsx'
import type { AppTransport } from '../../transport/transport.ts'
import { type OpenPdf, openPdf } from './pdf.ts'

/** A file made ready to be shown. text: nothing to draw, its text is the page. */
export type ShownFile =
  | Readonly<{ kind: 'pdf'; pdf: OpenPdf }>
  | Readonly<{ kind: 'picture'; picture: ImageBitmap }>
  | Readonly<{ kind: 'text' }>

export type FileState =
  | Readonly<{ state: 'opening' }>
  | Readonly<{ state: 'open'; file: ShownFile }>
  | Readonly<{ state: 'failed'; error: unknown }>

const OPENING: FileState = { state: 'opening' }

/** The last few files stay open: going to and fro in the queue does not draw them anew. */
const MOST_KEPT = 4
const kept = new Map<string, Promise<ShownFile>>()

export function useFile(address: FileAddress | null, mediaType: string): FileState & Readonly<{ retry(): void }> {
  const transport = useTransport()
  const key = address ? JSON.stringify(address) : null
  const [turn, setTurn] = useState(0)
  const [now, setNow] = useState<Readonly<{ key: string | null; state: FileState }>>({ key: null, state: OPENING })
  // The key is the address; a turn asks again.
  useEffect(() => {
    if (!address || key === null) return
    let gone = false
    const say = (state: FileState) => {
      if (!gone) setNow({ key, state })
    }
    setNow({ key, state: OPENING })
    open(transport, key, address, mediaType).then(
      (file) => say({ state: 'open', file }),
      (error: unknown) => say({ state: 'failed', error })
    )
    return () => {
      gone = true
    }
  }, [key, mediaType, transport, turn])
  const state: FileState =
    key === null ? { state: 'open', file: { kind: 'text' } } : now.key === key ? now.state : OPENING
  return { ...state, retry: () => setTurn((old) => old + 1) }
}

function open(transport: AppTransport, key: string, address: FileAddress, mediaType: string): Promise<ShownFile> {
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const opening = load(transport, address, mediaType)
  kept.set(key, opening)
  opening.catch(() => kept.delete(key))
  for (const [oldest, file] of kept) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
    void file.then(letGo, () => {})
  }
  return opening
}

async function load(transport: AppTransport, address: FileAddress, mediaType: string): Promise<ShownFile> {
  const isPdf = mediaType === 'application/pdf'
  if (!isPdf && !mediaType.startsWith('image/')) return { kind: 'text' }
  const outcome = await transport.bytes(address)
  if (!outcome.ok) throw new CallError(outcome)
  try {
    if (isPdf) return { kind: 'pdf', pdf: await openPdf(outcome.value) }
    return { kind: 'picture', picture: await createImageBitmap(new Blob([outcome.value], { type: mediaType })) }
  } catch (error) {
    // What the file is like, said with the words of the contract: locked, or not to be drawn.
    const locked = error instanceof Error && error.name === 'PasswordException'
    throw new CallError({ ok: false, code: locked ? 'file-encrypted' : 'file-damaged', detail: {} })
  }
}

function letGo(file: ShownFile): void {
  if (file.kind === 'pdf') void file.pdf.document.loadingTask.destroy()
  if (file.kind === 'picture') file.picture.close()
}
