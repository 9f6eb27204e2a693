import { useState } from 'react'
import { CallError } from '#contract/client.ts'
import type { DeliveryId, StagedId } from '#contract/ids.ts'
import { useToasts } from '../../app/toasts.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { useTransport } from '../../transport/context.tsx'

/** Kinds of files a signed sheet can be. */
export const PROOF_FILES = '.pdf,.jpg,.jpeg,.png,.tif,.tiff'

/** Stages a scan of a signed sheet and ties it to deliveries; says what became of it. */
export function useProof() {
  const transport = useTransport()
  const toasts = useToasts()
  const attach = useCommand('delivery.attachProof')
  const [busy, setBusy] = useState(false)
  return {
    busy,
    async attach(file: File, deliveryIds: readonly DeliveryId[]): Promise<void> {
      if (deliveryIds.length === 0 || busy) return
      setBusy(true)
      try {
        const outcome = await transport.stage(file)
        if (!outcome.ok) throw new CallError({ ...outcome, detail: { ...outcome.detail, name: file.name } })
        const staged = outcome.value.staged as StagedId
        const out = await attach.mutateAsync({ staged, deliveryIds: [...deliveryIds], note: null })
        toasts.done(careWords.proof.attached(file.name, deliveryIds.length), out.undo)
      } catch (error) {
        toasts.failed(error, careWords.proof.notAttached(file.name))
      } finally {
        setBusy(false)
      }
    }
  } as const
}
