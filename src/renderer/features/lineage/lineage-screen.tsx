import './lineage.css'
import type { DocumentId } from '#contract/ids.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { ChooseRoot } from './choose-root.tsx'
import { DocumentLineage } from './document-lineage.tsx'

/** Who ordered, who carried out (C10). Without a document: which one. */
export function LineageScreen(props: ScreenProps) {
  const id = props.params.id
  return id ? <DocumentLineage key={id} documentId={id as DocumentId} /> : <ChooseRoot />
}
