import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { showCount } from '../../strings/dates.ts'
import { filingWords as words } from '../../strings/filing.ts'
import { useClient } from '../../transport/context.tsx'
import { cleanForm } from './form/fields.ts'
import type { QueueItem } from './queue.tsx'

/** Files every document that was read whole, one after the other; each is marked as not yet looked at. */
export function FileReady(props: Readonly<{ ready: readonly QueueItem[]; onFiled(id: string): void }>) {
  const client = useClient()
  const queries = useQueryClient()
  const toasts = useToasts()
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<number | null>(null)
  const [total, setTotal] = useState(0)
  const count = showCount(props.ready.length)

  const run = async () => {
    setAsking(false)
    const ready = [...props.ready]
    setTotal(ready.length)
    let filed = 0
    try {
      for (const item of ready) {
        setDone(filed)
        const { form } = await client.call('intake.get', { id: item.id })
        await client.call('document.file', {
          form: cleanForm(form),
          files: [{ intakeId: item.id, role: 'main' }],
          reviewed: false
        })
        filed += 1
        props.onFiled(item.id)
      }
    } catch (error) {
      toasts.failed(error, words.notFiled(ready[filed]?.reference ?? ready[filed]?.name ?? ''))
    }
    setDone(null)
    if (filed > 0) toasts.done(words.readyDone(showCount(filed)))
    void queries.invalidateQueries({ refetchType: 'active' })
  }
  if (done !== null) return <span className="muted num">{words.readyNow(showCount(done), showCount(total))}</span>
  return (
    <>
      <Button disabled={props.ready.length === 0} onPress={() => setAsking(true)}>
        {words.fileReady(count)}
      </Button>
      {asking && (
        <Confirm
          title={words.readyTitle(count)}
          action={words.fileReady(count)}
          onKeep={() => setAsking(false)}
          onDo={() => void run()}
        >
          <p>{words.readyAbout}</p>
        </Confirm>
      )}
    </>
  )
}
