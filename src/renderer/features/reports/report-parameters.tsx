import type { BookId, FondsId } from '#contract/ids.ts'
import type { Book, Fonds } from '#contract/operations/books.ts'
import type { ReportName, ReportParams } from '#contract/operations/registers.ts'
import type { Direction, DocumentLine } from '#contract/schemas.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { DocumentPicker } from '../../components/document-picker.tsx'
import { Select } from '../../components/select.tsx'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { reportWords as words } from '../../strings/reports.ts'
import { bookChoices } from '../books/book-choices.ts'
import { PeriodChooser } from '../registers/period-chooser.tsx'
import { boundsOf, type Period } from '../registers/register-period.ts'
import { directionOf, periodDirection, REPORT_NEEDS } from './report-kinds.ts'
import type { ReportSettings } from './report-settings.ts'

const ALL = 'all'
const COUNTED_BY = ['type', 'sender', 'signer', 'handler', 'month'] as const
const ENVELOPES = ['c5', 'c6', 'dl'] as const

/** What a print view wants to know, in one line above it. */
export function ReportParameters(
  props: Readonly<{
    settings: ReportSettings
    periods: readonly Period[]
    document: DocumentLine | null
    books: readonly Book[]
    book: Book | null
    fonds: readonly Fonds[]
    fondsId: FondsId | null
    onSettings(change: Partial<ReportSettings>): void
    onDocument(document: DocumentLine | null): void
    onBook(id: BookId | null): void
    onFonds(id: FondsId | null): void
  }>
) {
  const { settings, periods, document, book, onSettings } = props
  const { name } = settings
  const need = REPORT_NEEDS[name]
  const kind = periodDirection(name, settings.direction) === 'incoming' ? 'year' : 'term'
  return (
    <div className="report-params">
      <p className="hint">{words.about[name]}</p>
      {need.document !== 'no' && (
        <ChosenDocument
          key={name}
          label={need.document === 'may' ? words.documentOrDays : words.document}
          document={document}
          onDocument={props.onDocument}
        />
      )}
      {need.by && (
        <Select<ReportParams['by']>
          bare
          label={words.countedBy}
          value={settings.by}
          choices={COUNTED_BY.map((value) => ({ value, text: words.by[value] }))}
          onChange={(by) => onSettings({ by })}
        />
      )}
      {need.directions.length > 1 && (
        <DirectionChooser name={name} chosen={settings.direction} onChoose={(direction) => onSettings({ direction })} />
      )}
      {need.book !== 'no' && (
        <Select<string>
          bare
          label={words.book}
          value={book?.id ?? ''}
          choices={[
            { value: '', text: need.book === 'one' ? words.chooseBook : words.everyBook },
            ...bookChoices(props.books)
          ]}
          onChange={(id) => props.onBook(props.books.find((one) => one.id === id)?.id ?? null)}
        />
      )}
      {need.fonds && props.fonds.length > 1 && (
        <Select<string>
          bare
          label={words.fonds}
          value={props.fondsId ?? ''}
          choices={props.fonds.map((one) => ({ value: one.own ? '' : one.id, text: one.name }))}
          onChange={(id) => props.onFonds(props.fonds.find((one) => one.id === id)?.id ?? null)}
        />
      )}
      {need.period && book === null && (need.document === 'no' || document === null) && (
        <PeriodChooser
          periods={periods}
          chosen={settings.period}
          value={boundsOf(settings.period, periods, kind).value}
          onChoose={(period) => onSettings({ period })}
        />
      )}
      {need.envelope && (
        <Select<ReportParams['envelope']>
          bare
          label={words.envelope}
          value={settings.envelope}
          choices={ENVELOPES.map((value) => ({ value, text: words.envelopes[value] }))}
          onChange={(envelope) => onSettings({ envelope })}
        />
      )}
      {need.labelsUsed && (
        <Select
          bare
          label={words.labelsUsed}
          value={String(settings.labelsUsed)}
          choices={Array.from({ length: 24 }, (_, used) => ({ value: String(used), text: words.firstLabel(used + 1) }))}
          onChange={(used) => onSettings({ labelsUsed: Number(used) })}
        />
      )}
      {need.unsigned && (
        <Checkbox checked={settings.onlyUnsigned} onChange={(onlyUnsigned) => onSettings({ onlyUnsigned })}>
          {words.onlyUnsigned}
        </Checkbox>
      )}
    </div>
  )
}

function DirectionChooser(
  props: Readonly<{ name: ReportName; chosen: Direction | null; onChoose(direction: Direction | null): void }>
) {
  return (
    <Select<Direction | typeof ALL>
      bare
      label={words.direction}
      value={directionOf(props.name, props.chosen) ?? ALL}
      choices={REPORT_NEEDS[props.name].directions.map((one) => ({
        value: one ?? ALL,
        text: words.directions[one ?? ALL]
      }))}
      onChange={(value) => props.onChoose(value === ALL ? null : value)}
    />
  )
}

function ChosenDocument(
  props: Readonly<{ label: string; document: DocumentLine | null; onDocument(document: DocumentLine | null): void }>
) {
  const { document } = props
  if (!document) return <DocumentPicker label={props.label} onPick={props.onDocument} />
  return (
    <div className="row report-document">
      <b className="ref">{document.reference ?? commonWords.noReference}</b>
      <span className="num">{showDay(document.issuedOn)}</span>
      <span className="clip muted">{document.subject ?? ''}</span>
      <Button small onPress={() => props.onDocument(null)}>
        {words.changeDocument}
      </Button>
    </div>
  )
}
