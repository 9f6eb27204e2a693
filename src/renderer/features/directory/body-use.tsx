import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Body } from '#contract/operations/distribution.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/button.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { directoryCareWords as words } from '../../strings/directory-care.ts'
import { MergeDialog } from './merge-dialog.tsx'

/** Where an entry is used: its groups, what was sent to it; and the ways on from here. */
export function BodyUsed(props: Readonly<{ body: Body; bodies: readonly Body[]; onMerged(id: string): void }>) {
  const [, navigate] = useLocation()
  const [merging, setMerging] = useState(false)
  const use = useCall('directory.use', { bodyId: props.body.id }, { keep: true }).data
  return (
    <div className="body-use">
      <h3 className="h3">{words.use.title}</h3>
      {use && use.groups.length > 0 && (
        <p className="hint">{words.use.groups(use.groups.map((group) => group.name).join('; '))}</p>
      )}
      {use && use.deliveries > 0 && <p className="hint">{words.use.deliveries(use.deliveries, use.documents)}</p>}
      {use && use.deliveries + use.groups.length === 0 && <p className="hint">{words.use.none}</p>}
      <div className="row">
        <Button small icon="send" onPress={() => navigate(paths.bodyLog(props.body.id))}>
          {words.log}
        </Button>
        <Button small onPress={() => setMerging(true)}>
          {words.merged}
        </Button>
      </div>
      {merging && (
        <MergeDialog
          body={props.body}
          bodies={props.bodies}
          onClose={() => setMerging(false)}
          onMerged={(id) => {
            setMerging(false)
            props.onMerged(id)
          }}
        />
      )}
    </div>
  )
}
