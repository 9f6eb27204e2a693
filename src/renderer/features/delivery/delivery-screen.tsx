import './delivery.css'
import type { DocumentId } from '#contract/ids.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { DeliveryOverview } from './delivery-overview.tsx'
import { DocumentDelivery } from './document-delivery.tsx'

/** Without a document: what is still out. With one: its text against its log. */
export function DeliveryScreen(props: ScreenProps) {
  const id = props.params.id
  return id ? <DocumentDelivery key={id} documentId={id as DocumentId} /> : <DeliveryOverview />
}
