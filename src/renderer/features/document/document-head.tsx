import type { Restriction } from '#contract/operations/accounts.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { URGENCY_NAMES } from '#domain/vocabulary/marks.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { MenuButton, type MenuItem } from '../../components/menu-button.tsx'
import { accountWords } from '../../strings/accounts.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { documentWords as words } from '../../strings/document.ts'
import { restrictionSaid } from '../accounts/restricted-list.tsx'
import type { DocumentDetails } from './summary-tab.tsx'
import { VALIDITY_TONES } from './validity-tones.ts'

type DocumentHeadProps = Readonly<{
  details: DocumentDetails
  onLineage(): void
  onDelivery(): void
  onPrint(): void
  more: readonly MenuItem[]
  /** Who else sees it; null: everyone, or it is not this reader's to know. */
  restriction: Restriction | null
}>

/** Which document this is, whether it stands, and what can be done with it. */
export function DocumentHead(props: DocumentHeadProps) {
  const { line, validity, form } = props.details
  const type = line.documentType ? DOCUMENT_TYPES[line.documentType].name : words.noType
  const said = commonWords.validity[validity.status]
  return (
    <div className="toolbar document-head">
      <Button icon="back" label={words.back} onPress={() => window.history.back()} />
      <div className="grow">
        <div className="row">
          <h1>{line.reference ?? commonWords.noReference}</h1>
          <span className="num muted">{showDay(line.issuedOn)}</span>
          <Badge tone="plain">{`${type} ${words.kinds[line.direction]}`}</Badge>
          {form.urgency && <span className="stamp">{URGENCY_NAMES[form.urgency]}</span>}
          {line.withdrawn ? (
            <Badge tone="danger">{commonWords.withdrawn}</Badge>
          ) : (
            <Badge tone={VALIDITY_TONES[validity.status]}>
              {validity.by
                ? words.validityBy(
                    said,
                    validity.by.reference ?? commonWords.noReference,
                    showDay(validity.by.issuedOn)
                  )
                : said}
            </Badge>
          )}
          {props.restriction && (
            <span title={restrictionSaid(props.restriction)}>
              <Badge tone="danger">{accountWords.restricted.mark}</Badge>
            </span>
          )}
          {!line.reviewed && <Badge tone="warn">{commonWords.notReviewed}</Badge>}
        </div>
        <p className="muted clip" title={line.subject ?? undefined}>
          {line.subject ?? commonWords.noSubject}
        </p>
      </div>
      <Button icon="lineage" onPress={props.onLineage}>
        {words.lineage} <Kbd>Ctrl L</Kbd>
      </Button>
      <Button icon="send" onPress={props.onDelivery}>
        {words.delivery}
      </Button>
      <Button icon="print" onPress={props.onPrint}>
        {words.print} <Kbd>Ctrl P</Kbd>
      </Button>
      <MenuButton icon="more" items={props.more}>
        <span className="sr">{words.more}</span>
      </MenuButton>
    </div>
  )
}
